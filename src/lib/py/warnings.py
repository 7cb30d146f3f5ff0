# SPDX-License-Identifier: GPL-3.0-or-later
# What NumPy and torch warn of goes to standard error; no filter changes that.
from _xent import refuse
from _xent import warn as _warn

_actions = ("default", "always", "ignore", "module", "once", "error")


def _check(action):
    if action not in _actions:
        raise AssertionError(f"invalid action: {action!r}")
    if action == "error":
        refuse("warnings as errors")


def filterwarnings(action, message="", category=Warning, module="", lineno=0,
                   append=False):
    """accepted; warnings go to standard error in any case"""
    _check(action)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """accepted; warnings go to standard error in any case"""
    _check(action)


def resetwarnings():
    """accepted; there are no filters"""


def warn(message, category=None, stacklevel=1, source=None):
    """a warning on standard error"""
    if isinstance(message, Warning):
        category = type(message)
    name = "UserWarning" if category is None else category.__name__
    _warn(name, str(message))


class catch_warnings:
    """`with warnings.catch_warnings():`, which changes nothing"""
    __module__ = "warnings"

    def __init__(self, record=False, module=None, action=None):
        if record:
            refuse("warnings.catch_warnings(record=True)")

    def __enter__(self):
        return None

    def __exit__(self, *error):
        return None
