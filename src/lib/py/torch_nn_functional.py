# SPDX-License-Identifier: GPL-3.0-or-later
# torch.nn.functional beside its rows: what is computed by other functions of
# torch.
import math

import torch


# --- between layers -----------------------------------------------------------

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


def prelu(input, weight):
    """x, or weight x below zero; one weight, or one a channel
    >>> F.prelu(torch.tensor([-2., 1.]), torch.tensor([0.25]))
    tensor([-0.5000,  1.0000])
    """
    if weight.numel() > 1:
        if input.dim() < 2 or input.size(1) != weight.numel():
            raise RuntimeError(
                "Mismatch of parameter numbers and input channel size. Found "
                f"parameter numbers = {weight.numel()} and channel size = "
                f"{input.size(1) if input.dim() > 1 else 1}.")
        weight = weight.view([1, -1] + [1] * (input.dim() - 2))
    return torch.where(input > 0, input, weight * input)


def glu(input, dim=-1):
    """one half times the sigmoid of the other"""
    if input.size(dim) % 2:
        raise RuntimeError("Halving dimension must be even, but dimension "
                           f"{dim % input.dim()} is size {input.size(dim)}")
    a, b = input.chunk(2, dim)
    return a * torch.sigmoid(b)


def softshrink(input, lambd=0.5):
    """lambd nearer to zero, and zero within it
    >>> F.softshrink(torch.tensor([-2., 0.2, 1.]))
    tensor([-1.5000,  0.0000,  0.5000])
    """
    high = torch.where(input > lambd, input - lambd, torch.zeros_like(input))
    return torch.where(input < -lambd, input + lambd, high)


def hardshrink(input, lambd=0.5):
    """zero within lambd, else the same
    >>> F.hardshrink(torch.tensor([-2., 0.2, 1.]))
    tensor([-2.,  0.,  1.])
    """
    within = (input >= -lambd) & (input <= lambd)
    return torch.where(within, torch.zeros_like(input), input)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """softmax of logits plus Gumbel noise; hard: one-hot"""
    noise = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    one = torch.zeros_like(logits).scatter_(dim, index, 1.0)
    return one - soft.detach() + soft


def pad(input, pad, mode="constant", value=None):
    """places before and after, last dimension first
    >>> F.pad(torch.tensor([1., 2.]), (1, 2))
    tensor([0., 1., 2., 0., 0.])
    """
    if mode == "constant":
        if len(pad) % 2:
            raise RuntimeError("Padding length must be divisible by 2")
        if len(pad) > 2 * input.dim():
            raise RuntimeError("Padding length too large")
        return torch.constant_pad_nd(input, pad, value or 0.0)
    if mode not in ("reflect", "replicate", "circular"):
        raise NotImplementedError(f"Unrecognised padding mode {mode}")
    for i in range(len(pad) // 2):
        dim = input.dim() - 1 - i
        places = _pad_places(input.size(dim), pad[2 * i], pad[2 * i + 1],
                             mode)
        input = input.index_select(dim, torch.tensor(places))
    return input


def _pad_places(n, before, after, mode):
    places = []
    for k in range(-before, n + after):
        if mode == "replicate":
            k = min(max(k, 0), n - 1)
        elif mode == "circular":
            k = k % n
        elif k < 0 or k >= n:
            k = -k if k < 0 else 2 * (n - 1) - k
        places.append(k)
    return places


# --- lengths and distances ----------------------------------------------------

def normalize(input, p=2.0, dim=1, eps=1e-12):
    """each vector divided by its norm
    >>> F.normalize(torch.tensor([[3., 4.]]))
    tensor([[0.6000, 0.8000]])
    """
    length = torch.norm(input, p=p, dim=dim, keepdim=True)
    return input / torch.clamp(length, min=eps)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """the cosine of the angle between vectors
    >>> F.cosine_similarity(torch.tensor([[1., 0.]]), torch.tensor([[1., 1.]]))
    tensor([0.7071])
    """
    x1, x2 = torch.broadcast_tensors(x1, x2)
    one = x1 / torch.norm(x1, 2, dim, True).clamp_min(eps)
    two = x2 / torch.norm(x2, 2, dim, True).clamp_min(eps)
    return (one * two).sum(dim)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    """the distance of each pair of rows
    >>> F.pairwise_distance(torch.zeros(1, 2), torch.tensor([[3., 4.]]))
    tensor([5.0000])
    """
    return torch.norm(x1 - x2 + eps, p, -1, keepdim)


def pdist(input, p=2.0):
    """the distances of all pairs of rows"""
    n = input.size(0)
    first, second = torch.triu_indices(n, n, 1)
    return torch.norm(input[first] - input[second], p, -1)


# --- losses -------------------------------------------------------------------

def _reduced(loss, reduction):
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    if reduction == "none":
        return loss
    raise ValueError(f"{reduction} is not a valid value for reduction")


def hinge_embedding_loss(input, target, margin=1.0, reduction="mean"):
    """x where the target is 1, max(0, margin - x) where it is -1"""
    zero = torch.zeros_like(input)
    apart = torch.where(target != 1, (margin - input).clamp_min(0), zero)
    near = torch.where(target != -1, input, zero)
    return _reduced(apart + near, reduction)


def margin_ranking_loss(input1, input2, target, margin=0.0,
                        reduction="mean"):
    """max(0, -target (x1 - x2) + margin)"""
    return _reduced((-target * (input1 - input2) + margin).clamp_min(0),
                    reduction)


def soft_margin_loss(input, target, reduction="mean"):
    """ln(1 + exp(-target x))"""
    return _reduced(torch.log1p(torch.exp(-target * input)), reduction)


def multi_margin_loss(input, target, p=1, margin=1.0, reduction="mean"):
    """max(0, margin - x[target] + x[i])^p over the other classes"""
    at = target.unsqueeze(-1)
    gaps = (margin - input.gather(-1, at) + input).clamp_min(0) ** p
    mask = torch.ones_like(input).scatter_(-1, at, 0.0)
    return _reduced((gaps * mask).sum(-1) / input.size(-1), reduction)


def cosine_embedding_loss(input1, input2, target, margin=0.0,
                          reduction="mean"):
    """1 - cos where the target is 1, max(0, cos - margin) where it is -1"""
    c = cosine_similarity(input1, input2, -1)
    zero = torch.zeros_like(c)
    near = torch.where(target == 1, 1 - c, zero)
    apart = torch.where(target == -1, (c - margin).clamp_min(0), zero)
    return _reduced(near + apart, reduction)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2,
                        eps=1e-6, swap=False, reduction="mean"):
    """max(0, d(anchor, positive) - d(anchor, negative) + margin)"""
    near = pairwise_distance(anchor, positive, p, eps)
    apart = pairwise_distance(anchor, negative, p, eps)
    if swap:
        apart = torch.minimum(apart, pairwise_distance(positive, negative, p,
                                                       eps))
    return _reduced((near - apart + margin).clamp_min(0), reduction)


def poisson_nll_loss(input, target, log_input=True, full=False, eps=1e-8,
                     reduction="mean"):
    """exp(x) - target x, or x - target ln(x)"""
    if log_input:
        loss = torch.exp(input) - target * input
    else:
        loss = input - target * torch.log(input + eps)
    if full:
        more = (target * torch.log(target) - target
                + 0.5 * torch.log(2 * math.pi * target))
        loss = loss + torch.where(target > 1, more, torch.zeros_like(loss))
    return _reduced(loss, reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6,
                      reduction="mean"):
    """(ln var + (x - target)^2 / var) / 2"""
    var = var.clamp(min=eps)
    loss = 0.5 * (torch.log(var) + (input - target) ** 2 / var)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return _reduced(loss, reduction)
