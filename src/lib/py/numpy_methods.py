# SPDX-License-Identifier: GPL-3.0-or-later
# Methods of NumPy's arrays that are written in Python.
import numpy as np
from _xent import refuse, set_shape


def nonzero(self):
    """where it is not 0, by dimension

    >>> np.array([3, 0, 5]).nonzero()
    (array([0, 2]),)
    """
    return np.nonzero(self)


def ptp(self, axis=None, out=None, keepdims=False):
    """the greatest minus the least"""
    return np.ptp(self, axis, out, keepdims)


def put(self, indices, values, mode="raise"):
    """changes it: values at places of the flattened array"""
    np.put(self, indices, values, mode)


def itemset(self, *args):
    """changes one element: itemset(index, value)"""
    if len(args) == 1:
        self[(0,) * self.ndim] = args[0]
    elif isinstance(args[0], tuple):
        self[args[0]] = args[1]
    else:
        np.put(self, [args[0]], args[1])


def choose(self, choices, out=None, mode="raise"):
    """for each element the array that its number names"""
    return np.choose(self, choices, out, mode)


def compress(self, condition, axis=None, out=None):
    """the elements, rows or columns where a condition holds"""
    return np.compress(condition, self, axis, out)


def searchsorted(self, v, side="left", sorter=None):
    """where values would go in a sorted array"""
    if sorter is not None:
        return np.searchsorted(self, v, side, sorter=sorter)
    return np.searchsorted(self, v, side)


def partition(self, kth, axis=-1, kind="introselect", order=None):
    """changes it: the kth smallest in its place, smaller ones before it"""
    self[...] = np.partition(self, kth, axis)


def argpartition(self, kth, axis=-1, kind="introselect", order=None):
    """the places that partition would take its elements from"""
    return np.argpartition(self, kth, axis)


def trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """the sum of the diagonal"""
    return np.trace(self, offset, axis1, axis2, dtype, out)


def conj(self):
    """the numbers themselves: they are real"""
    return self.copy()


def conjugate(self):
    """the numbers themselves: they are real"""
    return self.copy()


def resize(self, *new_shape, refcheck=True):
    """changes its shape and size: refused"""
    refuse("ndarray.resize(); use np.resize or reshape")


def setflags(self, write=None, align=None, uic=None):
    """refused: what may be written is xent's own affair"""
    refuse("ndarray.setflags()")


class flatiter:
    __module__ = "numpy"

    def __init__(self, base):
        self.base = base
        self.index = 0

    def __len__(self):
        return self.base.size

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self[self.index - 1]

    def copy(self):
        return self.base.flatten()

    def __array__(self):
        return self.base.flatten()

    def __getitem__(self, key):
        return self.base.ravel()[key].copy()

    def __setitem__(self, key, value):
        at = np.arange(self.base.size)[key]
        if np.size(at):
            np.put(self.base, at, value)

    def __eq__(self, other):
        return self.base.ravel() == other


def _set_flat(self, value):
    if self.size:
        np.put(self, np.arange(self.size), value)


def _set_shape(self, shape):
    same = self.reshape(shape)
    if not np.shares_memory(same, self):
        raise AttributeError("Incompatible shape for in-place modification. "
                             "Use `.reshape()` to make a copy with the "
                             "desired shape.")
    set_shape(self, same)


@property
def flat(self):
    """its elements as a line"""
    return flatiter(self)


@property
def flags(self):
    """how it lies in memory"""
    return flagsobj(self)


class flagsobj:
    __module__ = "numpy.core.multiarray"

    def __init__(self, a):
        steps, size, rows, columns = a.strides, a.itemsize, True, True
        step = size
        for n, s in zip(reversed(a.shape), reversed(steps)):
            rows = rows and (n == 1 or s == step)
            step *= n
        step = size
        for n, s in zip(a.shape, steps):
            columns = columns and (n == 1 or s == step)
            step *= n
        self.c_contiguous = self.contiguous = rows or not a.size
        self.f_contiguous = self.fortran = columns or not a.size
        self.owndata = a.base is None
        self.writeable = _writeable(a)
        self.aligned = True
        self.writebackifcopy = False

    def __getitem__(self, name):
        short = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata",
                 "W": "writeable", "A": "aligned", "X": "writebackifcopy"}
        return getattr(self, short.get(name, name.lower()))

    def __repr__(self):
        names = ["c_contiguous", "f_contiguous", "owndata", "writeable",
                 "aligned", "writebackifcopy"]
        return "".join([f"  {n.upper()} : {getattr(self, n)}\n"
                        for n in names])


def _writeable(a):
    """Can its elements be changed?"""
    if not a.size:
        return True
    try:
        a[(0,) * a.ndim] = a[(0,) * a.ndim]
    except ValueError:
        return False
    return True
