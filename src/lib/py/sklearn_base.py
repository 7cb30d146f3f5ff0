# SPDX-License-Identifier: GPL-3.0-or-later
# What all scalers and encoders are: parameters, fit, transform, a text.
import numpy as np
from sklearn_check import wrong_shape
from sklearn_exceptions import InvalidParameterError, NotFittedError
from sklearn_labels import as_array, finite
from _xent import by_columns


def enough(a, owner=""):
    by = f" by {owner}" if owner else ""
    for side, what in ((0, "sample"), (1, "feature")):
        if a.ndim > side and a.shape[side] < 1:
            raise ValueError(f"Found array with 0 {what}(s) (shape={a.shape}) "
                             f"while a minimum of 1 is required{by}.")


# Floats stay what they are, but not those of tensors.
def _float_dtype(x):
    if isinstance(x, np.ndarray) and x.dtype in (np.float32, np.float16):
        return x.dtype
    return np.float64


def floats(x, owner="", flat_too=False, nan_too=True, name="X"):
    # A new array of floats, 2-d unless flat_too.
    a = as_array(x)
    if by_columns(a):
        a = a.T.astype(_float_dtype(x)).T
    else:
        a = a.astype(_float_dtype(x))
    if a.ndim < 2 and not flat_too:
        raise wrong_shape(a)
    if a.ndim > 2:
        raise ValueError(f"Found array with dim {a.ndim}. {owner or None} "
                         "expected <= 2.")
    finite(a, nan_too, name)
    enough(a, owner)
    return a


class Estimator:
    _defaults = {}
    _fitted = ""

    def get_params(self, deep=True):
        """a dict of the parameters"""
        return {k: getattr(self, k) for k in sorted(self._defaults)}

    def set_params(self, **params):
        """changes parameters"""
        for key, value in params.items():
            if key not in self._defaults:
                raise ValueError(
                    f"Invalid parameter {key!r} for estimator {self}. Valid "
                    f"parameters are: {sorted(self._defaults)!r}.")
            setattr(self, key, value)
        return self

    def fit_transform(self, X, y=None):
        """fit(X), then transform(X)"""
        return self.fit(X).transform(X)

    def _check_fitted(self):
        if not hasattr(self, self._fitted):
            raise NotFittedError(
                f"This {type(self).__name__} instance is not fitted yet. Call "
                "'fit' with appropriate arguments before using this "
                "estimator.")

    def _check_features(self, X):
        if X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {X.shape[1]} features, but {type(self).__name__} is "
                f"expecting {self.n_features_in_} features as input.")

    def _parameter(self, name, kinds, words):
        value = getattr(self, name)
        if not isinstance(value, kinds):
            raise InvalidParameterError(
                f"The {name!r} parameter of {type(self).__name__} must be "
                f"{words}. Got {value!r} instead.")

    def _names_in(self, given):
        if given is None:
            return [f"x{i}" for i in range(self.n_features_in_)]
        if len(given) != self.n_features_in_:
            raise ValueError("input_features should have length equal to "
                             f"number of features ({self.n_features_in_}), "
                             f"got {len(given)}")
        return list(given)

    def __repr__(self):
        indent = len(type(self).__name__) + 1
        lines = [type(self).__name__ + "("]
        for key, value in self.get_params().items():
            if repr(value) != repr(self._defaults[key]):
                _put(lines, f"{key}={value!r}", indent)
        return "\n".join(lines) + ")"


# Adds a parameter to lines of at most 80 characters.
def _put(lines, word, indent):
    if len(lines[-1]) > indent:
        lines[-1] += ","
        if len(lines[-1]) + len(word) + 2 > 80:
            lines.append(" " * indent)
        else:
            lines[-1] += " "
    lines[-1] += word
