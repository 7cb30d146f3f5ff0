# SPDX-License-Identifier: GPL-3.0-or-later
# torch.finfo and torch.iinfo: the limits of a dtype.
import torch

_SHAPES = {torch.float16: (16, 10, 15, 1e-3),
           torch.bfloat16: (16, 7, 127, 1e-2),
           torch.float32: (32, 23, 127, 1e-6),
           torch.float64: (64, 52, 1023, 1e-15)}
_BITS = {torch.uint8: 8, torch.int8: 8, torch.int16: 16, torch.int32: 32,
         torch.int64: 64}


class finfo:
    """the limits of a floating-point dtype
    >>> torch.finfo(torch.float32).eps
    1.1920928955078125e-07
    """
    __module__ = "torch"

    def __init__(self, type=None):
        if type is None:
            type = torch.get_default_dtype()
        if type not in _SHAPES:
            raise TypeError("torch.finfo() requires a floating point input "
                            f"type. Use torch.iinfo to handle '{type}'")
        self.bits, digits, top, self.resolution = _SHAPES[type]
        self.dtype = str(type).replace("torch.", "")
        self.eps = 2.0 ** -digits
        self.max = (2.0 - self.eps) * 2.0 ** top
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0 ** (1 - top)

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, "
                f"max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.tiny:g}, tiny={self.tiny:g}, "
                f"dtype={self.dtype})")


class iinfo:
    """the limits of an integer dtype
    >>> torch.iinfo(torch.int8).max
    127
    """
    __module__ = "torch"

    def __init__(self, type):
        if type not in _BITS:
            raise TypeError("torch.iinfo() requires an integer input type. "
                            f"Use torch.finfo to handle '{type}'")
        self.bits = _BITS[type]
        self.dtype = str(type).replace("torch.", "")
        signed = type != torch.uint8
        half = 2 ** (self.bits - 2)
        self.max = half - 1 + half if signed else 255
        self.min = -half - half if signed else 0

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"
