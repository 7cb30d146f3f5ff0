# SPDX-License-Identifier: GPL-3.0-or-later
"""What torch has at its top beside rows and functions in C."""
import torch
from torch_autograd import no_grad, enable_grad, inference_mode
from torch_autograd import set_grad_enabled, is_grad_enabled
from torch_device import (backends, device, get_num_threads,
                          set_default_tensor_type, set_num_threads)
from torch_einsum import einsum
from torch_elementwise import (
    can_cast, clamp_max, clamp_min, div, divide, fmax, fmin, greater,
    greater_equal, heaviside, hypot, is_complex, is_floating_point, is_nonzero,
    isin, isneginf, isposinf, isreal, less, less_equal, logaddexp2, nan_to_num,
    not_equal, numel, positive, promote_types, result_type, sgn, where, xlogy)
from torch_index import (
    index_add, index_fill, nonzero, scatter_add, tril_indices, triu_indices)
from torch_products import (
    addmv, addr, baddbmm, cdist, chain_matmul, cross, dist, inner, kron,
    logdet, matrix_power, slogdet, tensordot, trapezoid, vdot)
from torch_reductions import (
    aminmax, bucketize, cummax, cummin, histc, kthvalue, logcumsumexp, median,
    mode, nanmean, nanmedian, nanquantile, nansum, quantile, std, std_mean,
    unique, unique_consecutive, var, var_mean)
from torch_shapes import (
    adjoint, broadcast_shapes, broadcast_tensors, cartesian_prod, chunk,
    combinations, diag_embed, diagonal, dstack, fliplr, flipud, hsplit,
    moveaxis, movedim, narrow, repeat_interleave, roll, rot90, row_stack,
    select, split, swapaxes, swapdims, tensor_split, unbind, unflatten, vsplit)
from torch_nn_functional import (cosine_similarity, hardshrink,
                                 pairwise_distance, pdist, prelu)
from torch_random import (
    Generator, default_generator, bernoulli, get_rng_state, multinomial,
    normal, rand_like, randint_like, randn_like, seed, set_rng_state)
from torch_limits import finfo, iinfo
from torch_serialization import load, save


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
