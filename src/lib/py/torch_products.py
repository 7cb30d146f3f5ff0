# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions of vectors and matrices: distances, products, determinants.
# Most are methods too; torch_einsum.py has the product of products.
import math

import torch
from _xent import named_pair
from torch_shapes import movedim, unbind


# --- distances ----------------------------------------------------------------

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


# --- products -----------------------------------------------------------------

def inner(input, other):
    """sums of products along the last dimension"""
    if input.dim() == 0 or other.dim() == 0:
        return input * other
    return torch.tensordot(input, other, dims=([-1], [-1]))


def vdot(input, other):
    """the product of two vectors"""
    return torch.dot(input, other)


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


# --- determinants -------------------------------------------------------------

def logdet(input):
    """the logarithm of the determinant"""
    return torch.log(torch.det(input))


def slogdet(input):
    """sign and logarithm of the determinant"""
    d = torch.det(input)
    return named_pair("torch.return_types.slogdet", "sign", torch.sign(d),
                      "logabsdet", torch.log(torch.abs(d)))
