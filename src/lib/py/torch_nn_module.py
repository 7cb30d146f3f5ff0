# SPDX-License-Identifier: GPL-3.0-or-later
# torch.nn.Module. Parameters, buffers and children are attributes like any
# other; three dicts say which attributes they are, in order of definition.
import torch
from collections import OrderedDict
from torch.nn.parameter import Parameter


_TENSORS = {torch.float32: "Float", torch.float64: "Double",
            torch.float16: "Half", torch.int64: "Long", torch.int32: "Int",
            torch.int16: "Short", torch.int8: "Char", torch.uint8: "Byte",
            torch.bool: "Bool"}


def tensor_type(x):
    """the old name of a tensor's type"""
    return f"torch.{_TENSORS[x.dtype]}Tensor"


def _typename(x):
    if isinstance(x, torch.Tensor):
        return tensor_type(x)
    kind = x if isinstance(x, type) else type(x)
    module = kind.__module__
    return ("" if module == "builtins" else module + ".") + kind.__name__


def _indented(text):
    return text.replace("\n", "\n  ")


class _LoadReport:
    def __init__(self, missing_keys, unexpected_keys):
        self.missing_keys = missing_keys
        self.unexpected_keys = unexpected_keys

    def __iter__(self):
        return iter((self.missing_keys, self.unexpected_keys))

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return (f"_IncompatibleKeys(missing_keys={self.missing_keys}, "
                f"unexpected_keys={self.unexpected_keys})")


class _HookHandle:
    def __init__(self, hooks, hook):
        self.hooks = hooks
        self.key = max(hooks, default=0) + 1
        hooks[self.key] = hook

    def remove(self):
        self.hooks.pop(self.key, None)


class Module:
    """what networks are made of: parameters, children and a forward method
    >>> nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    Sequential(
      (0): Linear(in_features=2, out_features=1, bias=True)
      (1): Sigmoid()
    )
    """
    __module__ = "torch.nn.modules.module"

    def __init__(self):
        object.__setattr__(self, "training", True)
        object.__setattr__(self, "_parameters", OrderedDict())
        object.__setattr__(self, "_buffers", OrderedDict())
        object.__setattr__(self, "_modules", OrderedDict())
        object.__setattr__(self, "_backward_hooks", OrderedDict())
        object.__setattr__(self, "_forward_hooks", OrderedDict())
        object.__setattr__(self, "_forward_pre_hooks", OrderedDict())
        object.__setattr__(self, "_non_persistent_buffers_set", set())

    # --- attributes -----------------------------------------------------

    def _keep(self, place, name, value):
        for other in (self._parameters, self._buffers, self._modules):
            if other is not place and name in other:
                del other[name]
        place[name] = value
        object.__setattr__(self, name, value)

    def _refuse(self, name, value, what, wanted):
        raise TypeError(f"cannot assign '{_typename(value)}' as {what} "
                        f"'{name}' ({wanted} or None expected)")

    def __setattr__(self, name, value):
        ready = hasattr(self, "_modules")
        if isinstance(value, Parameter):
            if not ready:
                raise AttributeError("cannot assign parameters before "
                                     "Module.__init__() call")
            self._keep(self._parameters, name, value)
        elif isinstance(value, Module):
            if not ready:
                raise AttributeError("cannot assign module before "
                                     "Module.__init__() call")
            self._keep(self._modules, name, value)
        elif ready:
            self._set_other(name, value)
        else:
            object.__setattr__(self, name, value)

    def _set_other(self, name, value):
        if name in self._parameters:
            if value is not None:
                self._refuse(name, value, "parameter", "torch.nn.Parameter")
            self._parameters[name] = None
        elif name in self._modules:
            if value is not None:
                self._refuse(name, value, "child module", "torch.nn.Module")
            self._modules[name] = None
        elif name in self._buffers:
            if value is not None and not isinstance(value, torch.Tensor):
                self._refuse(name, value, "buffer", "torch.Tensor")
            self._buffers[name] = value
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        for place in (self._parameters, self._buffers, self._modules):
            place.pop(name, None)
        object.__delattr__(self, name)

    def _check_name(self, name, place, what):
        if not isinstance(name, str):
            raise TypeError(f"{what} name should be a string. "
                            f"Got {_typename(name)}")
        if hasattr(self, name) and name not in place:
            raise KeyError(f"attribute '{name}' already exists")
        if "." in name:
            raise KeyError(f'{what} name can\'t contain "."' + (
                f", got: {name}" if what == "module" else ""))
        if name == "":
            raise KeyError(f'{what} name can\'t be empty string ""')

    def register_buffer(self, name, tensor, persistent=True):
        """a tensor that belongs to the state but is not trained"""
        if not hasattr(self, "_buffers"):
            raise AttributeError("cannot assign buffer before "
                                 "Module.__init__() call")
        self._check_name(name, self._buffers, "buffer")
        if tensor is not None and not isinstance(tensor, torch.Tensor):
            raise TypeError(f"cannot assign '{_typename(tensor)}' object to "
                            f"buffer '{name}' (torch Tensor or None required)")
        self._keep(self._buffers, name, tensor)
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def register_parameter(self, name, param):
        """the parameter of this name; None says that there is none"""
        if not hasattr(self, "_parameters"):
            raise AttributeError("cannot assign parameter before "
                                 "Module.__init__() call")
        self._check_name(name, self._parameters, "parameter")
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(f"cannot assign '{_typename(param)}' object to "
                            f"parameter '{name}' (torch.nn.Parameter or None "
                            "required)")
        if param is not None and param.grad_fn is not None:
            raise ValueError(f"Cannot assign non-leaf Tensor to parameter "
                             f"'{name}'. Model parameters must be created "
                             f"explicitly. To express '{name}' as a function "
                             "of another Tensor, compute the value in the "
                             "forward() method.")
        self._keep(self._parameters, name, param)

    def add_module(self, name, module):
        """the child of this name"""
        if not isinstance(module, Module) and module is not None:
            raise TypeError(f"{_typename(module)} is not a Module subclass")
        self._check_name(name, self._modules, "module")
        self._keep(self._modules, name, module)

    def register_module(self, name, module):
        """the same as add_module"""
        self.add_module(name, module)

    # --- calling --------------------------------------------------------

    def forward(self, *input):
        """what calling the module computes: write your own"""
        raise NotImplementedError(f"Module [{type(self).__name__}] is missing "
                                  'the required "forward" function')

    def __call__(self, *input, **kwargs):
        if self._backward_hooks or self._forward_hooks or (
                self._forward_pre_hooks):
            return self._call_hooked(input, kwargs)
        return self.forward(*input, **kwargs)

    def _call_hooked(self, input, kwargs):
        for hook in list(self._forward_pre_hooks.values()):
            changed = hook(self, input)
            if changed is not None:
                input = changed if isinstance(changed, tuple) else (changed,)
        result = self.forward(*input, **kwargs)
        for hook in list(self._forward_hooks.values()):
            changed = hook(self, input, result)
            if changed is not None:
                result = changed
        return result

    def register_forward_hook(self, hook):
        """calls hook(module, input, output) after each forward"""
        return _HookHandle(self._forward_hooks, hook)

    def register_forward_pre_hook(self, hook):
        """calls hook(module, input) before each forward"""
        return _HookHandle(self._forward_pre_hooks, hook)

    # --- walking --------------------------------------------------------

    def _each_module(self, prefix, seen):
        if self in seen:
            return []
        seen.add(self)
        found = [(prefix, self)]
        for name, child in self._modules.items():
            if child is not None:
                inner = prefix + ("." if prefix else "") + name
                found += child._each_module(inner, seen)
        return found

    def _members(self, place, prefix, recurse):
        found, seen = [], set()
        getattr(self, place)
        modules = (self._each_module(prefix, set()) if recurse
                   else [(prefix, self)])
        for path, module in modules:
            for name, value in getattr(module, place).items():
                if value is not None and id(value) not in seen:
                    seen.add(id(value))
                    found.append((path + ("." if path else "") + name, value))
        return found

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """pairs of name and module, this one ("") first"""
        seen = set() if memo is None else memo
        return (pair for pair in self._each_module(prefix, seen))

    def modules(self):
        """this module and all below it"""
        return (m for _, m in self._each_module("", set()))

    def named_children(self):
        """pairs of name and module, directly below this one"""
        found, seen = [], set()
        for name, child in self._modules.items():
            if child is not None and child not in seen:
                seen.add(child)
                found.append((name, child))
        return (pair for pair in found)

    def children(self):
        """the modules directly below this one"""
        return (child for _, child in self.named_children())

    def named_parameters(self, prefix="", recurse=True):
        """pairs of name and parameter, of all modules below too"""
        return (pair for pair in self._members("_parameters", prefix, recurse))

    def parameters(self, recurse=True):
        """the parameters, of all modules below too
        >>> sum(p.numel() for p in nn.Linear(3, 2).parameters())
        8
        """
        return (p for _, p in self._members("_parameters", "", recurse))

    def named_buffers(self, prefix="", recurse=True):
        """pairs of name and buffer, of all modules below too"""
        return (pair for pair in self._members("_buffers", prefix, recurse))

    def buffers(self, recurse=True):
        """the buffers, of all modules below too"""
        return (b for _, b in self._members("_buffers", "", recurse))

    def get_submodule(self, target):
        """the module of a name such as "layers.0" """
        module = self
        for name in target.split(".") if target else []:
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no "
                                     f"attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def _get_member(self, target, kind, place):
        path, _, name = target.rpartition(".")
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f"{type(module).__name__} has no attribute "
                                 f"`{name}`")
        if name not in getattr(module, place):
            raise AttributeError(f"`{name}` is not {kind}")
        return getattr(module, name)

    def get_parameter(self, target):
        """the parameter of a name such as "fc.weight" """
        return self._get_member(target, "an nn.Parameter", "_parameters")

    def get_buffer(self, target):
        """the buffer of a name such as "bn.running_mean" """
        return self._get_member(target, "a buffer", "_buffers")

    # --- modes, types, gradients ----------------------------------------

    def train(self, mode=True):
        """the mode for training, of all modules below too"""
        if not isinstance(mode, bool):
            raise ValueError("training mode is expected to be boolean")
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        """the mode for use: no dropout"""
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        """whether the parameters get gradients"""
        for p in self.parameters():
            p.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=False):
        """forgets the gradients of all parameters"""
        for p in self.parameters():
            if p.grad is not None:
                if set_to_none:
                    p.grad = None
                else:
                    p.grad.zero_()

    def apply(self, fn):
        """calls fn(module) for all modules below, then for this one"""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def _apply(self, fn):
        for module in self.children():
            module._apply(fn)
        for p in self._parameters.values():
            if p is not None:
                p.data = fn(p.data)
                if p.grad is not None:
                    p.grad.data = fn(p.grad.data)
        for name, b in self._buffers.items():
            if b is not None:
                self._keep(self._buffers, name, fn(b))
        return self

    def _convert(self, dtype):
        return self._apply(
            lambda t: t.to(dtype) if t.dtype.is_floating_point else t)

    def to(self, *args, **kwargs):
        """the module with parameters of this dtype; a device changes nothing"""
        dtype = None
        for x in list(args) + list(kwargs.values()):
            if isinstance(x, torch.Tensor):
                x = x.dtype
            if isinstance(x, type(torch.float32)):
                dtype = x
        if dtype is None:
            torch.empty(0).to(*args, **kwargs)
            return self
        if not dtype.is_floating_point:
            raise TypeError("nn.Module.to only accepts floating point or "
                            "complex dtypes, but got desired "
                            f"dtype={dtype}")
        return self._convert(dtype)

    def float(self):
        """the module with float32 parameters"""
        return self._convert(torch.float32)

    def double(self):
        """the module with float64 parameters"""
        return self._convert(torch.float64)

    def half(self):
        """the module with float16 parameters"""
        return self._convert(torch.float16)

    def type(self, dst_type):
        """the module with parameters of this dtype"""
        return self._apply(lambda t: t.type(dst_type))

    def cpu(self):
        """the module itself"""
        return self

    def cuda(self, device=None):
        """the module itself: xent computes on the CPU"""
        return self

    # --- state ----------------------------------------------------------

    def _own_state(self):
        own = [(k, p) for k, p in self._parameters.items()]
        own += [(k, b) for k, b in self._buffers.items()
                if k not in self._non_persistent_buffers_set]
        return [(k, v) for k, v in own if v is not None]

    def state_dict(self, *args, destination=None, prefix="", keep_vars=False):
        """the parameters and buffers by name"""
        state = OrderedDict() if destination is None else destination
        for name, value in self._own_state():
            state[prefix + name] = value if keep_vars else value.detach()
        for name, child in self._modules.items():
            if child is not None:
                child.state_dict(destination=state, prefix=prefix + name + ".",
                                 keep_vars=keep_vars)
        return state

    def _load(self, state, prefix, missing, unexpected, errors):
        own = self._own_state()
        for name, value in own:
            key = prefix + name
            if key in state:
                self._load_one(key, value, state[key], errors)
            elif name != "num_batches_tracked":
                missing.append(key)
        known = [name for name, _ in own] + list(self._modules)
        for key in state:
            first = key[len(prefix):].split(".")[0]
            if key.startswith(prefix) and first not in known:
                unexpected.append(key)
        for name, child in self._modules.items():
            if child is not None:
                child._load(state, prefix + name + ".", missing, unexpected,
                            errors)

    def _load_one(self, key, own, value, errors):
        if not isinstance(value, torch.Tensor):
            errors.append(f'While copying the parameter named "{key}", '
                          "expected torch.Tensor or Tensor-like object from "
                          f"checkpoint but received {type(value)}")
        elif own.shape != value.shape:
            errors.append(f"size mismatch for {key}: copying a param with "
                          f"shape {value.shape} from checkpoint, the shape in "
                          f"current model is {own.shape}.")
        else:
            with torch.no_grad():
                own.copy_(value)

    def load_state_dict(self, state_dict, strict=True):
        """takes over the values of a state_dict"""
        if not isinstance(state_dict, dict):
            raise TypeError("Expected state_dict to be dict-like, got "
                            f"{type(state_dict)}.")
        missing, unexpected, errors = [], [], []
        self._load(state_dict, "", missing, unexpected, errors)
        for keys, what in ((unexpected, "Unexpected"), (missing, "Missing")):
            if strict and keys:
                names = ", ".join(f'"{k}"' for k in keys)
                errors.insert(0, f"{what} key(s) in state_dict: {names}. ")
        if errors:
            raise RuntimeError("Error(s) in loading state_dict for "
                               f"{type(self).__name__}:\n\t"
                               + "\n\t".join(errors))
        return _LoadReport(missing, unexpected)

    # --- text -----------------------------------------------------------

    def extra_repr(self):
        """what the module's text shows between the parentheses"""
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        below = [f"({name}): {_indented(repr(child))}"
                 for name, child in self._modules.items()]
        if len(lines) == 1 and not below:
            return f"{self._get_name()}({extra})"
        if not lines + below:
            return self._get_name() + "()"
        inner = "".join(f"  {line}\n" for line in lines + below)
        return f"{self._get_name()}(\n{inner})"
