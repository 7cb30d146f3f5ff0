# SPDX-License-Identifier: GPL-3.0-or-later
# Arrays cut into parts, put together, turned and padded.
import numpy as np
from _xent import refuse
from numpy_common import along, axes_of, axis_of


def array_split(ary, indices_or_sections, axis=0):
    """an array cut in parts along an axis, nearly equal or at given places

    >>> np.array_split([1, 2, 3, 4, 5], 2)
    [array([1, 2, 3]), array([4, 5])]
    """
    a = np.asarray(ary)
    total = a.shape[axis]
    if np.ndim(indices_or_sections):
        cuts = [0] + [int(i) for i in indices_or_sections] + [total]
    else:
        n = int(indices_or_sections)
        if n <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, more = divmod(total, n)
        cuts = [i * each + min(i, more) for i in range(n + 1)]
    at = axis_of(axis, a.ndim)
    return [a[along(a.ndim, at, slice(cuts[i], cuts[i + 1]))]
            for i in range(len(cuts) - 1)]


def split(ary, indices_or_sections, axis=0):
    """an array cut in equal parts along an axis, or at given places

    >>> np.split([1, 2, 3, 4], 2)
    [array([1, 2]), array([3, 4])]
    """
    if not np.ndim(indices_or_sections):
        n = np.asarray(ary).shape[axis]
        if n % indices_or_sections:
            raise ValueError(
                "array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    """an array cut in parts along its columns

    >>> np.hsplit(np.array([[1, 2], [3, 4]]), 2)[0]
    array([[1],
           [3]])
    """
    n = np.asarray(ary).ndim
    if n == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if n > 1 else 0)


def vsplit(ary, indices_or_sections):
    """an array cut in parts along its rows

    >>> np.vsplit(np.array([[1, 2], [3, 4]]), 2)[0]
    array([[1, 2]])
    """
    if np.asarray(ary).ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    """an array cut in parts along its third axis

    >>> [p.shape for p in np.dsplit(np.zeros((2, 2, 4)), 2)]
    [(2, 2, 2), (2, 2, 2)]
    """
    if np.asarray(ary).ndim < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return split(ary, indices_or_sections, 2)


def dstack(tup):
    """arrays joined along a third axis

    >>> np.dstack(([1, 2], [3, 4]))
    array([[[1, 3],
            [2, 4]]])
    """
    return np.concatenate([np.atleast_3d(a) for a in tup], 2)


def _depth(parts, place):
    """How many lists there are in each other."""
    if not isinstance(parts, list):
        return 0
    if not parts:
        raise ValueError(f"List at {place} cannot be empty")
    return 1 + _depth(parts[0], place + "[0]")


def _block(parts, depth, deepest):
    if not isinstance(parts, list):
        a = np.asarray(parts)
        return a.reshape((1,) * max(0, deepest - a.ndim) + a.shape)
    inner = [_block(p, depth + 1, deepest) for p in parts]
    most = max(a.ndim for a in inner)
    inner = [a.reshape((1,) * (most - a.ndim) + a.shape) for a in inner]
    return np.concatenate(inner, axis=depth - deepest)


def block(arrays):
    """a matrix put together from blocks

    >>> np.block([[np.eye(2), np.zeros((2, 1))]])
    array([[1., 0., 0.],
           [0., 1., 0.]])
    """
    out = _block(arrays, 0, _depth(arrays, "arrays"))
    return out if isinstance(arrays, list) else out.copy()


def fliplr(m):
    """the columns in reverse order

    >>> np.fliplr([[1, 2], [3, 4]])
    array([[2, 1],
           [4, 3]])
    """
    m = np.asarray(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return m[:, ::-1]


def flipud(m):
    """the rows in reverse order

    >>> np.flipud([[1, 2], [3, 4]])
    array([[3, 4],
           [1, 2]])
    """
    m = np.asarray(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return m[::-1]


def rot90(m, k=1, axes=(0, 1)):
    """an array turned by a quarter, k times

    >>> np.rot90([[1, 2], [3, 4]])
    array([[2, 4],
           [1, 3]])
    """
    axes = tuple(axes)
    m = np.asarray(m)
    if len(axes) != 2:
        raise ValueError("len(axes) must be 2.")
    if axes[0] == axes[1] or abs(axes[0] - axes[1]) == m.ndim:
        raise ValueError("Axes must be different.")
    if not (-m.ndim <= axes[0] < m.ndim and -m.ndim <= axes[1] < m.ndim):
        raise ValueError(f"Axes={axes} out of range for array of "
                         f"ndim={m.ndim}.")
    first, second = axes[0] % m.ndim, axes[1] % m.ndim
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return np.flip(np.flip(m, first), second)
    if k == 1:
        return np.swapaxes(np.flip(m, second), first, second)
    return np.flip(np.swapaxes(m, first, second), second)


def moveaxis(a, source, destination):
    """an array with axes moved to other places

    >>> np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape
    (3, 4, 2)
    """
    a = np.asarray(a)
    source = axes_of(source, a.ndim, "source")
    destination = axes_of(destination, a.ndim, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the "
                         "same number of elements")
    order = [n for n in range(a.ndim) if n not in source]
    for to, axis in sorted(zip(destination, source)):
        order.insert(to, axis)
    return np.transpose(a, order)


def rollaxis(a, axis, start=0):
    """an array with an axis moved before another

    >>> np.rollaxis(np.zeros((2, 3, 4)), 2).shape
    (4, 2, 3)
    """
    n = a.ndim
    axis = axis_of(axis, n)
    if start < 0:
        start += n
    if not 0 <= start <= n:
        raise np.AxisError(f"'start' arg requires {-n} <= start < {n + 1}, "
                           f"but {start} was passed in")
    if axis < start:
        start -= 1
    order = [k for k in range(n) if k != axis]
    order.insert(start, axis)
    return np.transpose(a, order)


def _dropped(obj, n, axis):
    """Which of n places stay: True or False for each."""
    keep = np.ones(n, dtype=bool)
    if isinstance(obj, slice):
        keep[obj] = False
        return keep
    obj = np.asarray(obj)
    if obj.dtype == bool:
        if obj.shape != (n,):
            raise ValueError(f"boolean array argument obj to delete must be "
                             f"one dimensional and match the axis length of "
                             f"{n}")
        return ~obj
    if not obj.size:
        return keep
    if obj.dtype.kind == "f":
        raise IndexError("arrays used as indices must be of integer (or "
                         "boolean) type")
    for i in np.ravel(obj):
        if not -n <= i < n:
            raise IndexError(f"index {i} is out of bounds for axis {axis} "
                             f"with size {n}")
        keep[i] = False
    return keep


def delete(arr, obj, axis=None):
    """an array without some of its elements, rows or columns

    >>> np.delete([1, 2, 3], 1)
    array([1, 3])
    """
    a = np.asarray(arr)
    if axis is None:
        a, axis = a.ravel(), 0
    at = axis_of(axis, a.ndim)
    keep = _dropped(obj, a.shape[at], axis)
    return a[along(a.ndim, at, keep)]


def resize(a, new_shape):
    """an array of another shape: its elements again and again

    >>> np.resize([1, 2, 3], 5)
    array([1, 2, 3, 1, 2])
    """
    if isinstance(new_shape, int):
        new_shape = (new_shape,)
    a = np.ravel(a)
    n = 1
    for length in new_shape:
        if length < 0:
            raise ValueError(
                "all elements of `new_shape` must be non-negative")
        n *= length
    if not a.size or not n:
        return np.zeros(new_shape, dtype=a.dtype)
    return np.tile(a, -(-n // a.size))[:n].reshape(new_shape)


def trim_zeros(filt, trim="fb"):
    """a line without the zeros at its ends

    >>> np.trim_zeros([0, 0, 1, 2, 0])
    [1, 2]
    """
    first, last = 0, len(filt)
    trim = trim.upper()
    while "F" in trim and first < last and filt[first] == 0:
        first += 1
    while "B" in trim and last > first and filt[last - 1] == 0:
        last -= 1
    return filt[first:last]


def kron(a, b):
    """every element of a times all of b

    >>> np.kron([1, 10], [1, 2])
    array([ 1,  2, 10, 20])
    """
    a, b = np.asarray(a), np.asarray(b)
    n = max(a.ndim, b.ndim)
    if not a.ndim or not b.ndim:
        return np.multiply(a, b)
    first = (1,) * (n - a.ndim) + a.shape
    second = (1,) * (n - b.ndim) + b.shape
    wide, narrow, out = [], [], []
    for k in range(n):
        wide += [first[k], 1]
        narrow += [1, second[k]]
        out.append(first[k] * second[k])
    return (a.reshape(wide) * b.reshape(narrow)).reshape(out)


def _pairs(width, n, name):
    """(before, after) for each of n axes, as pad takes them."""
    width = np.asarray(width)
    if width.size and width.dtype.kind == "f" and name == "pad_width":
        raise TypeError("`pad_width` must be of integral type.")
    try:
        pairs = np.broadcast_to(width, (n, 2)).tolist()
    except ValueError:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes "
            f"[original->remapped]: {tuple_text(width.shape)}  and requested "
            f"shape ({n},2)")
    if name == "pad_width" and width.size and np.any(width < 0):
        raise ValueError("index can't contain negative values")
    return pairs


def tuple_text(shape):
    """A shape as NumPy's C code writes it: (2,3)."""
    if len(shape) == 1:
        return f"({shape[0]},)"
    return "(" + ",".join([str(n) for n in shape]) + ")"


def _sources(n, before, after, mode):
    """For each place of the padded axis the place it repeats."""
    at = np.arange(-before, n + after)
    if mode == "edge":
        return np.clip(at, 0, n - 1)
    if mode == "wrap":
        return at % n
    if mode == "symmetric":
        at = at % (2 * n)
        return np.where(at < n, at, 2 * n - 1 - at)
    if n == 1:
        return at * 0
    at = at % (2 * n - 2)
    return np.where(at < n, at, 2 * n - 2 - at)


_statistics = {"maximum": np.max, "minimum": np.min, "mean": np.mean}


def _ends(a, axis, mode, pair, values):
    """What stands before and after a along an axis: two arrays or numbers."""
    if mode == "constant":
        return values
    if mode == "median":
        value = np.median(a, axis=axis, keepdims=True)
    else:
        value = _statistics[mode](a, axis=axis, keepdims=True)
    if mode in ("mean", "median") and a.dtype.kind in "iu":
        value = np.round(value).astype(a.dtype)
    return value, value


def _ramp(a, axis, pair, values):
    n = a.shape[axis]
    shape = [1] * a.ndim
    shape[axis] = -1
    parts = []
    for k in range(2):
        edge = a[along(a.ndim, axis, slice(0, 1) if k == 0
                        else slice(n - 1, n))]
        steps = np.linspace(0, 1, pair[k], endpoint=False).reshape(shape)
        part = values[k] + (edge - values[k]) * steps
        parts.append(part if k == 0 else np.flip(part, axis))
    return parts


def _grown(a, axis, mode, pair, values):
    """a with a part before and a part after along one axis."""
    if mode == "linear_ramp":
        before, after = _ramp(a, axis, pair, values)
        return np.concatenate([before.astype(a.dtype), a,
                               after.astype(a.dtype)], axis)
    parts = []
    for k, end in enumerate(_ends(a, axis, mode, pair, values)):
        shape = list(a.shape)
        shape[axis] = pair[k]
        part = np.empty(shape, dtype=a.dtype)
        part[...] = end
        parts.append(part)
    return np.concatenate([parts[0], a, parts[1]], axis)


_pad_words = {
    "constant": "constant_values", "linear_ramp": "end_values",
    "reflect": "reflect_type", "symmetric": "reflect_type",
    "maximum": "stat_length", "minimum": "stat_length",
    "mean": "stat_length", "median": "stat_length"}


def pad(array, pad_width, mode="constant", **kwargs):
    """an array with a border: of zeros, of its edge, mirrored ...

    >>> np.pad([1, 2, 3], 1)
    array([0, 1, 2, 3, 0])
    """
    a = np.asarray(array)
    pairs = _pairs(pad_width, a.ndim, "pad_width")
    if not isinstance(mode, str):
        refuse("a function as the mode of np.pad")
    if mode not in ("constant", "edge", "linear_ramp", "maximum", "mean",
                    "median", "minimum", "reflect", "symmetric", "wrap",
                    "empty"):
        raise ValueError(f"mode '{mode}' is not supported")
    wrong = [k for k in kwargs if k != _pad_words.get(mode)]
    if wrong:
        names = "{" + ", ".join([repr(k) for k in wrong]) + "}"
        raise ValueError(
            f"unsupported keyword arguments for mode '{mode}': {names}")
    for word in ("reflect_type", "stat_length"):
        if kwargs.get(word) not in (None, "even"):
            refuse(f"the keyword '{word}' of pad()")
    word = {"constant": "constant_values", "linear_ramp": "end_values"}
    values = _pairs(kwargs.get(word.get(mode), 0), a.ndim, "values")
    a = a.copy()
    for axis, pair in enumerate(pairs):
        n = a.shape[axis]
        if mode in ("edge", "reflect", "symmetric", "wrap"):
            if not n and (pair[0] or pair[1]):
                raise ValueError(f"can't extend empty axis {axis} using modes "
                                 "other than 'constant' or 'empty'")
            if n:
                at = _sources(n, pair[0], pair[1], mode)
                a = np.take(a, at, axis)
        elif mode == "empty":
            a = _grown(a, axis, "constant", pair, (0, 0))
        else:
            a = _grown(a, axis, mode, pair, values[axis])
    return a
