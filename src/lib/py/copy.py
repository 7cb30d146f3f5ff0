# SPDX-License-Identifier: GPL-3.0-or-later
# copy: values made anew, so that changing one leaves the other.
import numpy as _np
import torch as _torch
from _xent import (attributes, is_followed, is_instance, is_parameter,
                   put_attribute, twin)
from torch.nn import Parameter as _Parameter


def copy(x):
    """a new object that shares what the old one holds

    >>> a = [1, [2]]; b = copy.copy(a); b is a, b[1] is a[1]
    (False, True)
    """
    if is_instance(x):
        return x.__copy__() if hasattr(x, "__copy__") else twin(x)
    if isinstance(x, (list, dict, set, _np.ndarray)):
        return x.copy()
    if isinstance(x, _torch.Tensor):
        return x.detach()
    return x


def deepcopy(x, memo=None):
    """a new object that shares nothing with the old one

    >>> a = [1, [2]]; b = copy.deepcopy(a); b, b[1] is a[1]
    ([1, [2]], False)
    """
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    if isinstance(x, (list, dict)):
        return _deep_container(x, memo)
    if isinstance(x, tuple):
        made = tuple([deepcopy(item, memo) for item in x])
        same = all(a is b for a, b in zip(made, x))
        return x if same else _kept(x, made, memo)
    if isinstance(x, (set, _np.ndarray)):
        return _kept(x, x.copy(), memo)
    if isinstance(x, _torch.Tensor):
        return _kept(x, _deep_tensor(x, memo), memo)
    return _deep_instance(x, memo) if is_instance(x) else x


def _kept(x, made, memo):
    memo[id(x)] = made
    return made


def _deep_container(x, memo):
    made = _kept(x, x.copy(), memo)
    for key in range(len(x)) if isinstance(x, list) else list(x):
        made[key] = deepcopy(x[key], memo)
    return made


def _deep_tensor(x, memo):
    if not x.is_leaf:
        raise RuntimeError(
            "Only Tensors created explicitly by the user (graph leaves) "
            "support the deepcopy protocol at the moment")
    made = x.detach().clone()
    if is_parameter(x):
        made = _Parameter(made, is_followed(x))
    elif is_followed(x):
        made.requires_grad_()
    if x.grad is not None:
        made.grad = deepcopy(x.grad, memo)
    return made


def _deep_instance(x, memo):
    if hasattr(x, "__deepcopy__"):
        return _kept(x, x.__deepcopy__(memo), memo)
    made = _kept(x, twin(x), memo)
    for name, value in attributes(x).items():
        put_attribute(made, name, deepcopy(value, memo))
    return made
