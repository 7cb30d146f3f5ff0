# SPDX-License-Identifier: GPL-3.0-or-later
# torch.nn.utils: what is done to gradients and parameters as a whole.
import math

import torch


def _list_of(parameters):
    if isinstance(parameters, torch.Tensor):
        return [parameters]
    return list(parameters)


def clip_grad_norm_(parameters, max_norm, norm_type=2.0,
                    error_if_nonfinite=False):
    """scales all gradients down so that their common norm is max_norm
    >>> w = torch.zeros(2, requires_grad=True)
    >>> w.grad = torch.tensor([3.0, 4.0])
    >>> nn.utils.clip_grad_norm_([w], 1.0)
    tensor(5.)
    >>> w.grad
    tensor([0.6000, 0.8000])
    """
    grads = [p.grad for p in _list_of(parameters) if p.grad is not None]
    max_norm = float(max_norm)
    norm_type = float(norm_type)
    if not grads:
        return torch.tensor(0.)
    if norm_type == math.inf:
        total = torch.stack([g.detach().abs().max() for g in grads]).max()
    else:
        norms = [torch.norm(g.detach(), norm_type) for g in grads]
        total = torch.norm(torch.stack(norms), norm_type)
    if error_if_nonfinite and not torch.isfinite(total).item():
        raise RuntimeError(
            f"The total norm of order {norm_type} for gradients from "
            "`parameters` is non-finite, so it cannot be clipped. To disable "
            "this error and scale the gradients by the non-finite norm anyway, "
            "set `error_if_nonfinite=False`")
    factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    for g in grads:
        g.detach().mul_(factor)
    return total


def clip_grad_norm(parameters, max_norm, norm_type=2.0,
                   error_if_nonfinite=False):
    """the old name of clip_grad_norm_"""
    return clip_grad_norm_(parameters, max_norm, norm_type,
                           error_if_nonfinite)


def clip_grad_value_(parameters, clip_value):
    """clips every gradient to -clip_value .. clip_value
    >>> w = torch.zeros(2, requires_grad=True)
    >>> w.grad = torch.tensor([3.0, -0.5])
    >>> nn.utils.clip_grad_value_([w], 1.0)
    >>> w.grad
    tensor([ 1.0000, -0.5000])
    """
    clip_value = float(clip_value)
    for p in _list_of(parameters):
        if p.grad is not None:
            p.grad.detach().clamp_(min=-clip_value, max=clip_value)


def parameters_to_vector(parameters):
    """all parameters, one after the other, as one vector
    >>> nn.utils.parameters_to_vector([torch.ones(2), torch.zeros(1, 2)])
    tensor([1., 1., 0., 0.])
    """
    return torch.cat([p.view(-1) for p in parameters])


def vector_to_parameters(vec, parameters):
    """gives the values of a vector to the parameters, in order"""
    if not isinstance(vec, torch.Tensor):
        raise TypeError("expected torch.Tensor, but got: "
                        f"{type(vec).__name__}")
    at = 0
    for p in parameters:
        p.data = vec[at:at + p.numel()].view_as(p).data
        at += p.numel()
