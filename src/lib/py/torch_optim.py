# SPDX-License-Identifier: GPL-3.0-or-later
# torch.optim. The arithmetic of a step is C (src/lib/inneroptim.c): here are
# the options, what is kept, and what is printed.
import torch
from _xent import (adagrad_step, adam_step, adamw_step, rmsprop_step,
                   sgd_step, warn)


class _Required:
    def __repr__(self):
        return "<required parameter>"


_required = _Required()


def _typename(x):
    return x.type() if isinstance(x, torch.Tensor) else type(x).__name__


def _at_least_zero(what, value):
    if not 0.0 <= value:
        raise ValueError(f"Invalid {what}: {value}")


class Optimizer:
    """what all optimisers share: groups of parameters and their state"""
    __module__ = "torch.optim.optimizer"

    def __init__(self, params, defaults):
        self.defaults = defaults
        if isinstance(params, torch.Tensor):
            raise TypeError("params argument given to the optimizer should be "
                            "an iterable of Tensors or dicts, but got "
                            + _typename(params))
        self.state = {}
        self.param_groups = []
        self._step_count = 0
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def __repr__(self):
        text = type(self).__name__ + " ("
        for i, group in enumerate(self.param_groups):
            text += f"\nParameter Group {i}\n"
            for key in sorted(group):
                if key != "params":
                    text += f"    {key}: {group[key]}\n"
        return text + ")"

    def add_param_group(self, param_group):
        """one more group, a dict with "params" and options of its own"""
        assert isinstance(param_group, dict), "param group must be a dict"
        params = param_group["params"]
        if isinstance(params, torch.Tensor):
            params = [params]
        elif isinstance(params, set):
            raise TypeError("optimizer parameters need to be organized in "
                            "ordered collections, but the ordering of tensors "
                            "in sets will change between runs. Please use a "
                            "list instead.")
        param_group["params"] = list(params)
        self._check_params(param_group["params"])
        self._fill_defaults(param_group)
        known = {id(p) for g in self.param_groups for p in g["params"]}
        if any(id(p) in known for p in param_group["params"]):
            raise ValueError("some parameters appear in more than one "
                             "parameter group")
        self.param_groups.append(param_group)

    def _check_params(self, params):
        for p in params:
            if not isinstance(p, torch.Tensor):
                raise TypeError("optimizer can only optimize Tensors, but one "
                                "of the params is " + _typename(p))
            if not p.is_leaf:
                raise ValueError("can't optimize a non-leaf Tensor")
        if len({id(p) for p in params}) < len(params):
            warn("UserWarning",
                 "optimizer contains a parameter group with duplicate "
                 "parameters; in future, this will cause an error; see "
                 "github.com/pytorch/pytorch/issues/40967 for more "
                 "information")

    def _fill_defaults(self, group):
        for name, default in self.defaults.items():
            if default is _required and name not in group:
                raise ValueError("parameter group didn't specify a value of "
                                 "required optimization parameter " + name)
            group.setdefault(name, default)

    def zero_grad(self, set_to_none=False):
        """forgets the gradients: fills them with zeros, or makes them None"""
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                if set_to_none:
                    p.grad = None
                else:
                    p.grad.requires_grad_(False)
                    p.grad.zero_()

    def step(self, closure):
        """one step with the gradients that backward() left"""
        raise NotImplementedError

    def _step(self, rule, closure):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        self._step_count += 1
        for group in self.param_groups:
            rule(group, self.state)
        return loss

    def state_dict(self):
        """state and groups as a dict, parameters by their numbers"""
        number = {}
        groups = []
        for group in self.param_groups:
            packed = {k: v for k, v in group.items() if k != "params"}
            for p in group["params"]:
                number.setdefault(id(p), len(number))
            packed["params"] = [number[id(p)] for p in group["params"]]
            groups.append(packed)
        state = {number[id(p)]: kept for p, kept in self.state.items()}
        return {"state": state, "param_groups": groups}

    def load_state_dict(self, state_dict):
        """takes over what state_dict() gave"""
        saved = state_dict["param_groups"]
        if len(saved) != len(self.param_groups):
            raise ValueError("loaded state dict has a different number of "
                             "parameter groups")
        for group, other in zip(self.param_groups, saved):
            if len(group["params"]) != len(other["params"]):
                raise ValueError("loaded state dict contains a parameter group "
                                 "that doesn't match the size of optimizer's "
                                 "group")
        param = {}
        groups = []
        for group, other in zip(self.param_groups, saved):
            param.update(zip(other["params"], group["params"]))
            groups.append({**other, "params": group["params"]})
        self.state = {param[i]: _copy_state(param[i], kept)
                      for i, kept in state_dict["state"].items()}
        self.param_groups = groups


def _copy_state(param, kept):
    """the tensors copied, all but the step in the parameter's dtype"""
    own = {}
    for name, value in kept.items():
        if isinstance(value, torch.Tensor):
            value = value.clone()
            if name != "step":
                value = value.to(param.dtype)
        own[name] = value
    return own


class SGD(Optimizer):
    """stochastic gradient descent, with momentum if wanted
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.grad = torch.tensor([1.0, -1.0])
    >>> optim.SGD([w], lr=0.1).step()
    >>> w
    tensor([0.9000, 2.1000], requires_grad=True)
    """
    __module__ = "torch.optim.sgd"

    def __init__(self, params, lr=_required, momentum=0, dampening=0,
                 weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False):
        if lr is not _required and lr < 0.0:
            raise ValueError(f"Invalid learning rate: {lr}")
        if momentum < 0.0:
            raise ValueError(f"Invalid momentum value: {momentum}")
        if weight_decay < 0.0:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero "
                             "dampening")
        super().__init__(params, dict(
            lr=lr, momentum=momentum, dampening=dampening,
            weight_decay=weight_decay, nesterov=nesterov, maximize=maximize,
            foreach=foreach, differentiable=differentiable))

    def step(self, closure=None):
        """one step with the gradients that backward() left"""
        return self._step(sgd_step, closure)


def _check_adam(lr, betas, eps, weight_decay):
    _at_least_zero("learning rate", lr)
    _at_least_zero("epsilon value", eps)
    for i in range(2):
        if not 0.0 <= betas[i] < 1.0:
            raise ValueError(f"Invalid beta parameter at index {i}: {betas[i]}")
    _at_least_zero("weight_decay value", weight_decay)


class Adam(Optimizer):
    """steps scaled by running moments of the gradient (Kingma & Ba 2014)
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.grad = torch.tensor([1.0, -1.0])
    >>> optim.Adam([w], lr=0.1).step()
    >>> w
    tensor([0.9000, 2.1000], requires_grad=True)
    """
    __module__ = "torch.optim.adam"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8,
                 weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False,
                 fused=False):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay,
            amsgrad=amsgrad, maximize=maximize, foreach=foreach,
            capturable=capturable, differentiable=differentiable,
            fused=fused))

    def step(self, closure=None):
        """one step with the gradients that backward() left"""
        return self._step(adam_step, closure)


class AdamW(Optimizer):
    """Adam whose weight decay shrinks the parameters themselves"""
    __module__ = "torch.optim.adamw"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8,
                 weight_decay=1e-2, amsgrad=False, *, maximize=False,
                 foreach=None, capturable=False):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay,
            amsgrad=amsgrad, foreach=foreach, maximize=maximize,
            capturable=capturable))

    def step(self, closure=None):
        """one step with the gradients that backward() left"""
        return self._step(adamw_step, closure)


class RMSprop(Optimizer):
    """steps divided by the root of a running mean of squared gradients"""
    __module__ = "torch.optim.rmsprop"

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0,
                 momentum=0, centered=False, foreach=None, maximize=False,
                 differentiable=False):
        _at_least_zero("learning rate", lr)
        _at_least_zero("epsilon value", eps)
        _at_least_zero("momentum value", momentum)
        _at_least_zero("weight_decay value", weight_decay)
        _at_least_zero("alpha value", alpha)
        super().__init__(params, dict(
            lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered,
            weight_decay=weight_decay, foreach=foreach, maximize=maximize,
            differentiable=differentiable))

    def step(self, closure=None):
        """one step with the gradients that backward() left"""
        return self._step(rmsprop_step, closure)


class Adagrad(Optimizer):
    """steps divided by the root of the sum of squared gradients"""
    __module__ = "torch.optim.adagrad"

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0,
                 initial_accumulator_value=0, eps=1e-10, foreach=None, *,
                 maximize=False):
        _at_least_zero("learning rate", lr)
        _at_least_zero("lr_decay value", lr_decay)
        _at_least_zero("weight_decay value", weight_decay)
        _at_least_zero("initial_accumulator_value value",
                       initial_accumulator_value)
        _at_least_zero("epsilon value", eps)
        super().__init__(params, dict(
            lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value,
            foreach=foreach, maximize=maximize))
        for group in self.param_groups:
            for p in group["params"]:
                self.state[p] = {
                    "step": torch.tensor(0.0),
                    "sum": torch.full_like(p, initial_accumulator_value)}

    def step(self, closure=None):
        """one step with the gradients that backward() left"""
        return self._step(adagrad_step, closure)
