# SPDX-License-Identifier: GPL-3.0-or-later
# Makers of arrays and of places that are written with brackets or as tuples.
import numpy as np
from _xent import refuse


def _common_type(arrays, scalars):
    """The dtype of arrays and scalars; a scalar counts only when its kind is
    higher than that of all arrays."""
    rank = {"b": 0, "u": 1, "i": 1, "f": 2}
    kinds = [rank[a.dtype.kind] for a in arrays]
    if arrays and all(rank[s.dtype.kind] <= max(kinds) for s in scalars):
        scalars = []
    parts = [np.zeros(0, dtype=a.dtype) for a in arrays + scalars]
    return np.concatenate(parts).dtype


class _Joiner:
    """What stands in brackets, each made an array, joined along an axis."""

    def __init__(self, axis, ndmin, columns):
        self._axis = axis
        self._ndmin = ndmin
        self._columns = columns

    def _range(self, s):
        start = 0 if s.start is None else s.start
        step = 1 if s.step is None else s.step
        return self._turned(np.arange(start, s.stop, step))

    def _turned(self, x):
        if self._columns and x.ndim == 1:
            return x.reshape(-1, 1)
        return np.array(x, copy=False, ndmin=self._ndmin)

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            key = (key,)
        parts, scalars, places = [], [], []
        for item in key:
            if isinstance(item, str):
                refuse("texts in np.r_ and np.c_")
            if isinstance(item, slice):
                parts.append(self._range(item))
            elif np.isscalar(item):
                places.append(len(parts))
                scalars.append(np.array(item))
                parts.append(np.array(item, ndmin=self._ndmin))
            else:
                parts.append(self._turned(np.asarray(item)))
        arrays = [p for i, p in enumerate(parts) if i not in places]
        dtype = _common_type(arrays, scalars) if scalars else None
        for i in places:
            parts[i] = parts[i].astype(dtype)
        return np.concatenate(parts, axis=self._axis)

    def __len__(self):
        return 0


class _RClass(_Joiner):
    __module__ = "numpy.lib.index_tricks"


class _CClass(_Joiner):
    __module__ = "numpy.lib.index_tricks"


r_ = _RClass(0, 1, False)
c_ = _CClass(-1, 2, True)


class _IndexExpression:
    __module__ = "numpy.lib.index_tricks"

    def __init__(self, maketuple):
        self.maketuple = maketuple

    def __getitem__(self, item):
        if self.maketuple and not isinstance(item, tuple):
            return (item,)
        return item


s_ = _IndexExpression(False)
index_exp = _IndexExpression(True)


def _steps(s):
    start = 0 if s.start is None else s.start
    step = 1 if s.step is None else s.step
    return np.arange(start, s.stop, step)


class _Grid:
    """Ranges in brackets as the coordinates of a grid."""

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _steps(key)
        lines = [_steps(s) for s in key]
        dtype = np.concatenate([x[:0] for x in lines]).dtype
        return self._of([x.astype(dtype) for x in lines])


class _MGridClass(_Grid):
    __module__ = "numpy.lib.index_tricks"

    def _of(self, lines):
        return np.stack(np.meshgrid(*lines, indexing="ij"))


class _OGridClass(_Grid):
    __module__ = "numpy.lib.index_tricks"

    def _of(self, lines):
        return np.meshgrid(*lines, indexing="ij", sparse=True)


mgrid = _MGridClass()
ogrid = _OGridClass()


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """the coordinates of all points of a grid, one array per axis

    >>> np.meshgrid([1, 2], [3, 4])
    [array([[1, 2],
           [1, 2]]), array([[3, 3],
           [4, 4]])]
    """
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    n = len(xi)
    lines = []
    for i, x in enumerate(xi):
        at = 1 - i if indexing == "xy" and n > 1 and i < 2 else i
        shape = [1] * n
        shape[at] = -1
        lines.append(np.asarray(x).reshape(shape))
    if not sparse:
        lines = broadcast_arrays(*lines)
    return [x.copy() for x in lines] if copy else lines


def broadcast_arrays(*args, subok=False):
    """arrays of one shape: each repeated as arithmetic would

    >>> np.broadcast_arrays([1, 2], [[3], [4]])[0]
    array([[1, 2],
           [1, 2]])
    """
    arrays = [np.asarray(a) for a in args]
    shape = broadcast_shapes(*[a.shape for a in arrays])
    return [a if a.shape == shape else np.broadcast_to(a, shape)
            for a in arrays]


def broadcast_shapes(*args):
    """the shape that arithmetic between these shapes gives

    >>> np.broadcast_shapes((3, 1), (4,))
    (3, 4)
    """
    shapes = [(s,) if isinstance(s, int) else tuple(s) for s in args]
    out = []
    for k in range(max([len(s) for s in shapes] + [0])):
        size, first = 1, 0
        for i, s in enumerate(shapes):
            n = s[-1 - k] if k < len(s) else 1
            if n == 1:
                continue
            if size != 1 and n != size:
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single "
                    f"shape.  Mismatch is between arg {first} with shape "
                    f"{shapes[first]} and arg {i} with shape {s}.")
            if size == 1:
                size, first = n, i
        out.insert(0, size)
    return tuple(out)


def ix_(*args):
    """places for a block: rows of the first, columns of the second ...

    >>> np.arange(9).reshape(3, 3)[np.ix_([0, 2], [1, 2])]
    array([[1, 2],
           [7, 8]])
    """
    out = []
    for i, x in enumerate(args):
        x = np.asarray(x)
        if not x.size:
            x = x.astype(int)
        if x.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if x.dtype == bool:
            x, = x.nonzero()
        out.append(x.reshape([-1 if k == i else 1 for k in range(len(args))]))
    return tuple(out)


def indices(dimensions, dtype=int, sparse=False):
    """the index of every element, one array per axis

    >>> np.indices((2, 2))[1]
    array([[0, 1],
           [0, 1]])
    """
    lines = [np.arange(n, dtype=dtype) for n in dimensions]
    if sparse:
        return tuple(np.meshgrid(*lines, indexing="ij", sparse=True))
    if not lines:
        return np.empty((0,), dtype=dtype)
    return np.stack(np.meshgrid(*lines, indexing="ij"))


class ndindex:
    """every index of a shape, the last one fastest

    >>> list(np.ndindex(2, 2))
    [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    __module__ = "numpy"

    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
            shape = tuple(shape[0])
        if any(n < 0 for n in shape):
            raise ValueError("negative dimensions are not allowed")
        self._shape = shape
        self._size = 1
        for n in shape:
            self._size *= n
        self._next = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._next >= self._size:
            raise StopIteration
        left, index = self._next, []
        for n in reversed(self._shape):
            index.insert(0, left % n)
            left //= n
        self._next += 1
        return tuple(index)


class ndenumerate:
    """every element with its index

    >>> list(np.ndenumerate([[1, 2]]))
    [((0, 0), 1), ((0, 1), 2)]
    """
    __module__ = "numpy"

    def __init__(self, arr):
        self._a = np.asarray(arr)
        self._places = ndindex(*self._a.shape)

    def __iter__(self):
        return self

    def __next__(self):
        place = next(self._places)
        return place, self._a[place]


def diag_indices(n, ndim=2):
    """the places of the diagonal

    >>> np.diag_indices(2)
    (array([0, 1]), array([0, 1]))
    """
    return (np.arange(n),) * ndim


def diag_indices_from(arr):
    """the places of the diagonal of an array

    >>> np.diag_indices_from(np.eye(2))
    (array([0, 1]), array([0, 1]))
    """
    a = np.asarray(arr)
    if not a.ndim >= 2:
        raise ValueError("input array must be at least 2-d")
    if any(n != a.shape[0] for n in a.shape):
        raise ValueError("All dimensions of input must be of equal length")
    return diag_indices(a.shape[0], a.ndim)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """ones on and below a diagonal

    >>> np.tri(2)
    array([[1., 0.],
           [1., 1.]])
    """
    M = N if M is None else M
    ones = np.arange(N).reshape(-1, 1) >= np.arange(-k, M - k)
    return ones.astype(dtype)


def tril_indices(n, k=0, m=None):
    """the places on and below a diagonal

    >>> np.tril_indices(2)
    (array([0, 1, 1]), array([0, 0, 1]))
    """
    return np.nonzero(tri(n, m, k=k, dtype=bool))


def triu_indices(n, k=0, m=None):
    """the places on and above a diagonal

    >>> np.triu_indices(2)
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    return np.nonzero(~tri(n, m, k=k - 1, dtype=bool))


def _of_two(arr):
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return arr.shape


def tril_indices_from(arr, k=0):
    """the places on and below a diagonal of an array

    >>> np.tril_indices_from(np.eye(2))
    (array([0, 1, 1]), array([0, 0, 1]))
    """
    n, m = _of_two(arr)
    return tril_indices(n, k=k, m=m)


def triu_indices_from(arr, k=0):
    """the places on and above a diagonal of an array

    >>> np.triu_indices_from(np.eye(2))
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    n, m = _of_two(arr)
    return triu_indices(n, k=k, m=m)


def flatnonzero(a):
    """where the flattened array is not 0

    >>> np.flatnonzero([0, 3, 0, 5])
    array([1, 3])
    """
    return np.nonzero(np.ravel(a))[0]


def unravel_index(indices, shape, order="C"):
    """the index in a shape of a place in the flattened array

    >>> np.unravel_index(5, (2, 3))
    (1, 2)
    """
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    at = np.asarray(indices)
    if at.dtype.kind not in "iu":
        raise TypeError("only int indices permitted")
    size = 1
    for n in shape:
        size *= n
    wrong = at[(at < 0) | (at >= size)] if at.ndim else (
        [at] if at < 0 or at >= size else [])
    if len(wrong):
        raise ValueError(f"index {int(wrong[0])} is out of bounds for array "
                         f"with size {size}")
    out = []
    for n in (reversed(shape) if order == "C" else shape):
        out.append(at % n)
        at = at // n
    return tuple(reversed(out) if order == "C" else out)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """the place in the flattened array of an index

    >>> np.ravel_multi_index((1, 2), (2, 3))
    5
    """
    dims = (dims,) if isinstance(dims, int) else tuple(dims)
    if len(multi_index) != len(dims):
        raise ValueError("parameter multi_index must be a sequence of length "
                         f"{len(dims)}")
    parts = [np.asarray(p) for p in multi_index]
    for i, n in enumerate(dims):
        if mode == "raise" and np.any((parts[i] < 0) | (parts[i] >= n)):
            raise ValueError("invalid entry in coordinates array")
        if mode == "wrap":
            parts[i] = parts[i] % n
        if mode == "clip":
            parts[i] = np.clip(parts[i], 0, n - 1)
    total = np.asarray(0)
    pairs = list(zip(parts, dims))
    for part, n in (pairs if order == "C" else reversed(pairs)):
        total = total * n + part
    return total
