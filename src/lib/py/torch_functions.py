# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions that are made of others. Most are methods too: torch_tensor.py
# names those.
import math

import torch
from _xent import named_pair
from torch_views import (
    _axis, movedim, unbind)


# --- asking -------------------------------------------------------------------

def numel(input):
    """how many elements"""
    return input.numel()


def is_floating_point(input):
    """whether its dtype has fractions"""
    return input.dtype.is_floating_point


def is_complex(input):
    """False: xent has no complex numbers"""
    return False


def is_nonzero(input):
    """whether the one element is not zero"""
    return bool(input)


def isposinf(input):
    """where it is inf"""
    return input == math.inf


def isneginf(input):
    """where it is -inf"""
    return input == -math.inf


def isreal(input):
    """True everywhere: xent has no complex numbers"""
    return torch.ones_like(input, dtype=torch.bool)


def isin(elements, test_elements):
    """which elements are among the others
    >>> torch.isin(torch.tensor([1, 2, 3]), torch.tensor([3, 1]))
    tensor([ True, False,  True])
    """
    return (elements.unsqueeze(-1) == test_elements.flatten()).any(-1)


def result_type(tensor1, tensor2):
    """the dtype of arithmetic between the two"""
    return (tensor1 * tensor2).dtype


def promote_types(type1, type2):
    """the dtype in which two dtypes meet
    >>> torch.promote_types(torch.int32, torch.float32)
    torch.float32
    """
    return (torch.ones(1, dtype=type1) * torch.ones(1, dtype=type2)).dtype


def _rank(dtype):
    return 2 if dtype.is_floating_point else int(dtype != torch.bool)


def can_cast(from_, to):
    """whether arithmetic may store one dtype in the other"""
    return _rank(from_) <= _rank(to)


# --- arithmetic ---------------------------------------------------------------

def positive(input):
    """the tensor itself"""
    return input


def clamp_min(input, min):
    """at least min"""
    return input.clamp(min=min)


def clamp_max(input, max):
    """at most max"""
    return input.clamp(max=max)


def greater(input, other):
    """where input > other"""
    return input > other


def greater_equal(input, other):
    """where input >= other"""
    return input >= other


def less(input, other):
    """where input < other"""
    return input < other


def less_equal(input, other):
    """where input <= other"""
    return input <= other


def not_equal(input, other):
    """where input != other"""
    return input != other


def fmax(input, other):
    """the larger one, a number beside a nan"""
    return torch.where(torch.isnan(input), other,
                       torch.where(torch.isnan(other), input,
                                   torch.maximum(input, other)))


def fmin(input, other):
    """the smaller one, a number beside a nan"""
    return torch.where(torch.isnan(input), other,
                       torch.where(torch.isnan(other), input,
                                   torch.minimum(input, other)))


def hypot(input, other):
    """sqrt(input^2 + other^2)"""
    return torch.sqrt(input * input + other * other)


def heaviside(input, values):
    """0 below zero, 1 above, values at zero"""
    step = (input > 0).to(input.dtype)
    return torch.where(input == 0, values.to(input.dtype), step)


def logaddexp2(input, other):
    """log2(2^input + 2^other)"""
    ln2 = math.log(2)
    return torch.logaddexp(input * ln2, other * ln2) / ln2


def xlogy(input, other):
    """input log(other), and 0 where input is 0"""
    product = input * torch.log(torch.as_tensor(other))
    return torch.where(torch.as_tensor(input) == 0,
                       torch.zeros_like(product), product)


def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
    """numbers in the place of nan, inf and -inf
    >>> torch.nan_to_num(torch.tensor([1., float("nan")]))
    tensor([1., 0.])
    """
    if not input.is_floating_point():
        return input.clone()
    limits = torch.finfo(input.dtype)
    out = torch.where(input == math.inf,
                      limits.max if posinf is None else posinf, input)
    out = torch.where(input == -math.inf,
                      limits.min if neginf is None else neginf, out)
    return torch.where(torch.isnan(input), nan, out).to(input.dtype)


# --- reductions ---------------------------------------------------------------

def _known(input):
    return torch.where(torch.isnan(input), torch.zeros_like(input), input)


def nansum(input, dim=None, keepdim=False, *, dtype=None):
    """the sum of what is not nan"""
    if dim is None:
        return _known(input).sum(dtype=dtype)
    return _known(input).sum(dim, keepdim, dtype=dtype)


def nanmean(input, dim=None, keepdim=False, *, dtype=None):
    """the mean of what is not nan"""
    known = (~torch.isnan(input))
    if dim is None:
        return nansum(input, dtype=dtype) / known.sum()
    return (nansum(input, dim, keepdim, dtype=dtype)
            / known.sum(dim, keepdim))


def std_mean(input, *args, **named):
    """standard deviation and mean"""
    return _with_mean(torch.std(input, *args, **named), input, args, named)


def var_mean(input, *args, **named):
    """variance and mean"""
    return _with_mean(torch.var(input, *args, **named), input, args, named)


def _with_mean(spread, input, args, named):
    dim = named.get("dim")
    if args and not isinstance(args[0], bool):
        dim = args[0]
    keepdim = named.get("keepdim", False)
    if dim is None:
        return spread, input.mean()
    return spread, input.mean(dim, keepdim)


def aminmax(input, *, dim=None, keepdim=False):
    """smallest and largest elements"""
    if dim is None:
        return _pair("aminmax", "min", torch.amin(input),
                     "max", torch.amax(input))
    return _pair("aminmax", "min", torch.amin(input, dim, keepdim),
                 "max", torch.amax(input, dim, keepdim))


def _pair(function, name, first, other, second):
    return named_pair("torch.return_types." + function, name, first, other,
                      second)


def mode(input, dim=-1, keepdim=False):
    """the most frequent values and where they stand last"""
    moved = movedim(input, dim, -1)
    rows = moved.reshape(-1, moved.size(-1)).tolist()
    places = []
    for row in rows:
        counts = {x: row.count(x) for x in sorted(row)}
        most = max(counts.values())
        best = [x for x in counts if counts[x] == most][0]
        places.append(len(row) - 1 - row[::-1].index(best))
    index = torch.tensor(places, dtype=torch.int64)
    return _picked("mode", input, index, moved, dim, keepdim)


def _picked(function, input, index, moved, dim, keepdim):
    """values and places along a dimension as a pair"""
    shape = list(moved.shape[:-1])
    index = movedim(index.reshape(shape + [1]), -1, dim)
    values = input.gather(dim, index)
    if not keepdim:
        values, index = values.squeeze(dim), index.squeeze(dim)
    return _pair(function, "values", values, "indices", index)


def kthvalue(input, k, dim=-1, keepdim=False):
    """the k-th smallest values and where they stand
    >>> torch.kthvalue(torch.tensor([3, 1, 2]), 2).values
    tensor(2)
    """
    if not 1 <= k <= input.size(dim):
        raise RuntimeError("kthvalue(): selected number k out of range for "
                           f"dimension {_axis(input, dim)}")
    places = input.argsort(dim)
    moved = movedim(input, dim, -1)
    index = movedim(places, dim, -1)[..., k - 1]
    return _picked("kthvalue", input, index, moved, dim, keepdim)


def nanmedian(input):
    """the median of what is not nan"""
    known = input[~torch.isnan(input)]
    return known.median()


def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """quantiles, between neighbours by `interpolation`
    >>> torch.quantile(torch.tensor([3., 1., 2.]), 0.5)
    tensor(2.)
    """
    if not isinstance(q, torch.Tensor):
        q = torch.tensor(q, dtype=input.dtype)
    if ((q < 0) | (q > 1)).any():
        raise RuntimeError("quantile() q values must be in the range [0, 1]")
    flat = input.flatten() if dim is None else movedim(input, dim, -1)
    rows = flat.sort(-1)[0]
    rank = q.flatten() * (rows.size(-1) - 1)
    out = _between(rows, rank, interpolation)
    if keepdim:
        out = (out.reshape([len(rank)] + [1] * input.dim()) if dim is None
               else movedim(out.unsqueeze(-1), -1, _axis(input, dim) + 1))
    return out if q.dim() else out[0]


def _between(rows, rank, interpolation):
    """for every rank the value of each row, first dimension the ranks"""
    low = rank.floor()
    if interpolation == "lower":
        rank = low
    elif interpolation == "higher":
        rank = rank.ceil()
    elif interpolation == "nearest":
        rank = rank.round()
    low = rank.floor()
    share = torch.full_like(rank, 0.5) if interpolation == "midpoint" else (
        rank - low)
    a = rows[..., low.long()]
    b = rows[..., rank.ceil().long()]
    return movedim(a + share * (b - a), -1, 0)


def nanquantile(input, q, dim=None, keepdim=False):
    """quantiles of what is not nan"""
    if dim is None:
        return quantile(input[~torch.isnan(input)], q)
    parts = [nanquantile(row, q) for row in unbind(movedim(input, dim, 0))]
    return torch.stack(parts)


def _running(input, dim, better):
    rows = unbind(input, dim)
    values, places = [rows[0]], [torch.zeros_like(rows[0], dtype=torch.int64)]
    for i, row in enumerate(rows[1:]):
        new = better(row, values[-1])
        values.append(torch.where(new, row, values[-1]))
        places.append(torch.where(new, i + 1, places[-1]))
    return torch.stack(values, dim), torch.stack(places, dim)


def cummax(input, dim):
    """the largest so far and where it stands"""
    values, places = _running(input, dim, lambda a, b: a >= b)
    return _pair("cummax", "values", values, "indices", places)


def cummin(input, dim):
    """the smallest so far and where it stands"""
    values, places = _running(input, dim, lambda a, b: a <= b)
    return _pair("cummin", "values", values, "indices", places)


def logcumsumexp(input, dim):
    """logarithms of running sums of exponentials"""
    sums = []
    for row in unbind(input, dim):
        sums.append(torch.logaddexp(sums[-1], row) if sums else row)
    return torch.stack(sums, dim)


def histc(input, bins=100, min=0, max=0):
    """how many elements fall into each of `bins` equal intervals
    >>> torch.histc(torch.tensor([1., 2., 1.]), bins=4, min=0, max=3)
    tensor([0., 2., 1., 0.])
    """
    if min == max:
        min, max = input.min().item(), input.max().item()
    if min == max:
        min, max = min - 1, max + 1
    inside = input[(input >= min) & (input <= max)]
    places = ((inside - min) * bins / (max - min)).long().clamp(max=bins - 1)
    return torch.bincount(places, minlength=bins).to(input.dtype)


def bucketize(input, boundaries, *, out_int32=False, right=False):
    """the interval between boundaries into which each element falls"""
    return torch.searchsorted(boundaries, input, right=right)


def unique_consecutive(input, return_inverse=False, return_counts=False):
    """without repetitions of a neighbour"""
    flat = input.flatten()
    fresh = torch.ones(len(flat), dtype=torch.bool)
    if len(flat) > 1:
        fresh[1:] = flat[1:] != flat[:-1]
    group = fresh.long().cumsum(0) - 1
    out = [flat[fresh]]
    if return_inverse:
        out.append(group.reshape(input.shape))
    if return_counts:
        out.append(torch.bincount(group))
    return tuple(out) if len(out) > 1 else out[0]


# --- distances and products ---------------------------------------------------

def dist(input, other, p=2):
    """the p-norm of the difference
    >>> torch.dist(torch.tensor([0., 3.]), torch.tensor([4., 0.]))
    tensor(5.)
    """
    return torch.norm(input - other, p)


def cdist(x1, x2, p=2.0):
    """distances of all rows of x1 to all rows of x2
    >>> torch.cdist(torch.tensor([[0., 0.]]), torch.tensor([[3., 4.]]))
    tensor([[5.]])
    """
    return torch.norm(x1.unsqueeze(-2) - x2.unsqueeze(-3), p, -1)


def inner(input, other):
    """sums of products along the last dimension"""
    if input.dim() == 0 or other.dim() == 0:
        return input * other
    return torch.tensordot(input, other, dims=([-1], [-1]))


def vdot(input, other):
    """the product of two vectors"""
    return torch.dot(input, other)


def kron(input, other):
    """the Kronecker product"""
    n = max(input.dim(), other.dim())
    a = input.reshape([1] * (n - input.dim()) + list(input.shape))
    b = other.reshape([1] * (n - other.dim()) + list(other.shape))
    for d in range(n):
        a = a.unsqueeze(2 * d + 1)
        b = b.unsqueeze(2 * d)
    shape = [a.size(2 * d) * b.size(2 * d + 1) for d in range(n)]
    return (a * b).reshape(shape)


def cross(input, other, dim=None):
    """the cross product of vectors of three
    >>> torch.cross(torch.tensor([1., 0., 0.]), torch.tensor([0., 1., 0.]))
    tensor([0., 0., 1.])
    """
    if dim is None:
        dim = [d for d in range(input.dim()) if input.size(d) == 3][0]
    a = unbind(input, dim)
    b = unbind(other, dim)
    return torch.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2],
                        a[0] * b[1] - a[1] * b[0]], dim)


def _scaled(x, factor):
    return x if factor == 1 else factor * x


def addmv(input, mat, vec, *, beta=1, alpha=1):
    """beta input + alpha mat @ vec"""
    return _scaled(input, beta) + _scaled(torch.mv(mat, vec), alpha)


def addr(input, vec1, vec2, *, beta=1, alpha=1):
    """beta input + alpha outer(vec1, vec2)"""
    return _scaled(input, beta) + _scaled(torch.outer(vec1, vec2), alpha)


def baddbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """beta input + alpha batch1 @ batch2"""
    return _scaled(input, beta) + _scaled(torch.bmm(batch1, batch2), alpha)


def matrix_power(input, n):
    """the matrix n times its own factor"""
    if n < 0:
        return matrix_power(torch.inverse(input), -n)
    out = torch.eye(input.size(-1), dtype=input.dtype)
    for _ in range(n):
        out = out @ input
    return out


def chain_matmul(*matrices):
    """the product of several matrices"""
    out = matrices[0]
    for m in matrices[1:]:
        out = out @ m
    return out


def logdet(input):
    """the logarithm of the determinant"""
    return torch.log(torch.det(input))


def slogdet(input):
    """sign and logarithm of the determinant"""
    d = torch.det(input)
    return _pair("slogdet", "sign", torch.sign(d),
                 "logabsdet", torch.log(torch.abs(d)))


def tensordot(a, b, dims=2):
    """sums of products over pairs of dimensions
    >>> torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), dims=1)
    tensor([[3., 3.],
            [3., 3.]])
    """
    if isinstance(dims, int):
        of_a = list(range(a.dim() - dims, a.dim()))
        of_b = list(range(dims))
    else:
        of_a = [d % a.dim() for d in dims[0]]
        of_b = [d % b.dim() for d in dims[1]]
    rest_a = [d for d in range(a.dim()) if d not in of_a]
    rest_b = [d for d in range(b.dim()) if d not in of_b]
    left = a.permute(rest_a + of_a).reshape(
        math.prod([a.size(d) for d in rest_a]), -1)
    right = b.permute(of_b + rest_b).reshape(
        left.size(1), math.prod([b.size(d) for d in rest_b]))
    return (left @ right).reshape([a.size(d) for d in rest_a]
                                  + [b.size(d) for d in rest_b])


def trapezoid(y, x=None, *, dx=1, dim=-1):
    """the area under y by trapezes"""
    y = movedim(y, dim, -1)
    step = dx if x is None else x[..., 1:] - x[..., :-1]
    return ((y[..., 1:] + y[..., :-1]) * step).sum(-1) / 2
