# SPDX-License-Identifier: GPL-3.0-or-later
# Differences, slopes, areas, convolutions, windows, and small functions of
# elements.
import numpy as np
from numpy_common import along, axis_of


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """each element minus the one before it, n times

    >>> np.diff([1, 4, 9])
    array([3, 5])
    """
    if n == 0:
        return a
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    a = np.asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one "
                         "dimensional")
    axis = axis_of(axis, a.ndim)
    parts = []
    for part in (prepend, a, append):
        if part is None:
            continue
        part = np.asarray(part)
        if not part.ndim:
            shape = list(a.shape)
            shape[axis] = 1
            part = np.broadcast_to(part, shape)
        parts.append(part)
    if len(parts) > 1:
        a = np.concatenate(parts, axis)
    for _ in range(n):
        later = a[along(a.ndim, axis, slice(1, None))]
        earlier = a[along(a.ndim, axis, slice(None, -1))]
        a = later != earlier if a.dtype == bool else later - earlier
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    """each element of the flattened array minus the one before it

    >>> np.ediff1d([1, 4, 9])
    array([3, 5])
    """
    a = np.ravel(ary)
    middle = a[1:] - a[:-1]
    parts = [middle]
    if to_begin is not None:
        parts.insert(0, np.ravel(to_begin).astype(a.dtype))
    if to_end is not None:
        parts.append(np.ravel(to_end).astype(a.dtype))
    return np.concatenate(parts) if len(parts) > 1 else middle


def _spacings(varargs, shape, axes):
    """For each axis its distance, or the distances between its places."""
    n = len(varargs)
    if n == 0:
        return [1.0] * len(axes)
    if n == 1 and np.ndim(varargs[0]) == 0:
        return list(varargs) * len(axes)
    if n != len(axes):
        raise TypeError("invalid number of arguments")
    out = []
    for axis, d in zip(axes, varargs):
        d = np.asarray(d)
        if d.ndim == 0:
            out.append(d[()])
            continue
        if d.ndim != 1:
            raise ValueError("distances must be either scalars or 1d")
        if len(d) != shape[axis]:
            raise ValueError("when 1d, distances must match the length of "
                             "the corresponding dimension")
        if d.dtype.kind in "iu":
            d = d.astype(float)
        d = np.diff(d)
        out.append(d[0] if (d == d[0]).all() else d)
    return out


def _slope(f, axis, h, edge_order):
    """The derivative along one axis: second order inside, at the ends of the
    order asked for."""
    def at(start, stop):
        return along(f.ndim, axis, slice(start, stop))

    out = np.empty_like(f)
    even = np.ndim(h) == 0
    if even:
        out[at(1, -1)] = (f[at(2, None)] - f[at(None, -2)]) / (2.0 * h)
    else:
        before, after = h[:-1], h[1:]
        shape = [1] * f.ndim
        shape[axis] = -1
        a = (-after / (before * (before + after))).reshape(shape)
        b = ((after - before) / (before * after)).reshape(shape)
        c = (before / (after * (before + after))).reshape(shape)
        out[at(1, -1)] = (a * f[at(None, -2)] + b * f[at(1, -1)] +
                          c * f[at(2, None)])
    first, last = (h, h) if even else (h[0], h[-1])
    if edge_order == 1:
        out[at(0, 1)] = (f[at(1, 2)] - f[at(0, 1)]) / first
        out[at(-1, None)] = (f[at(-1, None)] - f[at(-2, -1)]) / last
        return out
    if even:
        a, b, c = -1.5 / h, 2.0 / h, -0.5 / h
    else:
        x, y = h[0], h[1]
        a = -(2.0 * x + y) / (x * (x + y))
        b = (x + y) / (x * y)
        c = -x / (y * (x + y))
    out[at(0, 1)] = a * f[at(0, 1)] + b * f[at(1, 2)] + c * f[at(2, 3)]
    if even:
        a, b, c = 0.5 / h, -2.0 / h, 1.5 / h
    else:
        x, y = h[-2], h[-1]
        a = y / (x * (x + y))
        b = -(y + x) / (x * y)
        c = (2.0 * y + x) / (y * (x + y))
    out[at(-1, None)] = (a * f[at(-3, -2)] + b * f[at(-2, -1)] +
                         c * f[at(-1, None)])
    return out


def gradient(f, *varargs, axis=None, edge_order=1):
    """slopes along every axis, from the neighbours on both sides

    >>> np.gradient(np.array([1., 4., 9., 16.]))
    array([3., 4., 6., 7.])
    """
    f = np.asarray(f)
    if axis is None:
        axes = tuple(range(f.ndim))
    else:
        several = axis if isinstance(axis, tuple) else (axis,)
        axes = tuple(axis_of(k, f.ndim) for k in several)
    steps = _spacings(varargs, f.shape, axes)
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if f.dtype.kind != "f":
        f = f.astype(float)
    out = []
    for k, h in zip(axes, steps):
        if f.shape[k] < edge_order + 1:
            raise ValueError("Shape of array too small to calculate a "
                             "numerical gradient, at least (edge_order + 1) "
                             "elements are required.")
        out.append(_slope(f, k, h, edge_order))
    return out[0] if len(axes) == 1 else out


def interp(x, xp, fp, left=None, right=None, period=None):
    """values on the broken line through the points (xp, fp)

    >>> np.interp(2.5, [1, 2, 3], [3, 2, 0])
    1.0
    """
    x = np.asarray(x, dtype=float)
    xp = np.asarray(xp, dtype=float)
    fp = np.asarray(fp, dtype=float)
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        x, xp = x % period, xp % period
        order = np.argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = np.concatenate((xp[-1:] - period, xp, xp[0:1] + period))
        fp = np.concatenate((fp[-1:], fp, fp[0:1]))
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("Data points must be 1-D sequences")
    if not xp.size:
        raise ValueError("array of sample points is empty")
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    left = fp[0] if left is None else left
    right = fp[-1] if right is None else right
    at = np.clip(np.searchsorted(xp, x, side="right") - 1, 0,
                 max(0, xp.size - 2))
    if xp.size == 1:
        out = np.where(x < xp[0], left, np.where(x > xp[0], right, fp[0]))
    else:
        slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
        out = slope[at] * (x - xp[at]) + fp[at]
        out = np.where(x == xp[at], fp[at], out)
        out = np.where(x == xp[-1], fp[-1], out)
        out = np.where(x < xp[0], left, np.where(x > xp[-1], right, out))
    out = np.where(np.isnan(x), x, out)
    return out if out.ndim else out[()]


def trapz(y, x=None, dx=1.0, axis=-1):
    """the area under a line through points

    >>> np.trapz([1, 2, 3])
    4.0
    """
    y = np.asarray(y)
    axis = axis_of(axis, y.ndim)
    d = dx
    if x is not None:
        x = np.asarray(x)
        if x.ndim == 1:
            shape = [1] * y.ndim
            shape[axis] = -1
            d = np.diff(x).reshape(shape)
        else:
            d = np.diff(x, axis=axis)
    later = y[along(y.ndim, axis, slice(1, None))]
    earlier = y[along(y.ndim, axis, slice(None, -1))]
    return (d * (later + earlier) / 2.0).sum(axis)


def correlate(a, v, mode="valid"):
    """the products of a and v, shifted along each other

    >>> np.correlate([1, 2, 3], [0, 1, 0.5])
    array([3.5])
    """
    a, v = np.asarray(a), np.asarray(v)
    return _slid(a, v, mode, False)


def convolve(a, v, mode="full"):
    """the running sum of a, weighted by v backwards

    >>> np.convolve([1, 2, 3], [0, 1, 0.5])
    array([0. , 1. , 2.5, 4. , 1.5])
    """
    a = np.array(a, copy=False, ndmin=1)
    v = np.array(v, copy=False, ndmin=1)
    if len(v) > len(a):
        a, v = v, a
    if len(a) == 0:
        raise ValueError("a cannot be empty")
    if len(v) == 0:
        raise ValueError("v cannot be empty")
    return _slid(a, v[::-1], mode, True)


def _slid(a, v, mode, swapped):
    if not a.size:
        raise ValueError("first array argument cannot be empty")
    if not v.size:
        raise ValueError("second array argument cannot be empty")
    modes = ("valid", "same", "full")
    if mode not in modes and mode not in (0, 1, 2):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' "
                         f"(got {mode!r})")
    if mode in (0, 1, 2):
        mode = modes[mode]
    backwards = len(v) > len(a)
    if backwards:
        a, v = v, a
    n, m = len(a), len(v)
    dtype = (a[:0] * v[:0]).dtype
    out = np.empty(n + m - 1, dtype=dtype)
    for k in range(n + m - 1):
        first = max(0, k - m + 1)
        last = min(n, k + 1)
        out[k] = np.dot(a[first:last], v[first + m - 1 - k:last + m - 1 - k])
    if mode == "valid":
        out = out[m - 1:n]
    elif mode == "same":
        start = (m - 1) - m // 2 if not swapped or m % 2 else m // 2 - 1
        start = (m - 1) // 2
        out = out[start:start + n]
    return out[::-1].copy() if backwards else out


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """numbers that grow by the same factor

    >>> np.geomspace(1, 1000, num=4)
    array([   1.,   10.,  100., 1000.])
    """
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    sign = -1.0 if start < 0 and stop < 0 else 1.0
    first, last = np.log10(start * sign), np.log10(stop * sign)
    out = np.logspace(first, last, num=num, endpoint=endpoint, base=10.0)
    if num > 0:
        out[0] = start * sign
        if num > 1 and endpoint:
            out[-1] = stop * sign
    out = out * sign if sign < 0 else out
    return out if dtype is None else out.astype(dtype)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """nan as 0, infinities as the greatest numbers

    >>> np.nan_to_num([1, np.nan])
    array([1., 0.])
    """
    given = x
    x = np.array(x, copy=copy)
    if x.dtype.kind == "f":
        most = np.finfo(x.dtype)
        wrong = np.isnan(x)
        high, low = np.isposinf(x), np.isneginf(x)
        x[wrong] = nan
        x[high] = most.max if posinf is None else posinf
        x[low] = most.min if neginf is None else neginf
    return x[()] if not x.ndim else x


def sinc(x):
    """sin(pi x) / (pi x), 1 at 0

    >>> np.sinc(0.5)
    0.6366197723675814
    """
    x = np.asarray(x)
    y = np.pi * np.where(x == 0, 1.0e-20, x)
    return np.sin(y) / y


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """angles without jumps of more than half a turn

    >>> np.unwrap([0, 3, 6.5])
    array([0.        , 3.        , 0.21681469])
    """
    p = np.asarray(p)
    axis = axis_of(axis, p.ndim)
    steps = np.diff(p, axis=axis)
    discont = period / 2 if discont is None else discont
    whole = np.asarray(period).dtype.kind in "iu" and p.dtype.kind in "iu"
    half = period // 2 if whole else period / 2
    low = -half
    turned = np.mod(steps - low, period) + low
    if not whole or period % 2 == 0:
        turned = np.where((turned == low) & (steps > 0), half, turned)
    correction = np.where(abs(steps) < discont, 0, turned - steps)
    up = np.array(p, dtype=(p.reshape(-1)[:0] + correction.reshape(-1)[:0]
                            ).dtype)
    later = along(p.ndim, axis, slice(1, None))
    up[later] = p[later] + correction.cumsum(axis)
    return up


def hamming(M):
    """a window of M points

    >>> np.hamming(3)
    array([0.08, 1.  , 0.08])
    """
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1)
    return 0.54 + 0.46 * np.cos(np.pi * np.arange(1 - M, M, 2) / (M - 1))


def hanning(M):
    """a window of M points

    >>> np.hanning(3)
    array([0., 1., 0.])
    """
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1)
    return 0.5 + 0.5 * np.cos(np.pi * np.arange(1 - M, M, 2) / (M - 1))


def isposinf(x, out=None):
    """which are inf

    >>> np.isposinf([1, np.inf, -np.inf])
    array([False,  True, False])
    """
    return np.logical_and(np.isinf(x), ~np.signbit(x), out=out)


def isneginf(x, out=None):
    """which are -inf

    >>> np.isneginf([1, np.inf, -np.inf])
    array([False, False,  True])
    """
    return np.logical_and(np.isinf(x), np.signbit(x), out=out)


def spacing(x):
    """the distance to the next floating-point number

    >>> np.spacing(1.0)
    2.220446049250313e-16
    """
    size = np.fabs(x)
    return np.copysign(np.nextafter(size, np.inf) - size, x)


def modf(x):
    """what stands behind the point and before it

    >>> np.modf(3.5)
    (0.5, 3.0)
    """
    whole = np.trunc(np.asarray(x) + 0.0)
    rest = np.where(np.isinf(x), 0.0, np.asarray(x) - np.where(
        np.isinf(x), 0.0, whole)).astype(whole.dtype)
    return np.copysign(rest, x)[()], whole


def divmod(x1, x2):
    """floor division and what is left

    >>> np.divmod(7, 3)
    (2, 1)
    """
    return np.floor_divide(x1, x2), np.remainder(x1, x2)


def conj(x):
    """the numbers themselves: they are real

    >>> np.conj([1, 2])
    array([1, 2])
    """
    return np.positive(x)


def conjugate(x):
    """the numbers themselves: they are real

    >>> np.conjugate([1, 2])
    array([1, 2])
    """
    return np.positive(x)


def cumproduct(a, axis=None, dtype=None, out=None):
    """running products

    >>> np.cumproduct([1, 2, 3])
    array([1, 2, 6])
    """
    return np.cumprod(a, axis, dtype)


def alltrue(a, axis=None, out=None, keepdims=False):
    """are all true

    >>> np.alltrue([1, 0])
    False
    """
    return np.all(a, axis, out, keepdims)


def sometrue(a, axis=None, out=None, keepdims=False):
    """is one true

    >>> np.sometrue([1, 0])
    True
    """
    return np.any(a, axis, out, keepdims)
