# SPDX-License-Identifier: GPL-3.0-or-later
"""When gradients are recorded, and gradients as values."""
from _xent import gradients as _gradients
from _xent import grad_mode as _grad_mode
from _xent import refuse as _refuse


class no_grad:
    """a block in which no gradients are recorded

    >>> w = torch.ones(2, requires_grad=True)
    >>> with torch.no_grad(): print((w * 2).requires_grad)
    False
    """
    __module__ = "torch.autograd.grad_mode"
    _on = False

    def __enter__(self):
        self.prev = _grad_mode(self._on)

    def __exit__(self, exc_type, exc_value, traceback):
        _grad_mode(self.prev)

    def __call__(self, func):
        def decorated(*args, **kwargs):
            with self.__class__():
                return func(*args, **kwargs)
        return decorated


class enable_grad(no_grad):
    """a block in which gradients are recorded again"""
    __module__ = "torch.autograd.grad_mode"
    _on = True


class inference_mode(no_grad):
    """a block in which no gradients are recorded"""
    __module__ = "torch.autograd.grad_mode"

    def __init__(self, mode=True):
        self._on = not mode and _grad_mode()


class set_grad_enabled(no_grad):
    """records gradients or not, from here on or for a block"""
    __module__ = "torch.autograd.grad_mode"

    def __init__(self, mode):
        self.prev = _grad_mode(mode)
        self._on = mode

    def __enter__(self):
        _grad_mode(self._on)


def is_grad_enabled():
    """whether gradients are recorded

    >>> torch.is_grad_enabled()
    True
    """
    return _grad_mode()


def _listed(x):
    return list(x) if isinstance(x, (list, tuple)) else [x]


def grad(outputs, inputs, grad_outputs=None, retain_graph=None,
         create_graph=False, allow_unused=False):
    """the gradients of outputs by inputs, as a tuple

    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> torch.autograd.grad(x * x, x)
    (tensor(6.),)
    """
    if create_graph:
        _refuse("create_graph=True")
    roots = _listed(outputs)
    seeds = [None] * len(roots)
    if grad_outputs is not None:
        seeds = _listed(grad_outputs)
    wanted = _listed(inputs)
    total = [None] * len(wanted)
    for root, seed in zip(roots, seeds):
        keep = retain_graph or len(roots) > 1
        for i, g in enumerate(_gradients(root, seed, keep, wanted)):
            if g is not None:
                total[i] = g if total[i] is None else total[i] + g
    if not allow_unused and any(g is None for g in total):
        raise RuntimeError(
            "One of the differentiated Tensors appears to not have been used "
            "in the graph. Set allow_unused=True if this is the desired "
            "behavior.")
    return tuple(total)


def backward(tensors, grad_tensors=None, retain_graph=None):
    """the same as tensors.backward(...), for several of them"""
    roots = _listed(tensors)
    seeds = [None] * len(roots)
    if grad_tensors is not None:
        seeds = _listed(grad_tensors)
    for root, seed in zip(roots, seeds):
        root.backward(seed, retain_graph=retain_graph)


def Variable(data, requires_grad=False):
    """the tensor itself: an old spelling"""
    return data.requires_grad_() if requires_grad else data
