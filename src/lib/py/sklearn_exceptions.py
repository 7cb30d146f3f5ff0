# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.exceptions, and those of its private parts that learners meet.


class NotFittedError(ValueError):
    """an estimator is used before its fit"""
    __module__ = "sklearn.exceptions"


class InvalidParameterError(ValueError):
    __module__ = "sklearn.utils._param_validation"
