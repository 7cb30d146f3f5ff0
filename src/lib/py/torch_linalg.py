# SPDX-License-Identifier: GPL-3.0-or-later
# torch.linalg beside its rows.
import torch
import numpy as np
from torch import cross, matmul, matrix_power, slogdet
from torch_functions import chain_matmul


def multi_dot(tensors):
    """the product of several matrices"""
    return chain_matmul(*tensors)


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False):
    """a norm of matrices"""
    if ord == "fro":
        return torch.norm(A, 2, dim, keepdim)
    return torch.linalg.norm(A, ord, dim, keepdim)


def matrix_rank(A):
    """how many rows are independent of the others"""
    return torch.tensor(np.linalg.matrix_rank(A.detach().numpy()))


def eigvalsh(L):
    """the eigenvalues of a symmetric matrix"""
    return torch.from_numpy(np.linalg.eigvalsh(L.detach().numpy()))


def svdvals(A):
    """the singular values of a matrix"""
    return torch.from_numpy(np.linalg.svd(A.detach().numpy(),
                                          compute_uv=False))


def pinv(A):
    """the pseudo-inverse of a matrix"""
    return torch.from_numpy(np.linalg.pinv(A.detach().numpy()))


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
