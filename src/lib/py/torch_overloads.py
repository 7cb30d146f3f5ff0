# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions with forms that no row has; the common one is a row, by the
# same name in _xent.
import torch
import _xent


def nonzero(input, *, as_tuple=False):
    """where it is not 0: a row for each place, or a tensor a dimension
    >>> torch.nonzero(torch.tensor([0, 3, 5]))
    tensor([[1],
            [2]])
    """
    places = torch.argwhere(input)
    if as_tuple:
        return tuple(places[:, d] for d in range(max(input.dim(), 1)))
    return places


def where(condition, input=None, other=None):
    """x where the condition holds, else y; without them its places
    >>> torch.where(torch.tensor([True, False]), 1, 2)
    tensor([1, 2])
    """
    if input is None and other is None:
        return nonzero(condition, as_tuple=True)
    if condition.dtype not in (torch.bool, torch.uint8):
        raise RuntimeError("where expected condition to be a boolean tensor, "
                           "but got a tensor with dtype "
                           + _word(condition))
    if isinstance(input, float) and isinstance(other, (int, float)):
        input = torch.tensor(input)
    elif isinstance(other, float) and isinstance(input, int):
        other = torch.tensor(other)
    return _xent.where(condition, input, other)


def _word(x):
    return x.type()[6:-6]


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


def median(input, dim=None, keepdim=False):
    """the element in the middle, the lower one of two
    >>> torch.median(torch.tensor([4, 1, 2, 3]))
    tensor(2)
    """
    if dim is None:
        return _xent.median(input)
    k = (input.size(dim) + 1) // 2
    values, places = torch.kthvalue(input, k, dim, keepdim)
    return _xent.named_pair("torch.return_types.median", "values", values,
                            "indices", places)


def roll(input, shifts, dims=None):
    """shifted by places; what falls out comes in on the other side
    >>> torch.roll(torch.tensor([1, 2, 3]), 1)
    tensor([3, 1, 2])
    """
    if isinstance(shifts, int):
        if isinstance(dims, (list, tuple)):
            dims = dims[0]
        return _xent.roll(input, shifts, dims)
    if dims is None or len(dims) != len(shifts):
        raise RuntimeError("shifts and dimensions must align. shifts: "
                           f"{len(shifts)}, dims:{len(dims or ())}")
    for shift, dim in zip(shifts, dims):
        input = _xent.roll(input, shift, dim)
    return input


def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """every element several times
    >>> torch.repeat_interleave(torch.tensor([1, 2]), 2)
    tensor([1, 1, 2, 2])
    """
    if repeats is None:
        return torch.repeat_interleave(torch.arange(len(input)), input)
    if not isinstance(repeats, torch.Tensor):
        return _xent.repeat_interleave(input, repeats, dim)
    if dim is None:
        input, dim = input.flatten(), 0
    counts = repeats.tolist()
    if repeats.dim() == 0 or len(counts) == 1:
        return _xent.repeat_interleave(
            input, counts if repeats.dim() == 0 else counts[0], dim)
    if len(counts) != input.size(dim):
        raise RuntimeError("repeats must have the same size as input along "
                           "dim")
    places = [i for i, n in enumerate(counts) for _ in range(n)]
    return input.index_select(dim, torch.tensor(places, dtype=torch.int64))


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


def div(input, other, *, rounding_mode=None):
    """the quotient, rounded down ("floor") or towards zero ("trunc")
    >>> torch.div(torch.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
    if rounding_mode is None:
        return torch.true_divide(input, other)
    if rounding_mode == "floor":
        return torch.floor_divide(input, other)
    if rounding_mode != "trunc":
        raise RuntimeError("div expected rounding_mode to be one of None, "
                           "'trunc', or 'floor' but found "
                           f"'{rounding_mode}'")
    quotient = torch.trunc(torch.true_divide(input, other))
    whole = (input * other).dtype
    return quotient.to(whole)
