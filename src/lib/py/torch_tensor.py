# SPDX-License-Identifier: GPL-3.0-or-later
# Methods and attributes of tensors that are not rows or C: each function here
# is one, by its name.
import torch
from torch_device import device as _device
import _xent
from torch_elementwise import (
    clamp_max, clamp_min, div, divide, fmax, fmin, greater, greater_equal,
    heaviside, hypot, is_complex, is_floating_point, is_nonzero, isneginf,
    isposinf, isreal, less, less_equal, logaddexp2, nan_to_num, not_equal,
    positive, sgn, xlogy)
from torch_index import (
    fill_diagonal_, index_add, index_add_, index_copy, index_copy_, index_fill,
    index_fill_, index_put, index_put_, masked_scatter, masked_scatter_,
    nonzero, scatter_add)
from torch_products import (
    addmv, addr, baddbmm, cross, dist, inner, kron, logdet, matrix_power,
    slogdet, vdot)
from torch_reductions import (
    aminmax, cummax, cummin, histc, kthvalue, logcumsumexp, median, mode,
    nanmean, nanmedian, nanquantile, nansum, quantile, std, std_mean, unique,
    unique_consecutive, var)
from torch_shapes import (
    adjoint, chunk, diag_embed, diagonal, fliplr, flipud, hsplit, moveaxis,
    movedim, narrow, repeat_interleave, roll, rot90, select, split, swapaxes,
    swapdims, tensor_split, unbind, unflatten, vsplit)
from torch_inplace import (
    abs_, acos_, acosh_, addcdiv_, addcmul_, addmm_, asin_, asinh_, atan_,
    atanh_, ceil_, clamp_max_, clamp_min_, cos_, cosh_, cumprod_, cumsum_, eq_,
    erf_, erfc_, erfinv_, exp2_, exp_, expm1_, floor_, fmod_, frac_, gt_,
    lerp_, log10_, log1p_, log2_, log_, logical_not_, logit_, lt_, ne_, neg_,
    reciprocal_, remainder_, round_, rsqrt_, sigmoid_, sign_, sin_, sinh_,
    sqrt_, square_, tan_, tanh_, tril_, triu_, trunc_)
from torch_random import bernoulli, multinomial

_cpu = _device("cpu")
_letters = {"Float": torch.float32, "Double": torch.float64,
            "Half": torch.float16, "BFloat16": torch.bfloat16,
            "Long": torch.int64, "Int": torch.int32, "Short": torch.int16,
            "Char": torch.int8, "Byte": torch.uint8, "Bool": torch.bool}
_of_dtype = {dtype: f"torch.{name}Tensor" for name, dtype in _letters.items()}


# --- what it is ---------------------------------------------------------------

@property
def device(self):
    """where the tensor lives: cpu"""
    return _cpu


@property
def is_cuda(self):
    """False: xent computes on the CPU"""
    return False


@property
def is_sparse(self):
    """False: xent's tensors are dense"""
    return False


@property
def mT(self):
    """the last two dimensions change places"""
    if self.dim() < 2:
        raise RuntimeError("tensor.mT is only supported on matrices or "
                           "batches of matrices. Got "
                           f"{self.dim()}-D tensor.")
    return self.transpose(-2, -1)


@property
def H(self):
    """the transpose of a matrix"""
    if self.dim() not in (0, 2):
        raise RuntimeError("tensor.H is only supported on matrices (2-D "
                           f"tensors). Got {self.dim()}-D tensor.")
    return self.transpose(0, 1) if self.dim() else self


def ndimension(self):
    """how many dimensions"""
    return self.dim()


def is_signed(self):
    """whether its dtype has negative numbers"""
    return self.dtype not in (torch.uint8, torch.bool)


def element_size(self):
    """bytes of an element"""
    return _xent.tensor_layout(self)[0]


def stride(self, dim=None):
    """how far apart neighbours of a dimension lie in memory"""
    strides = _xent.tensor_layout(self)[1]
    return strides if dim is None else strides[dim]


def is_contiguous(self):
    """whether its elements lie in memory row by row"""
    return _xent.tensor_layout(self)[2]


def storage_offset(self):
    """where its first element lies in the memory it shares"""
    return _xent.tensor_layout(self)[3]


def data_ptr(self):
    """the address of its first element"""
    return _xent.tensor_layout(self)[4]


def get_device(self):
    """-1: xent computes on the CPU"""
    return -1


# --- other dtypes -------------------------------------------------------------

def _dtype_named(what):
    if isinstance(what, torch.dtype):
        return what
    name = what if isinstance(what, str) else "torch." + what.__name__
    dtype = _letters.get(name[6:-6]) if name.endswith("Tensor") else None
    if dtype is None:
        raise ValueError(f"invalid type: '{name}'")
    return dtype


def type(self, dtype=None, non_blocking=False):
    """its type's name, or itself in another dtype"""
    if dtype is None:
        return _of_dtype[self.dtype]
    return self.to(_dtype_named(dtype))


def type_as(self, other):
    """itself in the dtype of another tensor"""
    return self.to(other.dtype)


def short(self):
    """as int16"""
    return self.to(torch.int16)


def char(self):
    """as int8"""
    return self.to(torch.int8)


def byte(self):
    """as uint8"""
    return self.to(torch.uint8)


def bfloat16(self):
    """as bfloat16"""
    return self.to(torch.bfloat16)


# --- new tensors of its dtype -------------------------------------------------

def new_zeros(self, *size, dtype=None, device=None, requires_grad=False):
    """zeros of the same dtype"""
    return torch.zeros(*size, dtype=dtype or self.dtype,
                       requires_grad=requires_grad)


def new_ones(self, *size, dtype=None, device=None, requires_grad=False):
    """ones of the same dtype"""
    return torch.ones(*size, dtype=dtype or self.dtype,
                      requires_grad=requires_grad)


def new_empty(self, *size, dtype=None, device=None, requires_grad=False):
    """a tensor of the same dtype"""
    return torch.empty(*size, dtype=dtype or self.dtype,
                       requires_grad=requires_grad)


def new_full(self, size, fill_value, dtype=None, device=None,
             requires_grad=False):
    """one value everywhere, of the same dtype"""
    return torch.full(size, fill_value, dtype=dtype or self.dtype,
                      requires_grad=requires_grad)


def new_tensor(self, data, dtype=None, device=None, requires_grad=False):
    """these values in the same dtype"""
    return torch.tensor(data, dtype=dtype or self.dtype,
                        requires_grad=requires_grad)


def new(self, *data):
    """a tensor of the same dtype from values or sizes"""
    if len(data) == 1 and not isinstance(data[0], int):
        return torch.tensor(data[0], dtype=self.dtype)
    return torch.zeros(*(data or (0,)), dtype=self.dtype)


def where(self, condition, other):
    """itself where the condition holds, else other"""
    return torch.where(condition, self, other)


# --- views --------------------------------------------------------------------

def view_as(self, other):
    """the same elements in another's shape"""
    return self.view(other.shape)


def reshape_as(self, other):
    """the same elements in another's shape"""
    return self.reshape(other.shape)


def tile(self, *dims):
    """repeated this many times along the dimensions"""
    return torch.tile(self, dims if isinstance(dims[0], int) else dims[0])


def take(self, index):
    """elements by their places in the flattened tensor"""
    return torch.take(self, index)


def _shaped(self, view):
    _xent.take_shape(self, view)
    return self


def squeeze_(self, dim=None):
    """squeeze() in place"""
    return _shaped(self, self.squeeze() if dim is None else self.squeeze(dim))


def unsqueeze_(self, dim):
    """unsqueeze() in place"""
    return _shaped(self, self.unsqueeze(dim))


def t_(self):
    """t() in place"""
    return _shaped(self, self.t())


def transpose_(self, dim0, dim1):
    """transpose() in place"""
    return _shaped(self, self.transpose(dim0, dim1))


def resize_(self, *sizes):
    """another shape for the same elements, in place"""
    return _shaped(self, self.view(*sizes))
