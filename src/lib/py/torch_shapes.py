# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions that move elements about: views, parts, turns, repetitions.
# Most are methods too.
import torch
import _xent


# --- shapes -------------------------------------------------------------------

def axis_of(input, dim):
    """dim counted from the front, or torch's IndexError"""
    n = max(input.dim(), 1)
    if not -n <= dim < n:
        raise IndexError("Dimension out of range (expected to be in range of "
                         f"[{-n}, {n - 1}], but got {dim})")
    return dim % n


def broadcast_tensors(*tensors):
    """views of all in their common shape"""
    shape = broadcast_shapes(*[t.shape for t in tensors])
    return tuple(t.expand(shape) for t in tensors)


def broadcast_shapes(*shapes):
    """the shape in which these shapes meet
    >>> torch.broadcast_shapes((2, 1), (3,))
    torch.Size([2, 3])
    """
    one = torch.ones(())
    for shape in shapes:
        one = one + torch.ones(tuple(shape))
    return one.shape


def movedim(input, source, destination):
    """dimensions move to other places, the rest keep their order"""
    single = isinstance(source, int)
    froms = [source] if single else list(source)
    tos = [destination] if single else list(destination)
    froms = [axis_of(input, d) for d in froms]
    tos = [axis_of(input, d) for d in tos]
    order = [None] * input.dim()
    for f, t in zip(froms, tos):
        order[t] = f
    rest = [d for d in range(input.dim()) if d not in froms]
    for i in range(input.dim()):
        if order[i] is None:
            order[i] = rest.pop(0)
    return input.permute(order)


moveaxis = movedim


def swapaxes(input, axis0, axis1):
    """two dimensions change places"""
    return input.transpose(axis0, axis1)


swapdims = swapaxes


def adjoint(input):
    """the last two dimensions change places"""
    return input.transpose(-2, -1)


def unflatten(input, dim, sizes):
    """one dimension becomes several"""
    dim = axis_of(input, dim)
    shape = list(input.shape)
    return input.view(shape[:dim] + list(sizes) + shape[dim + 1:])


# --- parts --------------------------------------------------------------------

def narrow(input, dim, start, length):
    """`length` places of a dimension from `start`, as a view"""
    index = [slice(None)] * axis_of(input, dim)
    return input[tuple(index + [slice(start, start + length)])]


def select(input, dim, index):
    """one place of a dimension, as a view"""
    return input[tuple([slice(None)] * axis_of(input, dim) + [index])]


def unbind(input, dim=0):
    """the places of a dimension as a tuple of views
    >>> torch.unbind(torch.tensor([[1, 2], [3, 4]]))
    (tensor([1, 2]), tensor([3, 4]))
    """
    dim = axis_of(input, dim)
    return tuple(_xent.named(select(input, dim, i), "UnbindBackward0")
                 for i in range(input.size(dim)))


def split(tensor, split_size_or_sections, dim=0):
    """views of this many places each, or of these sizes
    >>> torch.split(torch.arange(5), 2)
    (tensor([0, 1]), tensor([2, 3]), tensor([4]))
    """
    n = tensor.size(dim)
    size = split_size_or_sections
    name = "SplitBackward0"
    if isinstance(size, int):
        if size <= 0:
            raise RuntimeError("split expects split_size be non-negative, but "
                               f"got split_size={size}")
        size = [min(size, n - i) for i in range(0, n, size)] or [0]
    elif sum(size) != n:
        raise RuntimeError("split_with_sizes expects split_sizes to sum "
                           f"exactly to {n} (input tensor's size at dimension "
                           f"{dim}), but got split_sizes={list(size)}")
    else:
        name = "SplitWithSizesBackward0"
    parts = []
    at = 0
    for k in size:
        parts.append(_xent.named(narrow(tensor, dim, at, k), name))
        at += k
    return tuple(parts)


def chunk(input, chunks, dim=0):
    """about this many views of equal size
    >>> torch.chunk(torch.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    """
    if chunks <= 0:
        raise RuntimeError("chunk expects `chunks` to be greater than 0, got: "
                           f"{chunks}")
    n = input.size(dim)
    return split(input, max((n + chunks - 1) // chunks, 1), dim)


def tensor_split(input, indices_or_sections, dim=0):
    """views between these places, or this many of nearly equal size"""
    n = input.size(dim)
    at = indices_or_sections
    if isinstance(at, int):
        each, more = n // at, n % at
        sizes = [each + 1] * more + [each] * (at - more)
    else:
        edges = [0] + list(at) + [n]
        sizes = [max(b - a, 0) for a, b in zip(edges, edges[1:])]
    return split(input, sizes, dim)


def hsplit(input, indices_or_sections):
    """split by columns"""
    return tensor_split(input, indices_or_sections,
                        1 if input.dim() > 1 else 0)


def vsplit(input, indices_or_sections):
    """split by rows"""
    return tensor_split(input, indices_or_sections, 0)


def diagonal(input, offset=0, dim1=0, dim2=1):
    """a diagonal of the last dimensions"""
    moved = movedim(input, (dim1, dim2), (-2, -1))
    rows = max(min(moved.size(-2) + min(offset, 0),
                   moved.size(-1) - max(offset, 0)), 0)
    i = torch.arange(rows)
    return _xent.named(moved[..., i + max(-offset, 0), i + max(offset, 0)],
                       "DiagonalBackward0")


def diag_embed(input, offset=0):
    """matrices with these diagonals"""
    n = input.size(-1) + abs(offset)
    eye = torch.eye(n, dtype=input.dtype)
    if not offset:
        return input.unsqueeze(-1) * eye
    mask = torch.ones(n, n).triu(offset).tril(offset).to(input.dtype)
    zeros = input.new_zeros(list(input.shape[:-1]) + [abs(offset)])
    if offset > 0:
        return torch.cat([input, zeros], -1).unsqueeze(-1) * mask
    return torch.cat([zeros, input], -1).unsqueeze(-1) * mask


# --- put together, turned, repeated -------------------------------------------

def dstack(tensors):
    """stacked along the third dimension"""
    grown = []
    for t in tensors:
        while t.dim() < 2:
            t = t.unsqueeze(0)
        grown.append(t if t.dim() > 2 else t.unsqueeze(-1))
    return torch.cat(grown, 2)


def row_stack(tensors):
    """stacked as rows"""
    return torch.vstack(tensors)


def fliplr(input):
    """columns in the other order"""
    return input.flip(1)


def flipud(input):
    """rows in the other order"""
    return input.flip(0)


def rot90(input, k=1, dims=(0, 1)):
    """turned by k quarters"""
    a, b = dims
    for _ in range(k % 4):
        input = input.transpose(a, b).flip(a)
    return input


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


# --- combinations -------------------------------------------------------------

def cartesian_prod(*tensors):
    """all combinations of elements, one a row"""
    if len(tensors) == 1:
        return tensors[0]
    grids = torch.meshgrid(*tensors, indexing="ij")
    return torch.stack([g.flatten() for g in grids], 1)


def combinations(input, r=2):
    """all choices of r elements, one a row"""
    rows = [[]]
    for k in range(r):
        rows = [row + [i] for row in rows
                for i in range(row[-1] + 1 if row else 0, len(input))]
    return input[torch.tensor(rows)]
