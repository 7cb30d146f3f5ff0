# SPDX-License-Identifier: GPL-3.0-or-later
# torch.device and what scripts ask of the machine.
import torch

_TYPES = ["cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep",
          "hip", "ve", "fpga", "ort", "xla", "lazy", "vulkan", "mps", "meta",
          "hpu", "privateuseone"]


class device:
    """where tensors live: in xent always on the CPU
    >>> torch.device("cpu")
    device(type='cpu')
    """
    __module__ = "torch"

    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        text = type
        if ":" in type:
            type, number = type.split(":")
            if not number.isdigit():
                raise RuntimeError(f"Invalid device string: '{text}'")
            index = int(number)
        if type not in _TYPES:
            raise RuntimeError(
                "Expected one of " + ", ".join(_TYPES)
                + f" device type at start of device string: {type}")
        self.type = type
        self.index = index

    def __repr__(self):
        if self.index is None:
            return f"device(type='{self.type}')"
        return f"device(type='{self.type}', index={self.index})"

    def __str__(self):
        if self.index is None:
            return self.type
        return f"{self.type}:{self.index}"

    def __eq__(self, other):
        return (isinstance(other, device) and self.type == other.type
                and self.index == other.index)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(str(self))


def get_num_threads():
    """how many threads compute"""
    return 1


def set_num_threads(n):
    """xent computes in one thread"""


class _Switches:
    """what scripts switch of libraries that xent does without"""

    def __init__(self, **switches):
        for name, value in switches.items():
            setattr(self, name, value)

    def is_available(self):
        return False

    def is_built(self):
        return False


backends = _Switches(
    cudnn=_Switches(enabled=True, deterministic=False, benchmark=False),
    cuda=_Switches(), mps=_Switches(), mkl=_Switches())


def set_default_tensor_type(t):
    """the dtype of new numbers with fractions, by a type of tensor"""
    if t is torch.FloatTensor or isinstance(t, str) and t == (
            "torch.FloatTensor"):
        torch.set_default_dtype(torch.float32)
    elif t is torch.DoubleTensor or isinstance(t, str) and t == (
            "torch.DoubleTensor"):
        torch.set_default_dtype(torch.float64)
    else:
        raise TypeError("invalid type object: only floating-point types are "
                        "supported as the default type")
