# SPDX-License-Identifier: GPL-3.0-or-later
# torch.linalg beside its rows.
import math

import torch
import _xent
from torch import cross, matmul, matrix_power, slogdet
from torch_products import chain_matmul


def multi_dot(tensors):
    """the product of several matrices"""
    return chain_matmul(*tensors)


def norm(A, ord=None, dim=None, keepdim=False):
    """the length of a vector, or a norm of a matrix
    >>> torch.linalg.norm(torch.tensor([3., 4.]))
    tensor(5.)
    """
    if ord is None:
        return _xent.linalg_norm(A, None, dim, keepdim)
    if isinstance(dim, int) or (dim is None and A.dim() == 1):
        return _xent.linalg_norm(A, ord, dim, keepdim)
    if dim is None and A.dim() != 2:
        raise RuntimeError("linalg.norm: If dim is not specified but ord is, "
                           "the input must be 1D or 2D. Got "
                           f"{A.dim()}D.")
    return matrix_norm(A, ord, (-2, -1) if dim is None else dim, keepdim)


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False):
    """a norm of matrices"""
    if ord == "fro":
        return torch.norm(A, 2, dim, keepdim)
    if ord not in (1, -1, math.inf, -math.inf):
        _xent.refuse(f"the norm {ord!r} of a matrix")
    summed, rest = dim if abs(ord) == 1 else dim[::-1]
    sums = A.abs().sum(summed, keepdim=True)
    out = sums.amax(rest, True) if ord > 0 else sums.amin(rest, True)
    return out if keepdim else out.squeeze(summed).squeeze(-1)


def cholesky(A):
    """the lower triangle L with L L^T = A"""
    n = A.size(-1)
    rows = []
    for i in range(n):
        row = []
        for j in range(i + 1):
            rest = A[i, j] - sum(row[k] * rows[j][k] if j < i else row[k] ** 2
                                 for k in range(j))
            row.append(torch.sqrt(rest) if i == j else rest / rows[j][j])
        rows.append(row)
    zero = A.new_zeros(())
    return torch.stack([torch.stack(row + [zero] * (n - len(row)))
                        for row in rows])
