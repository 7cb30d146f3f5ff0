# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions that find, take or put elements by their places. Most are
# methods too, with an in-place form.
import torch
from _xent import refuse


# --- finding ------------------------------------------------------------------

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


def _indices(row, col, lower, offset):
    pairs = [(i, j) for i in range(row) for j in range(col)
             if (j - i <= offset if lower else j - i >= offset)]
    return torch.tensor([[i for i, j in pairs], [j for i, j in pairs]],
                        dtype=torch.int64)


def tril_indices(row, col, offset=0):
    """places of the lower triangle: rows, columns"""
    return _indices(row, col, True, offset)


def triu_indices(row, col, offset=0):
    """places of the upper triangle: rows, columns"""
    return _indices(row, col, False, offset)


# --- putting ------------------------------------------------------------------

def _places(input, dim, index):
    return tuple([slice(None)] * (dim % max(input.dim(), 1)) + [index])


def index_fill(input, dim, index, value):
    """one value at these places of a dimension"""
    return index_fill_(input.clone(), dim, index, value)


def index_fill_(self, dim, index, value):
    """index_fill() in place"""
    self[_places(self, dim, index)] = value
    return self


def index_copy(input, dim, index, source):
    """other values at these places of a dimension"""
    return index_copy_(input.clone(), dim, index, source)


def index_copy_(self, dim, index, source):
    """index_copy() in place"""
    self[_places(self, dim, index)] = source
    return self


def index_put(input, indices, values, accumulate=False):
    """other values at the places that index tensors name"""
    return index_put_(input.clone(), indices, values, accumulate)


def index_put_(self, indices, values, accumulate=False):
    """index_put() in place"""
    if accumulate:
        refuse("index_put_() with accumulate=True")
    self[tuple(indices)] = values
    return self


def index_add(input, dim, index, source, *, alpha=1):
    """adds rows at these places of a dimension; repeated places add up
    >>> torch.zeros(3).index_add(0, torch.tensor([0, 0]), torch.ones(2))
    tensor([2., 0., 0.])
    """
    return index_add_(input.clone(), dim, index, source, alpha=alpha)


def index_add_(self, dim, index, source, *, alpha=1):
    """index_add() in place"""
    shape = [1] * source.dim()
    shape[dim] = len(index)
    places = index.view(shape).expand_as(source)
    return self.scatter_add_(dim, places,
                             source if alpha == 1 else alpha * source)


def scatter_add(input, dim, index, src):
    """adds at the places that index names along a dimension"""
    return input.clone().scatter_add_(dim, index, src)


def masked_scatter(input, mask, source):
    """the elements of source where mask is true"""
    return masked_scatter_(input.clone(), mask, source)


def masked_scatter_(self, mask, source):
    """masked_scatter() in place"""
    mask = mask.expand_as(self)
    self[mask] = source.flatten()[:int(mask.sum())]
    return self


def fill_diagonal_(self, fill_value):
    """one value on the diagonal, in place"""
    i = torch.arange(min(self.shape))
    self[tuple([i] * self.dim())] = fill_value
    return self
