# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions that make a few numbers of many: averages, quantiles, counts,
# running extremes. Most are methods too.
import torch
import _xent
from torch_shapes import axis_of, movedim, unbind


def _pair(function, name, first, other, second):
    return _xent.named_pair("torch.return_types." + function, name, first,
                            other, second)


# --- sums and spreads ---------------------------------------------------------

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


def _spread(row, input, dim, unbiased, keepdim, named):
    """std(x, False): one bool by place is unbiased"""
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    return row(input, dim, unbiased, keepdim, **named)


def std(input, dim=None, unbiased=None, keepdim=False, **named):
    """the standard deviation, by n - 1
    >>> torch.std(torch.tensor([1., 3.]))
    tensor(1.4142)
    """
    return _spread(_xent.std, input, dim, unbiased, keepdim, named)


def var(input, dim=None, unbiased=None, keepdim=False, **named):
    """the variance, by n - 1
    >>> torch.var(torch.tensor([1., 3.]))
    tensor(2.)
    """
    return _spread(_xent.var, input, dim, unbiased, keepdim, named)


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


# --- extremes and what stands between -----------------------------------------

def aminmax(input, *, dim=None, keepdim=False):
    """smallest and largest elements"""
    if dim is None:
        return _pair("aminmax", "min", torch.amin(input),
                     "max", torch.amax(input))
    return _pair("aminmax", "min", torch.amin(input, dim, keepdim),
                 "max", torch.amax(input, dim, keepdim))


_NAMES = {"median": "MedianBackward1", "mode": "ModeBackward0",
          "kthvalue": "KthvalueBackward0"}


def _picked(function, input, index, moved, dim, keepdim):
    """values and places along a dimension as a pair"""
    shape = list(moved.shape[:-1])
    index = movedim(index.reshape(shape + [1]), -1, dim)
    values = input.gather(dim, index)
    if not keepdim:
        values, index = values.squeeze(dim), index.squeeze(dim)
    _xent.named(values, _NAMES.get(function))
    return _pair(function, "values", values, "indices", index)


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


def kthvalue(input, k, dim=-1, keepdim=False):
    """the k-th smallest values and where they stand
    >>> torch.kthvalue(torch.tensor([3, 1, 2]), 2).values
    tensor(2)
    """
    if not 1 <= k <= input.size(dim):
        raise RuntimeError("kthvalue(): selected number k out of range for "
                           f"dimension {axis_of(input, dim)}")
    places = input.argsort(dim)
    moved = movedim(input, dim, -1)
    index = movedim(places, dim, -1)[..., k - 1]
    return _picked("kthvalue", input, index, moved, dim, keepdim)


def median(input, dim=None, keepdim=False):
    """the element in the middle, the lower one of two
    >>> torch.median(torch.tensor([4, 1, 2, 3]))
    tensor(2)
    """
    if dim is None:
        return _xent.median(input)
    k = (input.size(dim) + 1) // 2
    values, places = torch.kthvalue(input, k, dim, keepdim)
    return _pair("median", "values", values, "indices", places)


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
               else movedim(out.unsqueeze(-1), -1, axis_of(input, dim) + 1))
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


# --- running ------------------------------------------------------------------

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


# --- counts -------------------------------------------------------------------

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


def unique(input, sorted=True, return_inverse=False, return_counts=False,
           dim=None):
    """the different elements in order, and where they stand, how often
    >>> torch.unique(torch.tensor([2, 0, 2, 1]))
    tensor([0, 1, 2])
    """
    if dim is not None:
        return _unique_rows(input, return_inverse, return_counts, dim)
    if return_inverse and return_counts:
        values, inverse = _xent.unique(input, return_inverse=True)
        return values, inverse, torch.bincount(inverse.flatten())
    return _xent.unique(input, sorted, return_inverse, return_counts)


def _unique_rows(input, return_inverse, return_counts, dim):
    rows = [row.tolist() for row in input.unbind(dim)]
    different = []
    for row in sorted(rows):
        if not different or different[-1] != row:
            different.append(row)
    places = torch.tensor([different.index(row) for row in rows])
    first = torch.tensor([rows.index(row) for row in different])
    out = [input.index_select(dim, first)]
    if return_inverse:
        out.append(places)
    if return_counts:
        out.append(torch.bincount(places))
    return tuple(out) if len(out) > 1 else out[0]


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
