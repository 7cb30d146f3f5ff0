# SPDX-License-Identifier: GPL-3.0-or-later
# Python functions applied to arrays, and changes at chosen places.
import numpy as np
from _xent import refuse
from numpy_common import axis_of
from numpy_index import ndindex


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """a function of a line applied to every line along an axis

    >>> np.apply_along_axis(sum, 1, np.array([[1, 2], [3, 4]]))
    array([3, 7])
    """
    a = np.asarray(arr)
    axis = axis_of(axis, a.ndim)
    last = np.swapaxes(a, axis, -1) if a.ndim == 2 and axis == 0 else (
        np.transpose(a, [k for k in range(a.ndim) if k != axis] + [axis]))
    places = list(ndindex(*last.shape[:-1]))
    if not places:
        raise ValueError(
            "Cannot apply_along_axis when any iteration dimensions are 0")
    parts = [np.asarray(func1d(last[p], *args, **kwargs)) for p in places]
    inner = parts[0].shape
    buffer = np.zeros(last.shape[:-1] + inner, dtype=parts[0].dtype)
    for p, part in zip(places, parts):
        buffer[p] = part
    n, more = buffer.ndim, len(inner)
    kept = n - more
    order = (list(range(axis)) + list(range(kept, n)) +
             list(range(axis, kept)))
    return np.transpose(buffer, order) if n else buffer


def apply_over_axes(func, a, axes):
    """a reducing function applied to several axes, which stay

    >>> np.apply_over_axes(np.sum, np.ones((2, 3)), [0, 1])
    array([[6.]])
    """
    out = np.asarray(a)
    axes = np.ravel(np.asarray(axes)).tolist()
    for axis in axes:
        if axis < 0:
            axis += np.ndim(a)
        part = func(out, axis)
        out = part if part.ndim == out.ndim else np.expand_dims(part, axis)
    return out


class vectorize:
    """a function of numbers made one of arrays

    >>> np.vectorize(lambda x: x if x > 0 else 0)([-1, 2])
    array([0, 2])
    """
    __module__ = "numpy"

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None,
                 cache=False, signature=None):
        if signature is not None:
            refuse("the keyword 'signature' of vectorize()")
        if isinstance(otypes, str):
            refuse("texts as the otypes of vectorize()")
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.excluded = set() if excluded is None else set(excluded)
        self.__doc__ = doc

    def __call__(self, *args, **kwargs):
        names = [k for k in kwargs if k not in self.excluded]
        places = [i for i in range(len(args)) if i not in self.excluded]
        arrays = [np.asarray(args[i]) for i in places]
        arrays += [np.asarray(kwargs[k]) for k in names]
        wide = np.broadcast_arrays(*arrays)
        shape = wide[0].shape if wide else ()
        size = 1
        for n in shape:
            size *= n
        if not size and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless "
                             "`otypes` is set")
        results = []
        given, named = list(args), dict(kwargs)
        for row in zip(*[np.ravel(w) for w in wide]):
            for at, i in enumerate(places):
                given[i] = row[at]
            for at, k in enumerate(names):
                named[k] = row[len(places) + at]
            results.append(self.pyfunc(*given, **named))
        return self._joined(results, shape)

    def _joined(self, results, shape):
        several = results and isinstance(results[0], tuple)
        columns = list(zip(*results)) if several else [results]
        out = []
        for k, column in enumerate(columns):
            dtype = self.otypes[k] if self.otypes else None
            if dtype is None:
                dtype = np.asarray(column[0]).dtype
            a = np.array([np.asarray(x).astype(dtype) for x in column],
                         dtype=dtype)
            out.append(a.reshape(shape))
        return tuple(out) if several else out[0]


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """an array from a function of the indices

    >>> np.fromfunction(lambda i, j: i + j, (2, 2))
    array([[0., 1.],
           [1., 2.]])
    """
    return function(*np.indices(shape, dtype=dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    """an array from what can be iterated

    >>> np.fromiter((k * k for k in range(3)), dtype=float)
    array([0., 1., 4.])
    """
    items = list(iter)
    if count >= 0 and len(items) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator "
                         f"had only {len(items)} items.")
    return np.array(items if count < 0 else items[:count], dtype=dtype)


def piecewise(x, condlist, funclist, *args, **kw):
    """functions or numbers, each where its condition holds

    >>> np.piecewise(np.array([-1., 2.]), [np.array([True, False])], [0, 5])
    array([0., 5.])
    """
    x = np.asarray(x)
    one = np.isscalar(condlist) or (
        not isinstance(condlist[0], (list, np.ndarray)) and x.ndim != 0)
    conditions = [np.asarray(c, dtype=bool)
                  for c in ([condlist] if one else condlist)]
    n, n2 = len(conditions), len(funclist)
    if n == n2 - 1:
        rest = ~conditions[0]
        for c in conditions[1:]:
            rest = rest & ~c
        conditions.append(rest)
    elif n != n2:
        raise ValueError(f"with {n} condition(s), either {n} or {n + 1} "
                         "functions are expected")
    y = np.zeros_like(x)
    for where, f in zip(conditions, funclist):
        if not callable(f):
            y[where] = f
        elif x[where].size > 0:
            y[where] = f(x[where], *args, **kw)
    return y


def select(condlist, choicelist, default=0):
    """for each element the choice of the first condition that holds

    >>> np.select([np.array([True, False])], [np.array([1, 2])], 9)
    array([1, 9])
    """
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of "
                         "conditions")
    if not len(condlist):
        raise ValueError(
            "select with an empty condition list is not possible")
    for i, c in enumerate(condlist):
        if np.asarray(c).dtype != bool:
            raise TypeError(f"invalid entry {i} in condlist: should be "
                            "boolean ndarray")
    out = np.asarray(default)
    for c, choice in reversed(list(zip(condlist, choicelist))):
        out = np.where(c, choice, out)
    return out


def choose(a, choices, out=None, mode="raise"):
    """for each element the array that its number names

    >>> np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]])
    array([ 1, 20,  3])
    """
    n = len(choices)
    a = np.asarray(a)
    if mode == "raise" and np.any((a < 0) | (a >= n)):
        raise ValueError("invalid entry in choice array")
    a = a % n if mode == "wrap" else np.clip(a, 0, n - 1)
    result = np.asarray(choices[n - 1])
    for k in range(n - 2, -1, -1):
        result = np.where(a == k, choices[k], result)
    wide = np.broadcast_arrays(result, a)[0]
    if out is None:
        return wide.copy() if wide.ndim else wide[()]
    out[...] = wide
    return out


def compress(condition, a, axis=None, out=None):
    """the elements, rows or columns where a condition holds

    >>> np.compress([True, False, True], [5, 6, 7])
    array([5, 7])
    """
    condition = np.asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    result = np.take(a, np.nonzero(condition)[0], axis=axis)
    if out is None:
        return result
    out[...] = result
    return out


def extract(condition, arr):
    """the elements where a condition holds

    >>> np.extract([True, False, True], [5, 6, 7])
    array([5, 7])
    """
    return np.take(np.ravel(arr), np.nonzero(np.ravel(condition))[0])


def _must_be_array(function, a):
    if not isinstance(a, np.ndarray):
        raise TypeError(f"argument 1 must be numpy.ndarray, not "
                        f"{type(a).__name__}")


def place(arr, mask, vals):
    """changes arr: the values, again and again, where the mask holds

    >>> x = np.arange(4); np.place(x, x > 1, [9]); x
    array([0, 1, 9, 9])
    """
    _must_be_array("place", arr)
    at = np.nonzero(np.ravel(mask))[0]
    vals = np.ravel(vals)
    if not at.size:
        return
    if not vals.size:
        raise ValueError("Cannot insert from an empty array!")
    put(arr, at, np.resize(vals, at.size))


def putmask(a, mask, values):
    """changes a: the values at the same places where the mask holds

    >>> x = np.arange(4); np.putmask(x, x > 1, x * 10); x
    array([ 0,  1, 20, 30])
    """
    _must_be_array("putmask", a)
    mask = np.asarray(mask, dtype=bool)
    if mask.size != a.size:
        raise ValueError("putmask: mask and data must be the same size")
    if not np.size(values):
        return
    wide = np.resize(values, a.shape).astype(a.dtype)
    mask = mask.reshape(a.shape)
    a[mask] = wide[mask]


def put(a, ind, v, mode="raise"):
    """changes a: values at places of the flattened array

    >>> x = np.arange(4); np.put(x, [0, 3], [7, 8]); x
    array([7, 1, 2, 8])
    """
    if not isinstance(a, np.ndarray):
        raise TypeError(f"argument 1 must be numpy.ndarray, not "
                        f"{type(a).__name__}")
    at = np.ravel(np.asarray(ind))
    if not at.size:
        return
    for i in at:
        if mode == "raise" and not -a.size <= i < a.size:
            raise IndexError(f"index {i} is out of bounds for axis 0 with "
                             f"size {a.size}")
    at = at % a.size if mode != "clip" else np.clip(at, 0, a.size - 1)
    a[np.unravel_index(at, a.shape)] = np.resize(v, at.size)


def put_along_axis(arr, indices, values, axis):
    """changes arr: values at the places that indices give along an axis

    >>> x = np.zeros((2, 2)); np.put_along_axis(x, np.array([[1], [0]]), 5, 1)
    >>> x
    array([[0., 5.],
           [5., 0.]])
    """
    indices = np.asarray(indices)
    if axis is None:
        put(arr, indices, values)
        return
    axis = axis_of(axis, arr.ndim)
    if arr.ndim != indices.ndim:
        raise ValueError("`indices` and `arr` must have the same number of "
                         "dimensions")
    if indices.dtype.kind not in "iu":
        raise IndexError("`indices` must be an integer array")
    places = []
    for k in range(arr.ndim):
        shape = [1] * arr.ndim
        shape[k] = -1
        places.append(indices if k == axis
                      else np.arange(arr.shape[k]).reshape(shape))
    arr[tuple(places)] = values


def fill_diagonal(a, val, wrap=False):
    """changes a: the value, or the values, on its diagonal

    >>> x = np.zeros((2, 2)); np.fill_diagonal(x, 7); x
    array([[7., 0.],
           [0., 7.]])
    """
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if a.ndim > 2 and any(n != a.shape[0] for n in a.shape):
        raise ValueError("All dimensions of input must be of equal length")
    if wrap and a.ndim == 2:
        at = np.arange(0, a.size, a.shape[1] + 1)
    else:
        n = min(a.shape)
        step = 1
        for length in a.shape[:0:-1]:
            step = step * length + 1
        at = np.arange(n) * step
    if at.size:
        a[np.unravel_index(at, a.shape)] = np.resize(val, at.size)


def copyto(dst, src, casting="same_kind", where=True):
    """changes dst: a copy of src, where the mask holds

    >>> x = np.zeros(2); np.copyto(x, [1, 2]); x
    array([1., 2.])
    """
    if not isinstance(dst, np.ndarray):
        raise TypeError("copyto() argument 1 must be numpy.ndarray, not "
                        f"{type(dst).__name__}")
    src = np.asarray(src)
    if not np.can_cast(src if not src.ndim else src.dtype, dst.dtype,
                       casting):
        raise TypeError(f"Cannot cast array data from {src.dtype!r} to "
                        f"{dst.dtype!r} according to the rule '{casting}'")
    if where is True:
        dst[...] = src
        return
    where = np.broadcast_to(where, dst.shape)
    dst[where] = np.broadcast_to(src, dst.shape)[where]
