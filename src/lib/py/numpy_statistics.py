# SPDX-License-Identifier: GPL-3.0-or-later
# Averages, quantiles, covariances.
import numpy as np
from _xent import refuse, warn
from numpy_common import axis_of, delivered


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """the mean, each element counted with its weight

    >>> np.average([1, 2, 3], weights=[3, 1, 0])
    1.25
    """
    a = np.asarray(a)
    if weights is None:
        mean = np.mean(a, axis, keepdims=keepdims)
        total = np.asarray(mean).dtype.type(a.size / max(1, np.size(mean)))
    else:
        w = np.asarray(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and "
                                "weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and "
                                "weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError(
                    "Length of weights not compatible with specified axis.")
            shape = [1] * a.ndim
            shape[axis] = -1
            w = np.broadcast_to(w.reshape(shape), a.shape)
        dtype = (np.zeros(0, a.dtype) * np.zeros(0, w.dtype)).dtype
        if a.dtype.kind in "iub":
            dtype = (np.zeros(0, dtype) * np.zeros(0, float)).dtype
        total = w.sum(axis=axis, dtype=dtype, keepdims=keepdims)
        if np.any(total == 0.0):
            raise ZeroDivisionError(
                "Weights sum to zero, can't be normalized")
        product = np.multiply(a, w).astype(dtype)
        mean = product.sum(axis, keepdims=keepdims) / total
    if not returned:
        return mean
    if np.shape(total) != np.shape(mean):
        total = np.broadcast_to(total, np.shape(mean)).copy()
    return mean, total


def _flat_axes(a, axis):
    """a with the axes of a reduction made the first one, and their places."""
    if axis is None:
        return a.reshape(-1), tuple(range(a.ndim))
    several = axis if isinstance(axis, (tuple, list)) else (axis,)
    axes = tuple(axis_of(int(k), a.ndim) for k in several)
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis")
    kept = [k for k in range(a.ndim) if k not in axes]
    shape = (-1,) + tuple(a.shape[k] for k in kept)
    if not a.size:
        n = 1
        for k in axes:
            n *= a.shape[k]
        shape = (n,) + shape[1:]
    return np.transpose(a, list(axes) + kept).reshape(shape), axes


def _shaped(result, a, axes, keepdims):
    """result with the reduced axes kept as 1, before its last ones."""
    if not keepdims:
        return result
    kept = tuple(1 if k in axes else n for k, n in enumerate(a.shape))
    r = np.asarray(result)
    more = r.ndim - (a.ndim - len(axes))
    return r.reshape(r.shape[:more] + kept)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """the middle of the sorted values, or the mean of the two middle ones

    >>> np.median([4, 1, 2, 3])
    2.5
    """
    a = np.asarray(a)
    x, axes = _flat_axes(a, axis)
    n = x.shape[0]
    x = np.sort(x, axis=0)
    part = x[(n - 1) // 2:n // 2 + 1] if n else x
    middle = np.mean(part, axis=0)
    if n and x.dtype.kind == "f":
        middle = _with_nan(middle, x[-1])
    return delivered(_shaped(middle, a, axes, keepdims), out)


def _with_nan(result, last):
    """nan where the greatest of a sorted line is nan."""
    if not np.any(np.isnan(last)):
        return result
    if not np.ndim(result):
        return last.dtype.type(np.nan)
    return np.where(np.isnan(last), last, result)


# Hyndman and Fan (1996): where a quantile stands in n sorted values.
_alpha_beta = {
    "weibull": (0, 0), "linear": (1, 1), "median_unbiased": (1 / 3, 1 / 3),
    "normal_unbiased": (3 / 8, 3 / 8), "interpolated_inverted_cdf": (0, 1),
    "hazen": (0.5, 0.5)}
_methods = ["inverted_cdf", "averaged_inverted_cdf",
            "closest_observation", "interpolated_inverted_cdf", "hazen",
            "weibull", "linear", "median_unbiased", "normal_unbiased",
            "lower", "higher", "midpoint", "nearest"]


def _place(n, q, method):
    """The virtual index of q among n sorted values."""
    if method == "linear":
        return (n - 1) * q
    if method == "lower":
        return np.floor((n - 1) * q)
    if method == "higher":
        return np.ceil((n - 1) * q)
    if method == "midpoint":
        return 0.5 * (np.floor((n - 1) * q) + np.ceil((n - 1) * q))
    if method == "nearest":
        return np.round((n - 1) * q)
    if method in _alpha_beta:
        alpha, beta = _alpha_beta[method]
        return n * q + (alpha + q * (1 - alpha - beta)) - 1
    refuse(f"the method '{method}' of quantiles")


def _between(low, high, t):
    """low + (high - low) t, from the nearer end."""
    gap = high - low
    if t >= 0.5:
        return high - gap * (1 - t)
    return low + gap * t


def _one_quantile(x, q, method):
    n = x.shape[0]
    at = _place(n, q, method)
    if at >= n - 1:
        below, above = -1, -1
    elif at < 0:
        below, above = 0, 0
    else:
        below = int(np.floor(at))
        above = below + 1
    t = at - np.floor(at) if 0 <= at < n - 1 else at - below
    if method in ("lower", "higher", "nearest"):
        return x[int(at)]
    if at >= n - 1 or at < 0:
        t = 0.0 if at < 0 else 1.0
    return _between(x[below], x[above], t)


def _quantiles(a, q, axis, out, method, keepdims, interpolation, nan):
    if interpolation is not None:
        method = interpolation
    if method not in _methods:
        raise ValueError(
            f"'{method}' is not a valid method. Use one of: "
            f"dict_keys({_methods})")
    a = np.asarray(a)
    x, axes = _flat_axes(a, axis)
    if x.dtype == bool:
        raise TypeError("numpy boolean subtract, the `-` operator, is not "
                        "supported, use the bitwise_xor, the `^` operator, or "
                        "the logical_xor function instead.")
    if not x.shape[0]:
        raise IndexError("cannot do a non-empty take from an empty axes.")
    x = np.sort(x, axis=0)
    flat = np.ravel(q)
    rows = []
    for one in flat:
        if nan:
            rows.append(_nan_line_quantile(x, one, method))
            continue
        r = _one_quantile(x, one, method)
        rows.append(_with_nan(r, x[-1]) if x.dtype.kind == "f" else r)
    result = rows[0] if not np.ndim(q) else np.stack(
        [np.asarray(r) for r in rows]).reshape(np.shape(q) + rows[0].shape)
    return delivered(_shaped(result, a, axes, keepdims), out)


def _nan_line_quantile(x, q, method):
    """A quantile of each sorted line, its nans, which stand last, left out."""
    if x.ndim == 1:
        line = x[~np.isnan(x)] if x.dtype.kind == "f" else x
        if not line.size:
            warn("RuntimeWarning", "All-NaN slice encountered")
            return x.dtype.type(np.nan)
        return _one_quantile(line, q, method)
    wide = x.reshape(x.shape[0], -1)
    parts = [_nan_line_quantile(wide[:, k], q, method)
             for k in range(wide.shape[1])]
    return np.array(parts).reshape(x.shape[1:])


def _fractions(q, most):
    q = np.asarray(q)
    if np.any(~((q >= 0) & (q <= most))):
        raise ValueError("Percentiles must be in the range [0, 100]"
                         if most == 100 else
                         "Quantiles must be in the range [0, 1]")
    return np.true_divide(q, 100) if most == 100 else q


def percentile(a, q, axis=None, out=None, overwrite_input=False,
               method="linear", keepdims=False, *, interpolation=None):
    """the value below which q percent lie

    >>> np.percentile([1, 2, 3, 4], 50)
    2.5
    """
    return _quantiles(a, _fractions(q, 100), axis, out, method, keepdims,
                      interpolation, False)


def quantile(a, q, axis=None, out=None, overwrite_input=False,
             method="linear", keepdims=False, *, interpolation=None):
    """the value below which the part q lies

    >>> np.quantile([1, 2, 3, 4], [0.25, 0.75])
    array([1.75, 3.25])
    """
    return _quantiles(a, _fractions(q, 1), axis, out, method, keepdims,
                      interpolation, False)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False,
                  method="linear", keepdims=False, *, interpolation=None):
    """the value below which q percent lie, nan left out

    >>> np.nanpercentile([1, np.nan, 3], 50)
    2.0
    """
    return _quantiles(a, _fractions(q, 100), axis, out, method, keepdims,
                      interpolation, True)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False,
                method="linear", keepdims=False, *, interpolation=None):
    """the value below which the part q lies, nan left out

    >>> np.nanquantile([1, np.nan, 3], 0.5)
    2.0
    """
    return _quantiles(a, _fractions(q, 1), axis, out, method, keepdims,
                      interpolation, True)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """the middle of the sorted values, nan left out

    >>> np.nanmedian([1, np.nan, 3])
    2.0
    """
    a = np.asarray(a)
    if not a.size:
        return np.nanmean(a, axis, keepdims=keepdims)
    x, axes = _flat_axes(a, axis)
    lines = np.sort(x, axis=0).reshape(x.shape[0], -1)
    out_ = []
    for k in range(lines.shape[1]):
        line = lines[:, k]
        line = line[~np.isnan(line)] if line.dtype.kind == "f" else line
        if not line.size:
            warn("RuntimeWarning", "All-NaN slice encountered")
        out_.append(median(line) if line.size else np.nan)
    result = np.array(out_, dtype=x.dtype if x.dtype.kind == "f" else float)
    result = result.reshape(x.shape[1:])[()]
    return delivered(_shaped(result, a, axes, keepdims), out)


def ptp(a, axis=None, out=None, keepdims=False):
    """the greatest minus the least

    >>> np.ptp([1, 5, 3])
    4
    """
    a = np.asarray(a)
    return delivered(np.max(a, axis=axis, keepdims=keepdims) -
                      np.min(a, axis=axis, keepdims=keepdims), out)


def _frequencies(w, n, name):
    w = np.asarray(w, dtype=float)
    if name == "fweights" and not np.all(w == np.around(w)):
        raise TypeError("fweights must be integer")
    if w.ndim > 1:
        raise RuntimeError(f"cannot handle multidimensional {name}")
    if w.shape[0] != n:
        raise RuntimeError(f"incompatible numbers of samples and {name}")
    if np.any(w < 0):
        raise ValueError(f"{name} cannot be negative")
    return w


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None,
        aweights=None, *, dtype=None):
    """covariances of the rows of m (of its columns: rowvar=False)

    >>> np.cov([[1, 2, 3], [6, 4, 2]])
    array([[ 1., -2.],
           [-2.,  4.]])
    """
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    if y is not None and np.ndim(y) > 2:
        raise ValueError("y has more than 2 dimensions")
    X = np.array(m, ndmin=2, dtype=dtype or _at_least_double(m, y))
    if not rowvar and X.shape[0] != 1:
        X = X.T
    if X.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, copy=False, ndmin=2, dtype=X.dtype)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        X = np.concatenate((X, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    w = None
    for name, given in (("fweights", fweights), ("aweights", aweights)):
        if given is not None:
            one = _frequencies(given, X.shape[1], name)
            w = one if w is None else w * one
    mean, total = average(X, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        factor = X.shape[1] - ddof
    elif ddof == 0:
        factor = total
    elif aweights is None:
        factor = total - ddof
    else:
        factor = total - ddof * sum(w * np.asarray(aweights)) / total
    if factor <= 0:
        warn("RuntimeWarning", "Degrees of freedom <= 0 for slice")
        factor = 0.0
    X = X - mean[:, None]
    turned = X.T if w is None else (X * w).T
    c = np.dot(X, turned)
    c = c * np.true_divide(1, factor)
    return c.squeeze()


def _at_least_double(*arrays):
    parts = [np.zeros(0, dtype=float)]
    parts += [np.ravel(np.asarray(a))[:0] for a in arrays if a is not None]
    return np.concatenate(parts).dtype


def corrcoef(x, y=None, rowvar=True, bias=None, ddof=None, *, dtype=None):
    """correlations of the rows of x (of its columns: rowvar=False)

    >>> np.corrcoef([1, 2, 3], [2, 4, 6])
    array([[1., 1.],
           [1., 1.]])
    """
    c = cov(x, y, rowvar, dtype=dtype)
    if not np.ndim(c):
        return c / c
    deviation = np.sqrt(np.diag(c))
    c = c / deviation[:, None]
    c = c / deviation[None, :]
    return np.clip(c, -1, 1)
