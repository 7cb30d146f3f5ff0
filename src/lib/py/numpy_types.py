# SPDX-License-Identifier: GPL-3.0-or-later
# What dtypes can hold, and what values are.
import numpy as np

_names = {"float16": (16, 10, 5), "float32": (32, 23, 8),
          "float64": (64, 52, 11)}


class finfo:
    """the limits of floating-point numbers

    >>> np.finfo(float).eps
    2.220446049250313e-16
    """
    __module__ = "numpy"

    def __init__(self, dtype):
        if isinstance(dtype, float):
            dtype = type(dtype)
        if isinstance(dtype, np.ndarray):
            raise ValueError("data type <class 'numpy.object_'> not inexact")
        dtype = np.dtype(dtype)
        if dtype.kind != "f":
            raise ValueError(f"data type {dtype.type!r} not inexact")
        kind = dtype.type
        bits, nmant, exponent = _names[dtype.name]
        most = 2 ** (exponent - 1)
        self.dtype = dtype
        self.bits = bits
        self.nmant = nmant
        self.nexp = self.iexp = exponent
        self.machep, self.negep = -nmant, -nmant - 1
        self.maxexp, self.minexp = most, 2 - most
        self.eps = kind(2.0 ** -nmant)
        self.epsneg = kind(2.0 ** (-nmant - 1))
        self.max = kind((2.0 - 2.0 ** -nmant) * 2.0 ** (most - 1))
        self.min = -self.max
        self.tiny = self.smallest_normal = kind(2.0 ** (2 - most))
        self.smallest_subnormal = kind(2.0 ** (2 - most - nmant))
        self.precision = {16: 3, 32: 6, 64: 15}[bits]
        self.resolution = kind({16: 1e-3, 32: 1e-6, 64: 1e-15}[bits])

    def __repr__(self):
        most = _short(self.max)
        return (f"finfo(resolution={str(self.resolution)}, min=-{most}, "
                f"max={most}, dtype={self.dtype})")

    def __str__(self):
        line = "-" * 63
        return (
            f"Machine parameters for {self.dtype}\n{line}\n"
            f"precision = {self.precision:3d}   "
            f"resolution = {_short(self.resolution)}\n"
            f"machep = {self.machep:6d}   eps =        {_short(self.eps)}\n"
            f"negep =  {self.negep:6d}   epsneg =     "
            f"{_short(self.epsneg)}\n"
            f"minexp = {self.minexp:6d}   tiny =       {_short(self.tiny)}\n"
            f"maxexp = {self.maxexp:6d}   max =        {_short(self.max)}\n"
            f"nexp =   {self.nexp:6d}   min =        -max\n"
            f"smallest_normal = {_short(self.smallest_normal)}   "
            f"smallest_subnormal = {_short(self.smallest_subnormal)}\n"
            f"{line}\n")


def _short(x):
    """A number with the digits that its precision has."""
    digits = {"float16": 5, "float32": 7, "float64": 16}[x.dtype.name]
    return f"{float(x):.{digits}e}"


class iinfo:
    """the limits of whole numbers

    >>> np.iinfo(np.int32).max
    2147483647
    """
    __module__ = "numpy"

    def __init__(self, int_type):
        try:
            self.dtype = np.dtype(int_type)
        except TypeError:
            self.dtype = np.dtype(type(int_type))
        self.kind = self.dtype.kind
        self.bits = self.dtype.itemsize * 8
        self.key = f"{self.kind}{self.bits}"
        if self.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.kind!r}.")
        if self.key == "u64":
            self._refuse()
        half = 1 << (self.bits - 2)
        self.max = half - 1 + half
        self.min = -self.max - 1
        if self.kind == "u":
            self.min, self.max = 0, 2 * self.max + 1

    def _refuse(self):
        raise OverflowError("xent's numbers end at 2**63 - 1: the greatest "
                            "uint64 is beyond")

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        line = "-" * 63
        return (f"Machine parameters for {self.dtype}\n{line}\n"
                f"min = {self.min}\nmax = {self.max}\n{line}\n")


def isscalar(element):
    """is it one number or text, not an array

    >>> np.isscalar(3.1)
    True
    """
    return isinstance(element, (int, float, bool, str, np.generic))


def iterable(y):
    """can one go through its items

    >>> np.iterable([1]), np.iterable(1)
    (True, False)
    """
    try:
        iter(y)
    except TypeError:
        return False
    return True


def ndim(a):
    """how many axes

    >>> np.ndim([[1, 2], [3, 4]])
    2
    """
    return a.ndim if hasattr(a, "ndim") else np.asarray(a).ndim


def size(a, axis=None):
    """how many elements, in all or along an axis

    >>> np.size([[1, 2], [3, 4]])
    4
    """
    a = a if hasattr(a, "shape") and hasattr(a, "ndim") else np.asarray(a)
    if axis is None:
        return int(np.asarray(a).size)
    return a.shape[axis]


def isreal(x):
    """which have no imaginary part: all

    >>> np.isreal([1, 2.5])
    array([ True,  True])
    """
    a = np.asarray(x)
    return np.ones(a.shape, dtype=bool) if a.ndim else np.bool_(True)


def iscomplex(x):
    """which have an imaginary part: none

    >>> np.iscomplex([1, 2.5])
    array([False, False])
    """
    a = np.asarray(x)
    return np.zeros(a.shape, dtype=bool) if a.ndim else np.bool_(False)


def isrealobj(x):
    """is it of real numbers: yes

    >>> np.isrealobj([1, 2.5])
    True
    """
    return True


def iscomplexobj(x):
    """is it of complex numbers: no

    >>> np.iscomplexobj([1, 2.5])
    False
    """
    return False


def real(val):
    """the real part: all of it

    >>> np.real([1, 2.5])
    array([1. , 2.5])
    """
    return np.asarray(val) if not isscalar(val) else val


def asfarray(a, dtype=np.float64):
    """an array of floating-point numbers

    >>> np.asfarray([1, 2])
    array([1., 2.])
    """
    return np.asarray(a, dtype=dtype if np.dtype(dtype).kind == "f"
                      else np.float64)


def result_type(*arrays_and_dtypes):
    """the dtype that arithmetic between these gives

    >>> np.result_type(np.int64, np.float32)
    dtype('float64')
    """
    out = None
    for x in arrays_and_dtypes:
        one = x if isinstance(x, (np.ndarray, np.generic, int, float)) else (
            np.zeros(1, dtype=x))
        if isinstance(one, np.ndarray) and one.ndim:
            one = np.zeros(1, dtype=one.dtype)
        out = one if out is None else _joined(out, one)
    if out is None:
        raise ValueError("at least one array or dtype is required")
    return np.asarray(out).dtype


def _joined(a, b):
    both = np.concatenate((np.ravel(a)[:1], np.ravel(b)[:1]))
    if np.ndim(a) == np.ndim(b):
        return both if np.ndim(a) else both.reshape(())[()] if 0 else both[0]
    return np.where(np.ones(1, dtype=bool), a, b)


def promote_types(type1, type2):
    """the dtype that can hold both

    >>> np.promote_types('int32', 'float32')
    dtype('float64')
    """
    return np.concatenate((np.zeros(0, type1), np.zeros(0, type2))).dtype


_rank = {"b": 0, "u": 1, "i": 2, "f": 3}


def can_cast(from_, to, casting="safe"):
    """may values of one dtype become values of another

    >>> np.can_cast(np.int32, np.int64), np.can_cast(float, int)
    (True, False)
    """
    to = np.dtype(to)
    if isinstance(from_, (bool, int, float)):
        from_ = np.asarray(from_)
    if hasattr(from_, "dtype") and not isinstance(from_, type):
        value, from_ = from_, from_.dtype
        if np.ndim(value) == 0 and casting != "unsafe":
            if _rank[from_.kind] <= _rank[to.kind] and to.kind != "u":
                return True
    from_ = np.dtype(from_)
    if casting == "unsafe" or from_ == to:
        return True
    if casting in ("no", "equiv"):
        return False
    if promote_types(from_, to) == to:
        return True
    return casting == "same_kind" and _rank[from_.kind] <= _rank[to.kind] and (
        from_.kind != "i" or to.kind != "u")


def shares_memory(a, b, max_work=None):
    """do two arrays have elements in common

    >>> x = np.arange(4); np.shares_memory(x, x[1:])
    True
    """
    return may_share_memory(a, b)


def may_share_memory(a, b, max_work=None):
    """may two arrays have elements in common

    >>> x = np.arange(4); np.may_share_memory(x, x.copy())
    False
    """
    first = a if a.base is None else a.base
    second = b if b.base is None else b.base
    return first is second
