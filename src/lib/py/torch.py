# SPDX-License-Identifier: GPL-3.0-or-later
"""What torch has at its top beside rows and functions in C."""
import torch
from torch_autograd import no_grad, enable_grad, inference_mode
from torch_autograd import set_grad_enabled, is_grad_enabled
from torch_device import (backends, device, get_num_threads,
                          set_default_tensor_type, set_num_threads)
from torch_einsum import einsum
from torch_functions import (
    addmv, addr, aminmax, baddbmm, bucketize, can_cast, cdist, chain_matmul,
    clamp_max, clamp_min, cross, cummax, cummin, dist, fmax, fmin, greater,
    greater_equal, heaviside, histc, hypot, inner, is_complex,
    is_floating_point, is_nonzero, isin, isneginf, isposinf, isreal, kron,
    kthvalue, less, less_equal, logaddexp2, logcumsumexp, logdet, matrix_power,
    mode, nan_to_num, nanmean, nanmedian, nanquantile, nansum, not_equal,
    numel, positive, promote_types, quantile, result_type, slogdet, std_mean,
    tensordot, trapezoid, unique_consecutive, var_mean, vdot, xlogy)
from torch_views import (
    adjoint, broadcast_shapes, broadcast_tensors, cartesian_prod, chunk,
    combinations, diag_embed, diagonal, dstack, fliplr, flipud, hsplit,
    moveaxis, movedim, narrow, rot90, row_stack, select, split, swapaxes,
    swapdims, tensor_split, tril_indices, triu_indices, unbind, unflatten,
    vsplit)
from torch_nn_more import (cosine_similarity, hardshrink, pairwise_distance,
                           pdist, prelu)
from torch_overloads import (div, median, nonzero, repeat_interleave, roll,
                             std, unique, var, where)
from torch_random import (
    Generator, default_generator, bernoulli, get_rng_state, multinomial,
    normal, rand_like, randint_like, randn_like, seed, set_rng_state)
from torch_limits import finfo, iinfo
from torch_serialization import load, save


def divide(input, other, *, rounding_mode=None):
    """the quotient, rounded if wanted"""
    return div(input, other, rounding_mode=rounding_mode)


def scatter_add(input, dim, index, src):
    """adds at the places that index names along a dimension"""
    return input.scatter_add(dim, index, src)


def index_add(input, dim, index, source, *, alpha=1):
    """adds rows at these places of a dimension"""
    return input.index_add(dim, index, source, alpha=alpha)


def index_fill(input, dim, index, value):
    """one value at these places of a dimension"""
    return input.index_fill(dim, index, value)


def sgn(input):
    """-1, 0 or 1, by the sign"""
    return torch.sign(input)


def cholesky(input):
    """the lower triangle L with L L^T = input"""
    return torch.linalg.cholesky(input)


def dropout(input, p, train):
    """zeroes elements with probability p, scales the others"""
    return torch.nn.functional.dropout(input, p, train)


def range(start=0, end=None, step=1, *, dtype=None):
    """numbers from start to end, with the end"""
    if end is None:
        start, end = 0, start
    return torch.arange(start, end + step / 2, step,
                        dtype=dtype or torch.get_default_dtype())


__version__ = "1.13.0"
