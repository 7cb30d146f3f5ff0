# SPDX-License-Identifier: GPL-3.0-or-later
# Forms of NumPy's functions that are asked for rarely: with where=, initial=,
# dtype=, order=. The rows of ops/ have the usual ones.
import numpy as np
from numpy_common import delivered


def _ufunc(f, *args, dtype=None, casting="same_kind", order="K", subok=True,
           **named):
    """A function of numbers, computed in a dtype."""
    for k in named:
        if k not in ("out", "where"):
            raise TypeError(f"{f.__name__}() got an unexpected keyword "
                            f"argument '{k}'")
    if dtype is None:
        return f(*args, **named)
    args = [np.asarray(a).astype(dtype, casting="unsafe") for a in args]
    result = f(*args, **named)
    if named.get("out") is not None or result.dtype == dtype:
        return result
    return result.astype(dtype)


_nothing = object()


def _reduced(f, start, a, axis, dtype, out, keepdims, initial, where, join):
    a = np.asarray(a)
    if where is not True:
        a = np.where(where, a, a.dtype.type(start) if start is not None
                     else initial)
    named = {} if dtype is None else {"dtype": dtype}
    if start is None and initial is not _nothing and not a.size:
        shape = np.sum(a, axis=axis, keepdims=keepdims).shape
        return delivered(np.full(shape, initial, dtype=a.dtype)[()], out)
    result = f(a, axis=axis, keepdims=keepdims, **named)
    if initial is not _nothing:
        result = join(result, initial).astype(result.dtype)
    return delivered(result, out)


def _one_by_one(items, total):
    for x in items:
        total = total + x
    return total


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=_nothing,
        where=True):
    if type(a).__name__ == "generator":
        return _one_by_one(a, 0 if initial is _nothing else initial)
    return _reduced(np.sum, 0, a, axis, dtype, out, keepdims, initial, where,
                    np.add)


def prod(a, axis=None, dtype=None, out=None, keepdims=False,
         initial=_nothing, where=True):
    return _reduced(np.prod, 1, a, axis, dtype, out, keepdims, initial, where,
                    np.multiply)


def _need_start(name, initial, where):
    if where is not True and initial is _nothing:
        raise ValueError(f"reduction operation '{name}' does not have an "
                         "identity, so to use a where mask one has to "
                         "specify 'initial'")


def max(a, axis=None, out=None, keepdims=False, initial=_nothing, where=True):
    _need_start("maximum", initial, where)
    return _reduced(np.max, None, a, axis, None, out, keepdims, initial,
                    where, np.maximum)


def min(a, axis=None, out=None, keepdims=False, initial=_nothing, where=True):
    _need_start("minimum", initial, where)
    return _reduced(np.min, None, a, axis, None, out, keepdims, initial,
                    where, np.minimum)


def amax(a, axis=None, out=None, keepdims=False, initial=_nothing,
         where=True):
    return max(a, axis, out, keepdims, initial, where)


def amin(a, axis=None, out=None, keepdims=False, initial=_nothing,
         where=True):
    return min(a, axis, out, keepdims, initial, where)


def any(a, axis=None, out=None, keepdims=False, where=True):
    a = np.logical_and(a, where)
    return np.any(a, axis=axis, out=out, keepdims=keepdims)


def all(a, axis=None, out=None, keepdims=False, where=True):
    a = np.logical_or(a, np.logical_not(where))
    return np.all(a, axis=axis, out=out, keepdims=keepdims)


def _counts(a, axis, keepdims, where):
    flags = np.broadcast_to(np.asarray(where, dtype=bool), a.shape)
    return np.sum(flags, axis=axis, dtype=int, keepdims=keepdims)


def _floating(a, dtype):
    return (float if a.dtype.kind != "f" else a.dtype) if (
        dtype is None) else dtype


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    a = np.asarray(a)
    dtype = _floating(a, dtype)
    count = _counts(a, axis, keepdims, where)
    total = sum(a, axis, dtype, None, keepdims, where=where)
    return delivered((total / count).astype(dtype), out)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *,
        where=True):
    a = np.asarray(a)
    dtype = _floating(a, dtype)
    gap = np.where(where, a - mean(a, axis, dtype, None, True, where=where),
                   0).astype(dtype)
    total = np.sum(gap * gap, axis=axis, dtype=dtype, keepdims=keepdims)
    count = np.maximum(_counts(a, axis, keepdims, where) - ddof, 0)
    return delivered((total / count).astype(dtype), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *,
        where=True):
    return delivered(np.sqrt(var(a, axis, dtype, None, ddof, keepdims,
                              where=where)), out)


def cumsum(a, axis=None, dtype=None, out=None):
    return delivered(np.cumsum(a, axis=axis, dtype=dtype), out)


def cumprod(a, axis=None, dtype=None, out=None):
    return delivered(np.cumprod(a, axis=axis, dtype=dtype), out)


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    result = np.concatenate(arrays, axis)
    if dtype is not None:
        result = result.astype(dtype, casting=casting)
    return delivered(result, out)


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    result = np.stack(arrays, axis)
    if dtype is not None:
        result = result.astype(dtype, casting=casting)
    return delivered(result, out)


def hstack(tup, *, dtype=None, casting="same_kind"):
    return np.hstack(tup).astype(dtype, casting=casting)


def vstack(tup, *, dtype=None, casting="same_kind"):
    return np.vstack(tup).astype(dtype, casting=casting)


def take(a, indices, axis=None, out=None, mode="raise"):
    a = np.asarray(a)
    n = a.size if axis is None else a.shape[axis]
    if mode == "wrap":
        indices = np.asarray(indices) % n
    if mode == "clip":
        indices = np.clip(indices, 0, n - 1)
    return delivered(np.take(a, indices, axis), out)


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None,
         dtype=None, where=True):
    if min is not None or max is not None:
        a_min, a_max = min, max
    if dtype is not None:
        a = np.asarray(a, dtype=dtype)
    result = np.clip(a, a_min, a_max)
    if where is not True:
        result = np.where(where, result, a if out is None else out)
    return delivered(result, out)


def searchsorted(a, v, side="left", sorter=None):
    return np.searchsorted(np.asarray(a)[sorter], v, side)


def argsort(a, axis=-1, kind=None, order=None):
    if order is not None:
        raise ValueError("Cannot specify order when the array has no fields.")
    return np.argsort(a, axis, kind)


def sort(a, axis=-1, kind=None, order=None):
    if order is not None:
        raise ValueError("Cannot specify order when the array has no fields.")
    return np.sort(a, axis, kind)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    a = np.asarray(a)
    return np.zeros(a.shape if shape is None else shape, dtype or a.dtype)


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    a = np.asarray(a)
    return np.ones(a.shape if shape is None else shape, dtype or a.dtype)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None):
    return zeros_like(prototype, dtype, order, subok, shape)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    a = np.asarray(a)
    return np.full(a.shape if shape is None else shape, fill_value,
                   dtype or a.dtype)


def zeros(shape, dtype=float, order="C", *, like=None):
    return np.zeros(shape, dtype)


def arange(*args, like=None, **named):
    return np.arange(*args, **named)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None,
             axis=0):
    start, stop = np.asarray(start), np.asarray(stop)
    if start.ndim or stop.ndim:
        out = _lines(start, stop, num, endpoint, axis)
        out = out if dtype is None else out.astype(dtype)
    else:
        out = np.linspace(start[()], stop[()], num, endpoint, dtype=dtype)
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else np.nan
    return (out, step) if retstep else out


def _lines(start, stop, num, endpoint, axis):
    start, stop = np.broadcast_arrays(start * 1.0, stop * 1.0)
    parts = num - 1 if endpoint else num
    at = np.arange(0, num).reshape([-1] + [1] * start.ndim) + 0.0
    step = (stop - start) / parts if parts > 0 else stop - start
    out = at * step + start
    if endpoint and num > 1:
        out[-1] = stop
    return np.moveaxis(out, 0, axis)


