# SPDX-License-Identifier: GPL-3.0-or-later
# Modules that hold modules: in a row, in a list, by name.
import torch
from collections import OrderedDict
from torch.nn.parameter import Parameter
from torch_nn_module import Module, tensor_type


def _place(index, size):
    if not -size <= index < size:
        raise IndexError(f"index {index} is out of range")
    return index % size


class _Row(Module):
    # Children by number, in order.

    def _renumber(self, modules):
        for name in list(self._modules):
            delattr(self, name)
        for i, module in enumerate(modules):
            self.add_module(str(i), module)

    def _name(self, index):
        return list(self._modules)[_place(index, len(self))]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def append(self, module):
        """puts the module at the end"""
        self.add_module(str(len(self)), module)
        return self

    def _insert(self, index, module):
        modules = list(self)
        modules.insert(index, module)
        self._renumber(modules)

    def pop(self, key):
        """takes the module out"""
        module = self[key]
        del self[key]
        return module

    def __delitem__(self, key):
        names = list(self._modules)
        gone = names[key] if isinstance(key, slice) else [self._name(key)]
        for name in gone:
            delattr(self, name)
        self._renumber(list(self))

    def __iadd__(self, other):
        return self.extend(other)


class Sequential(_Row):
    """calls its modules one after the other
    >>> nn.Sequential(nn.Flatten(), nn.ReLU())(torch.tensor([[[-1., 2.]]]))
    tensor([[0., 2.]])
    """
    __module__ = "torch.nn.modules.container"

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return type(self)(OrderedDict(list(self._modules.items())[idx]))
        return self._modules[self._name(idx)]

    def __setitem__(self, idx, module):
        setattr(self, self._name(idx), module)

    def forward(self, input):
        """what the last module makes of it all"""
        for module in self._modules.values():
            input = module(input)
        return input

    def insert(self, index, module):
        """puts the module before this index"""
        if not isinstance(module, Module):
            raise AssertionError(f"module should be of type: {Module}")
        n = len(self)
        if not -n <= index <= n:
            raise IndexError(f"Index out of range: {index}")
        self._insert(index, module)
        return self

    def extend(self, sequential):
        """puts the modules at the end"""
        for module in sequential:
            self.append(module)
        return self

    def __add__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError("add operator supports only objects of "
                             f"Sequential class, but {type(other)} is given.")
        return Sequential(*list(self), *list(other))


class ModuleList(_Row):
    """a list of modules; their parameters count as those of its owner
    >>> nn.ModuleList([nn.ReLU(), nn.Tanh()])[-1]
    Tanh()
    """
    __module__ = "torch.nn.modules.container"

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.extend(modules)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return type(self)(list(self._modules.values())[idx])
        return self._modules[str(_place(idx, len(self)))]

    def __setitem__(self, idx, module):
        setattr(self, str(_place(idx, len(self))), module)

    def insert(self, index, module):
        """puts the module before this index"""
        self._insert(index, module)

    def extend(self, modules):
        """puts the modules at the end"""
        try:
            given = list(modules)
        except TypeError:
            raise TypeError("ModuleList.extend should be called with an "
                            f"iterable, but got {type(modules).__name__}")
        for module in given:
            self.append(module)
        return self

    def __add__(self, other):
        return ModuleList(list(self) + list(other))


class ModuleDict(Module):
    """modules by name; their parameters count as those of its owner
    >>> nn.ModuleDict({"act": nn.ReLU()})["act"]
    ReLU()
    """
    __module__ = "torch.nn.modules.container"

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key):
        return self._modules[key]

    def __setitem__(self, key, module):
        self.add_module(key, module)

    def __delitem__(self, key):
        delattr(self, key)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, key):
        return key in self._modules

    def clear(self):
        """takes all modules out"""
        for key in list(self._modules):
            delattr(self, key)

    def pop(self, key):
        """takes the module out"""
        module = self[key]
        del self[key]
        return module

    def keys(self):
        """the names"""
        return self._modules.keys()

    def items(self):
        """pairs of name and module"""
        return self._modules.items()

    def values(self):
        """the modules"""
        return self._modules.values()

    def update(self, modules):
        """takes modules over from a dict or from pairs"""
        pairs = modules.items() if hasattr(modules, "items") else modules
        for key, module in pairs:
            self[key] = module


def _parameter_line(key, p, name):
    size = "x".join(str(n) for n in p.size())
    kind = "Parameter" if isinstance(p, Parameter) else "Tensor"
    return f"  ({key}): {kind} containing: [{name} of size {size}]"


class ParameterList(Module):
    """a list of parameters of its owner
    >>> len(nn.ParameterList([nn.Parameter(torch.zeros(2))]))
    1
    """
    __module__ = "torch.nn.modules.container"

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self.extend(values)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return type(self)(list(self)[idx])
        return getattr(self, str(_place(idx, self._size)))

    def __setitem__(self, idx, param):
        setattr(self, str(_place(idx, self._size)), self._made(param))

    def _made(self, param):
        if isinstance(param, torch.Tensor) and not isinstance(param, Parameter):
            return Parameter(param)
        return param

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter([self[i] for i in range(self._size)])

    def __iadd__(self, parameters):
        return self.extend(parameters)

    def append(self, value):
        """puts the parameter at the end"""
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values):
        """puts the parameters at the end"""
        for value in values:
            self.append(value)
        return self

    def extra_repr(self):
        return "\n".join(_parameter_line(k, p, p.dtype)
                         for k, p in self._parameters.items())


class ParameterDict(Module):
    """parameters of its owner by name
    >>> list(nn.ParameterDict({"w": nn.Parameter(torch.zeros(2))}))
    ['w']
    """
    __module__ = "torch.nn.modules.container"

    def __init__(self, parameters=None):
        super().__init__()
        self._names = []
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        if key not in self._names:
            self._names.append(key)
        setattr(self, key, value)

    def __delitem__(self, key):
        self._names.remove(key)
        delattr(self, key)

    def __len__(self):
        return len(self._names)

    def __iter__(self):
        return iter(self._names)

    def __contains__(self, key):
        return key in self._names

    def keys(self):
        """the names"""
        return list(self._names)

    def items(self):
        """pairs of name and parameter"""
        return [(k, self[k]) for k in self._names]

    def values(self):
        """the parameters"""
        return [self[k] for k in self._names]

    def update(self, parameters):
        """takes parameters over from a dict or from pairs"""
        pairs = (parameters.items() if hasattr(parameters, "items")
                 else parameters)
        if type(parameters) is dict:
            pairs = sorted(pairs)
        for key, value in pairs:
            self[key] = value

    def extra_repr(self):
        return "\n".join(_parameter_line(k, p, tensor_type(p))
                         for k, p in self._parameters.items())
