# SPDX-License-Identifier: GPL-3.0-or-later
# Scalers: columns of one size, rows of one length.
import numpy as np
from numpy_text import text_array
from sklearn_base import Estimator, floats
from _xent import by_columns, refuse

_EPS = 2.220446049250313e-16


def _without_zeros(scale, constant=None):
    if constant is None:
        tiny = 1.1920929e-07 if scale.dtype == np.float32 else _EPS
        constant = scale < 10 * tiny
    return np.where(constant, np.ones_like(scale), scale)


class _Scaler(Estimator):
    def fit(self, X, y=None):
        """learns from the columns of X"""
        if hasattr(self, "n_samples_seen_"):
            del self.n_samples_seen_
        return self.partial_fit(X)

    # X as floats; the first X says how many columns there are.
    def _seen(self, X):
        X = floats(X, type(self).__name__)
        if hasattr(self, "n_samples_seen_"):
            self._check_features(X)
        else:
            self.n_features_in_ = X.shape[1]
        return X

    def _ready(self, X):
        self._check_fitted()
        X = floats(X, type(self).__name__)
        self._check_features(X)
        return X

    def _back(self, X):
        self._check_fitted()
        return floats(X)

    def get_feature_names_out(self, input_features=None):
        """the names of the columns"""
        self._check_fitted()
        return text_array(self._names_in(input_features), True)


class StandardScaler(_Scaler):
    """columns of mean 0 and standard deviation 1

    >>> sklearn.preprocessing.StandardScaler().fit_transform([[0], [2], [4]])
    array([[-1.22474487],
           [ 0.        ],
           [ 1.22474487]])
    """
    __module__ = "sklearn.preprocessing._data"
    _defaults = {"copy": True, "with_mean": True, "with_std": True}
    _fitted = "n_features_in_"

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.with_mean = with_mean
        self.with_std = with_std
        self.copy = copy

    def fit(self, X, y=None, sample_weight=None):
        """learns mean and deviation of the columns of X"""
        if sample_weight is not None:
            refuse("sample_weight of StandardScaler")
        return super().fit(X)

    def partial_fit(self, X, y=None):
        """learns from more rows"""
        X = self._seen(X)
        if not hasattr(self, "n_samples_seen_"):
            self.n_samples_seen_ = 0
            self.mean_ = 0.0
            self.var_ = 0.0 if self.with_std else None
        self._merge(X)
        self.scale_ = None
        if self.with_std:
            n, var, mean = self.n_samples_seen_, self.var_, self.mean_
            bound = n * _EPS * var + (n * mean * _EPS) ** 2
            self.scale_ = _without_zeros(np.sqrt(var), var <= bound)
        if not self.with_mean and not self.with_std:
            self.mean_ = None
        if (self.n_samples_seen_ == self.n_samples_seen_[0]).all():
            self.n_samples_seen_ = self.n_samples_seen_[0]
        return self

    # The mean and variance of what was seen and X together (Youngs, Cramer).
    def _merge(self, X):
        axis = 1 if by_columns(X) else 0
        X = X.T if axis else X
        known = ~np.isnan(X)
        old = self.n_samples_seen_
        more = np.sum(known, axis=axis)
        n = old + more
        total = np.sum(np.where(known, X, 0), axis=axis, dtype=np.float64)
        if self.with_std:
            mean = total / more
            away = X - (mean.reshape(-1, 1) if axis else mean)
            away = np.where(known, away, 0)
            slip = np.sum(away, axis=axis)
            spread = np.sum(away ** 2, axis=axis) - slip ** 2 / more
            if not np.all(old == 0):
                share = old / more
                step = (self.mean_ * old / share - total) ** 2
                spread = self.var_ * old + spread + share / n * step
            self.var_ = spread / n
        if self.with_mean or self.with_std:
            self.mean_ = (self.mean_ * old + total) / n
        self.n_samples_seen_ = n

    def transform(self, X, copy=None):
        """(X - mean_) / scale_"""
        X = self._ready(X)
        if self.with_mean:
            X -= self.mean_
        if self.with_std:
            X /= self.scale_
        return X

    def inverse_transform(self, X, copy=None):
        """X * scale_ + mean_"""
        X = self._back(X)
        if self.with_std:
            X *= self.scale_
        if self.with_mean:
            X += self.mean_
        return X


class MinMaxScaler(_Scaler):
    """columns that reach from 0 to 1, or over another feature_range

    >>> sklearn.preprocessing.MinMaxScaler().fit_transform([[1], [3], [2]])
    array([[0. ],
           [1. ],
           [0.5]])
    """
    __module__ = "sklearn.preprocessing._data"
    _defaults = {"clip": False, "copy": True, "feature_range": (0, 1)}
    _fitted = "n_features_in_"

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range = feature_range
        self.copy = copy
        self.clip = clip

    def partial_fit(self, X, y=None):
        """learns from more rows"""
        self._parameter("feature_range", tuple, "an instance of 'tuple'")
        low, high = self.feature_range
        if low >= high:
            raise ValueError("Minimum of desired feature range must be smaller "
                             f"than maximum. Got {self.feature_range}.")
        X = self._seen(X)
        holes = np.isnan(X)
        least = np.min(np.where(holes, np.inf, X), axis=0)
        most = np.max(np.where(holes, -np.inf, X), axis=0)
        seen = X.shape[0]
        if hasattr(self, "n_samples_seen_"):
            least = np.minimum(self.data_min_, least)
            most = np.maximum(self.data_max_, most)
            seen += self.n_samples_seen_
        self.n_samples_seen_ = seen
        self.data_min_ = least.astype(X.dtype)
        self.data_max_ = most.astype(X.dtype)
        self.data_range_ = self.data_max_ - self.data_min_
        self.scale_ = (high - low) / _without_zeros(self.data_range_)
        self.min_ = low - self.data_min_ * self.scale_
        return self

    def transform(self, X):
        """X * scale_ + min_"""
        X = self._ready(X)
        X *= self.scale_
        X += self.min_
        return np.clip(X, *self.feature_range) if self.clip else X

    def inverse_transform(self, X):
        """(X - min_) / scale_"""
        X = self._back(X)
        X -= self.min_
        X /= self.scale_
        return X


class MaxAbsScaler(_Scaler):
    """columns divided by their largest absolute value

    >>> sklearn.preprocessing.MaxAbsScaler().fit_transform([[1.0], [-4.0]])
    array([[ 0.25],
           [-1.  ]])
    """
    __module__ = "sklearn.preprocessing._data"
    _defaults = {"copy": True}
    _fitted = "n_features_in_"

    def __init__(self, *, copy=True):
        self.copy = copy

    def partial_fit(self, X, y=None):
        """learns from more rows"""
        X = self._seen(X)
        most = np.max(np.abs(np.where(np.isnan(X), 0, X)), axis=0)
        seen = X.shape[0]
        if hasattr(self, "n_samples_seen_"):
            most = np.maximum(self.max_abs_, most)
            seen += self.n_samples_seen_
        self.n_samples_seen_ = seen
        self.max_abs_ = most.astype(X.dtype)
        self.scale_ = _without_zeros(self.max_abs_)
        return self

    def transform(self, X):
        """X / scale_"""
        X = self._ready(X)
        X /= self.scale_
        return X

    def inverse_transform(self, X):
        """X * scale_"""
        X = self._back(X)
        X *= self.scale_
        return X


class Normalizer(Estimator):
    """rows of length 1

    >>> sklearn.preprocessing.Normalizer().fit_transform([[3, 4]])
    array([[0.6, 0.8]])
    """
    __module__ = "sklearn.preprocessing._data"
    _defaults = {"copy": True, "norm": "l2"}

    def __init__(self, norm="l2", *, copy=True):
        self.norm = norm
        self.copy = copy

    def fit(self, X, y=None):
        """checks X: there is nothing to learn"""
        self.n_features_in_ = floats(X, "Normalizer", nan_too=False).shape[1]
        return self

    def transform(self, X, copy=None):
        """the rows of X, normalized"""
        X = floats(X, "Normalizer", nan_too=False)
        if hasattr(self, "n_features_in_"):
            self._check_features(X)
        return normalize(X, self.norm)


# --- functions ---------------------------------------------------------------


# The sum of the squares of each row, in the order of np.einsum: by 2 lanes
# (4 of float32), 4 steps at a time from the last to the first.
def _squares(X):
    lanes = 4 if X.dtype == np.float32 else 2
    n, width = X.shape
    tail = -width % lanes
    squares = np.concatenate([X * X, np.zeros((n, tail), dtype=X.dtype)],
                             axis=1)
    steps = [squares[:, i:i + lanes] for i in range(0, width, lanes)]
    total = np.zeros((n, lanes), dtype=X.dtype)
    whole = width // (4 * lanes) * 4
    for i in range(0, whole, 4):
        for step in steps[i:i + 4][::-1]:
            total = total + step
    for step in steps[whole:]:
        total = total + step
    if lanes == 4:
        total = total[:, ::2] + total[:, 1::2]
    return total[:, 0] + total[:, 1]


def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
    """rows (axis=0: columns) divided by their length

    >>> sklearn.preprocessing.normalize([[1, 2, 1]], norm="l1")
    array([[0.25, 0.5 , 0.25]])
    """
    if norm not in ("l1", "l2", "max"):
        raise ValueError(f"'{norm}' is not a supported norm")
    if axis not in (0, 1):
        raise ValueError(f"'{axis}' is not a supported axis")
    X = floats(X, "the normalize function", nan_too=False, name="")
    X = X if axis else X.T
    if norm == "l1":
        norms = np.abs(X).sum(axis=1)
    elif norm == "l2":
        norms = np.sqrt(_squares(X) if axis else (X * X).sum(axis=1))
    else:
        norms = np.max(np.abs(X), axis=1)
    norms = _without_zeros(norms)
    X = X / norms[:, np.newaxis]
    X = X if axis else X.T
    return (X, norms) if return_norm else X


def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    """MinMaxScaler as a function

    >>> sklearn.preprocessing.minmax_scale([1, 2, 5])
    array([0.  , 0.25, 1.  ])
    """
    X = floats(X, "", True)
    flat = X.ndim == 1
    X = X.reshape(-1, 1) if flat else X
    scaler = MinMaxScaler(feature_range)
    X = scaler.fit_transform(X) if axis == 0 else scaler.fit_transform(X.T).T
    return X.ravel() if flat else X


def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    """columns of mean 0 and standard deviation 1, as a function

    >>> sklearn.preprocessing.scale([1, 2, 3])
    array([-1.22474487,  0.        ,  1.22474487])
    """
    X = floats(X, "the scale function", True, name="")
    if np.isnan(X).any():
        refuse("nan in scale()")
    mean = np.mean(X, axis)
    deviation = np.std(X, axis)
    X = X.T if axis else X
    if with_mean:
        X = X - mean
        slip = X.mean(axis=0)
        X = X if np.allclose(slip, 0) else X - slip
    if with_std:
        X = X / _without_zeros(np.array(deviation))
        slip = X.mean(axis=0)
        X = X if not with_mean or np.allclose(slip, 0) else X - slip
    return X.T if axis else X
