# SPDX-License-Identifier: GPL-3.0-or-later
# What torch.nn.functional computes by other functions of torch; the rest are
# rows.
import torch
from torch_nn_more import (
    cosine_embedding_loss, cosine_similarity, gaussian_nll_loss, glu,
    gumbel_softmax, hardshrink, hinge_embedding_loss, margin_ranking_loss,
    multi_margin_loss, pad, pairwise_distance, pdist, poisson_nll_loss, prelu,
    soft_margin_loss, softshrink, triplet_margin_loss)


def dropout(input, p=0.5, training=True, inplace=False):
    """drops each value with probability p and scales the others by 1 / (1 - p)
    >>> F.dropout(torch.ones(3), 0.5, training=False)
    tensor([1., 1., 1.])
    """
    if p < 0.0 or p > 1.0:
        raise ValueError("dropout probability has to be between 0 and 1, "
                         f"but got {p}")
    if not training or p == 0:
        return input
    mask = torch.zeros_like(input)
    if p < 1:
        mask.bernoulli_(1 - p).div_(1 - p)
    return input.mul_(mask) if inplace else input * mask


def softmin(input, dim=None, dtype=None):
    """softmax of -x
    >>> F.softmin(torch.tensor([0., 0.]), dim=0)
    tensor([0.5000, 0.5000])
    """
    return torch.nn.functional.softmax(-input, dim, dtype=dtype)


def softsign(input):
    """x / (1 + |x|)
    >>> F.softsign(torch.tensor([-1., 3.]))
    tensor([-0.5000,  0.7500])
    """
    return input / (input.abs() + 1)


def tanhshrink(input):
    """x - tanh(x)
    >>> F.tanhshrink(torch.tensor([0., 2.]))
    tensor([0.0000, 1.0360])
    """
    return input - input.tanh()


def normalize(input, p=2.0, dim=1, eps=1e-12):
    """each vector divided by its norm
    >>> F.normalize(torch.tensor([[3., 4.]]))
    tensor([[0.6000, 0.8000]])
    """
    length = torch.norm(input, p=p, dim=dim, keepdim=True)
    return input / torch.clamp(length, min=eps)
