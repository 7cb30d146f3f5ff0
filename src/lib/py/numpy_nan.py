# SPDX-License-Identifier: GPL-3.0-or-later
# Sums, extremes and averages of what is not nan; its quantiles are in
# numpy_statistics.py.
import numpy as np
from _xent import warn
from numpy_common import delivered


def _filled(a, value):
    """a with nan replaced, and where nan was (or None)."""
    a = np.asarray(a)
    if a.dtype.kind != "f":
        return a, None
    where = np.isnan(a)
    a = a.copy()
    a[where] = value
    return a, where


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    """the sum, nan left out

    >>> np.nansum([1, np.nan, 3])
    4.0
    """
    return np.sum(_filled(a, 0)[0], axis=axis, dtype=dtype, out=out,
                  keepdims=keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    """the product, nan left out

    >>> np.nanprod([2, np.nan, 3])
    6.0
    """
    return np.prod(_filled(a, 1)[0], axis=axis, dtype=dtype, out=out,
                   keepdims=keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    """running sums, nan left out

    >>> np.nancumsum([1, np.nan, 3])
    array([1., 1., 4.])
    """
    return delivered(np.cumsum(_filled(a, 0)[0], axis=axis, dtype=dtype),
                      out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """running products, nan left out

    >>> np.nancumprod([2, np.nan, 3])
    array([2., 2., 6.])
    """
    return delivered(np.cumprod(_filled(a, 1)[0], axis=axis, dtype=dtype),
                      out)


def _nan_extreme(a, axis, out, keepdims, function, fill):
    x, where = _filled(a, fill)
    if where is None:
        return function(x, axis=axis, out=out, keepdims=keepdims)
    result = function(x, axis=axis, keepdims=keepdims)
    none = np.all(where, axis=axis, keepdims=keepdims)
    if np.any(none):
        warn("RuntimeWarning", "All-NaN slice encountered" if np.ndim(none)
                      else "All-NaN axis encountered")
        result = np.where(none, x.dtype.type(np.nan), result)[()]
    return delivered(result, out)


def nanmax(a, axis=None, out=None, keepdims=False):
    """the greatest, nan left out

    >>> np.nanmax([1, np.nan, 3])
    3.0
    """
    return _nan_extreme(a, axis, out, keepdims, np.max, -np.inf)


def nanmin(a, axis=None, out=None, keepdims=False):
    """the least, nan left out

    >>> np.nanmin([1, np.nan, 3])
    1.0
    """
    return _nan_extreme(a, axis, out, keepdims, np.min, np.inf)


def _nan_place(a, axis, out, keepdims, function, fill):
    x, where = _filled(a, fill)
    if where is not None and np.any(np.all(where, axis=axis)):
        raise ValueError("All-NaN slice encountered")
    return function(x, axis=axis, out=out, keepdims=keepdims)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """where the greatest is, nan left out

    >>> np.nanargmax([1, np.nan, 3])
    2
    """
    return _nan_place(a, axis, out, keepdims, np.argmax, -np.inf)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """where the least is, nan left out

    >>> np.nanargmin([1, np.nan, 3])
    0
    """
    return _nan_place(a, axis, out, keepdims, np.argmin, np.inf)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    """the mean, nan left out

    >>> np.nanmean([1, np.nan, 3])
    2.0
    """
    x, where = _filled(a, 0)
    if where is None:
        return np.mean(x, axis=axis, dtype=dtype, out=out, keepdims=keepdims)
    count = np.sum(~where, axis=axis, dtype=int, keepdims=keepdims)
    total = np.sum(x, axis=axis, dtype=dtype, keepdims=keepdims)
    if np.any(count == 0):
        warn("RuntimeWarning", "Mean of empty slice")
    return delivered(_quietly_divided(total, count), out)


def _quietly_divided(a, b):
    """a / b in a's dtype, without a warning where b is 0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return (a / b).astype(np.asarray(a).dtype)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """the variance, nan left out

    >>> np.nanvar([1, np.nan, 3])
    1.0
    """
    x, where = _filled(a, 0)
    if where is None:
        return np.var(x, axis=axis, dtype=dtype, out=out, ddof=ddof,
                      keepdims=keepdims)
    count = np.sum(~where, axis=axis, dtype=int, keepdims=True)
    mean = _quietly_divided(
        np.sum(x, axis=axis, dtype=dtype, keepdims=True), count)
    gap = x - mean
    gap[where] = 0
    total = np.sum(np.multiply(gap, gap), axis=axis, dtype=dtype,
                   keepdims=keepdims)
    degrees = (count if keepdims else count.reshape(np.shape(total))) - ddof
    result = _quietly_divided(total, degrees)
    if np.any(degrees <= 0):
        warn("RuntimeWarning", "Degrees of freedom <= 0 for slice.")
        nan = np.asarray(result).dtype.type(np.nan)
        result = np.where(degrees <= 0, nan, result)[()]
    return delivered(result, out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """the standard deviation, nan left out

    >>> np.nanstd([1, np.nan, 3])
    1.0
    """
    return delivered(np.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims)),
                      out)
