# SPDX-License-Identifier: GPL-3.0-or-later
# Slopes, areas, interpolation, products over axes, polynomials.
import numpy as np
from _xent import refuse


def _axis(axis, ndim):
    if not -ndim <= axis < ndim:
        raise np.AxisError(f"axis {axis} is out of bounds for array of "
                           f"dimension {ndim}")
    return axis % ndim


def _cut(ndim, axis, start, stop):
    return (slice(None),) * axis + (slice(start, stop),)


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
    axis = _axis(axis, a.ndim)
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
        later = a[_cut(a.ndim, axis, 1, None)]
        earlier = a[_cut(a.ndim, axis, None, -1)]
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
        return _cut(f.ndim, axis, start, stop)

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
        axes = tuple(_axis(k, f.ndim) for k in several)
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
    axis = _axis(axis, y.ndim)
    d = dx
    if x is not None:
        x = np.asarray(x)
        if x.ndim == 1:
            shape = [1] * y.ndim
            shape[axis] = -1
            d = np.diff(x).reshape(shape)
        else:
            d = np.diff(x, axis=axis)
    later = y[_cut(y.ndim, axis, 1, None)]
    earlier = y[_cut(y.ndim, axis, None, -1)]
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


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """the vector that stands upright on a and b

    >>> np.cross([1, 0, 0], [0, 1, 0])
    array([0, 0, 1])
    """
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.asarray(a), np.asarray(b)
    a = np.moveaxis(a, _axis(axisa, a.ndim), -1)
    b = np.moveaxis(b, _axis(axisb, b.ndim), -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n"
                         "(dimension must be 2 or 3)")
    a0, a1, b0, b1 = a[..., 0], a[..., 1], b[..., 0], b[..., 1]
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return np.asarray(np.multiply(a0, b1) - a1 * b0)
    zero = a0 * b0 * 0
    a2 = a[..., 2] if a.shape[-1] == 3 else zero
    b2 = b[..., 2] if b.shape[-1] == 3 else zero
    parts = np.broadcast_arrays(a1 * b2 - a2 * b1, a2 * b0 - a0 * b2,
                                a0 * b1 - a1 * b0)
    out = np.stack(parts, axis=-1)
    return np.moveaxis(out, -1, axisc)


def tensordot(a, b, axes=2):
    """products summed over some axes of a and of b

    >>> np.tensordot([[1, 2], [3, 4]], [[5, 6], [7, 8]], axes=1)
    array([[19, 22],
           [43, 50]])
    """
    a, b = np.asarray(a), np.asarray(b)
    if np.ndim(axes):
        of_a, of_b = axes
        of_a = list(of_a) if np.ndim(of_a) else [of_a]
        of_b = list(of_b) if np.ndim(of_b) else [of_b]
    else:
        of_a = list(range(-axes, 0))
        of_b = list(range(axes))
    equal = len(of_a) == len(of_b)
    if equal:
        for i, j in zip(of_a, of_b):
            equal = equal and a.shape[i] == b.shape[j]
    if not equal:
        raise ValueError("shape-mismatch for sum")
    of_a = [k % a.ndim for k in of_a]
    of_b = [k % b.ndim for k in of_b]
    free_a = [k for k in range(a.ndim) if k not in of_a]
    free_b = [k for k in range(b.ndim) if k not in of_b]
    n = 1
    for k in of_a:
        n *= a.shape[k]
    rows = [a.shape[k] for k in free_a]
    columns = [b.shape[k] for k in free_b]
    x = np.transpose(a, free_a + of_a).reshape(-1 if a.size else 0, n)
    y = np.transpose(b, of_b + free_b).reshape(n, -1 if b.size else 0)
    return np.dot(x, y).reshape(rows + columns)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """the sum of the diagonal

    >>> np.trace([[1, 2], [3, 4]])
    5
    """
    return np.diagonal(a, offset, axis1, axis2).sum(-1, dtype, out)


def _operands(subscripts, arrays):
    """The letters of each operand and of the result."""
    text = subscripts.replace(" ", "")
    if "." in text:
        refuse("'...' in the subscripts of einsum()")
    left = text.split("->")[0]
    terms = left.split(",")
    if "->" in text:
        out = text.split("->")[1]
    else:
        letters = left.replace(",", "")
        out = "".join([c for c in sorted(set(letters))
                       if letters.count(c) == 1])
    if len(terms) > len(arrays):
        raise ValueError("fewer operands provided to einstein sum function "
                         "than specified in the subscripts string")
    if len(terms) < len(arrays):
        raise ValueError("more operands provided to einstein sum function "
                         "than specified in the subscripts string")
    for i, (term, a) in enumerate(zip(terms, arrays)):
        if len(term) > a.ndim:
            raise ValueError(
                "einstein sum subscripts string contains too many subscripts "
                f"for operand {i}")
        if len(term) < a.ndim:
            raise ValueError(
                "operand has more dimensions than subscripts given in "
                "einstein sum, but no '...' ellipsis provided to broadcast "
                "the extra dimensions.")
    for i, c in enumerate(out):
        if c in out[:i]:
            raise ValueError("einstein sum subscripts string includes output "
                             f"subscript '{c}' multiple times")
        if c not in left:
            raise ValueError("einstein sum subscripts string included output "
                             f"subscript '{c}' which never appeared in an "
                             "input")
    return terms, out


def _diagonals(a, term):
    """Letters that stand twice taken as a diagonal."""
    for c in term:
        while term.count(c) > 1:
            i = term.index(c)
            j = term.index(c, i + 1)
            a = np.diagonal(a, 0, i, j)
            term = term.replace(c, "") + c
    return a, term


def einsum(*operands, out=None, dtype=None, order="K", casting="safe",
           optimize=False):
    """sums of products, told by letters for the axes

    >>> np.einsum('ij,jk->ik', [[1, 2], [3, 4]], [[1, 0], [0, 1]])
    array([[1, 2],
           [3, 4]])
    """
    if not operands or not isinstance(operands[0], str):
        refuse("einsum() without a text of subscripts")
    arrays = [np.asarray(a, dtype=dtype) for a in operands[1:]]
    terms, result = _operands(operands[0], arrays)
    letters, sizes = list(result), {}
    for term, a in zip(terms, arrays):
        for c, n in zip(term, a.shape):
            if sizes.get(c, 1) not in (1, n) and n != 1:
                raise ValueError(
                    "operands could not be broadcast together with remapped "
                    "shapes [original->remapped]: " +
                    _remapped(terms, arrays, result))
            sizes[c] = max(n, sizes.get(c, 1))
            if c not in letters:
                letters.append(c)
    product = None
    for term, a in zip(terms, arrays):
        a, term = _diagonals(a, term)
        a = np.transpose(a, [term.index(c) for c in letters if c in term])
        a = a.reshape([sizes[c] if c in term and _full(a, letters, term, c)
                       else 1 for c in letters])
        product = a if product is None else product * a
    extra = tuple(range(len(result), len(letters)))
    if extra:
        product = product.sum(axis=extra, dtype=product.dtype)
    else:
        product = product.copy() if len(arrays) == 1 else product
    if out is None:
        return product
    out[...] = product
    return out


def _full(a, letters, term, c):
    """Is the axis of a that is called c longer than 1?"""
    return a.shape[[d for d in letters if d in term].index(c)] > 1


def _remapped(terms, arrays, result):
    letters = list(result)
    for term in terms:
        letters += [c for c in term if c not in letters]
    parts = []
    for term, a in zip(terms, arrays):
        old = ",".join([str(n) for n in a.shape])
        new = ",".join([str(a.shape[term.index(c)]) if c in term else "newaxis"
                        for c in letters])
        while new.startswith("newaxis,"):
            new = new[len("newaxis,"):]
        parts.append(f"({old})->({new}) ")
    return "".join(parts)


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
    axis = _axis(axis, p.ndim)
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
    up[_cut(p.ndim, axis, 1, None)] = (p[_cut(p.ndim, axis, 1, None)] +
                                       correction.cumsum(axis))
    return up


def vander(x, N=None, increasing=False):
    """the powers of x as columns

    >>> np.vander([1, 2, 3], 3)
    array([[1, 1, 1],
           [4, 2, 1],
           [9, 3, 1]])
    """
    x = np.asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    n = len(x) if N is None else N
    dtype = np.concatenate((x[:0], np.zeros(0, dtype=int))).dtype
    out = np.ones((len(x), n), dtype=dtype)
    for k in range(1, n):
        out[:, k] = out[:, k - 1] * x
    return out if increasing else out[:, ::-1]


def polyval(p, x):
    """the value of a polynomial, highest power first

    >>> np.polyval([1, 0, -1], 3)
    8
    """
    y = np.zeros_like(x) if np.ndim(x) else np.asarray(x).dtype.type(0)
    x = np.asarray(x)
    for c in np.asarray(p):
        y = y * x + c
    return y


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """the polynomial of least squares, highest power first

    >>> np.round(np.polyfit([0, 1, 2], [1, 3, 5], 1), 6)
    array([2., 1.])
    """
    if full or cov:
        refuse(f"the keyword '{'full' if full else 'cov'}' of polyfit()")
    n = int(deg) + 1
    x = np.asarray(x) + 0.0
    y = np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    left, right = vander(x, n), y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w[:, None]
        right = right * (w[:, None] if y.ndim == 2 else w)
    scale = np.sqrt((left * left).sum(axis=0))
    c = np.linalg.lstsq(left / scale, right, rcond)[0]
    return (c.T / scale).T


def polyadd(a1, a2):
    """the sum of two polynomials

    >>> np.polyadd([1, 2], [9, 5, 4])
    array([9, 6, 6])
    """
    a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
    n = max(len(a1), len(a2))
    first = np.concatenate((np.zeros(n - len(a1), a1.dtype), a1))
    return first + np.concatenate((np.zeros(n - len(a2), a2.dtype), a2))


def polymul(a1, a2):
    """the product of two polynomials

    >>> np.polymul([1, 2], [1, 3])
    array([1, 5, 6])
    """
    return np.convolve(a1, a2)


def polyder(p, m=1):
    """the derivative of a polynomial

    >>> np.polyder([1, 1, 1])
    array([2, 1])
    """
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    p = np.asarray(p)
    for _ in range(m):
        p = p[:-1] * np.arange(len(p) - 1, 0, -1)
    return p


def polyint(p, m=1, k=None):
    """the integral of a polynomial

    >>> np.polyint([2, 1])
    array([1., 1., 0.])
    """
    k = np.zeros(m) if k is None else np.atleast_1d(k)
    if len(k) == 1 and m > 1:
        k = k[0] * np.ones(m)
    if len(k) < m:
        raise ValueError(
            "k must be a scalar or a rank-1 array of length 1 or >m.")
    p = np.asarray(p)
    for i in range(m):
        p = np.concatenate((p / np.arange(len(p), 0, -1), [k[i]]))
    return p


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
