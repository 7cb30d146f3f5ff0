# SPDX-License-Identifier: GPL-3.0-or-later
# The functions between layers, as modules.
import torch
import torch.nn.functional as F
from torch_nn_module import Module


class _InPlace(Module):
    # An activation that may change its input.

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def extra_repr(self):
        return "inplace=True" if self.inplace else ""


def _and_inplace(text, module):
    return text + ", inplace=True" if module.inplace else text


class ReLU(_InPlace):
    """max(x, 0)
    >>> nn.ReLU()(torch.tensor([-1., 2.]))
    tensor([0., 2.])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.relu(input, inplace=self.inplace)


class Sigmoid(Module):
    """1 / (1 + exp(-x)): a score becomes a probability
    >>> nn.Sigmoid()(torch.tensor([0., 2.]))
    tensor([0.5000, 0.8808])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return torch.sigmoid(input)


class Tanh(Module):
    """the hyperbolic tangent: between -1 and 1
    >>> nn.Tanh()(torch.tensor([0., 1.]))
    tensor([0.0000, 0.7616])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return torch.tanh(input)


class LeakyReLU(Module):
    """x, or a small part of it when it is negative
    >>> nn.LeakyReLU(0.1)(torch.tensor([-1., 2.]))
    tensor([-0.1000,  2.0000])
    """
    __module__ = "torch.nn.modules.activation"

    def __init__(self, negative_slope=0.01, inplace=False):
        super().__init__()
        self.negative_slope = negative_slope
        self.inplace = inplace

    def forward(self, input):
        return F.leaky_relu(input, self.negative_slope, self.inplace)

    def extra_repr(self):
        return _and_inplace(f"negative_slope={self.negative_slope}", self)


class _AlongDim(Module):
    # What is computed along one dimension.

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def extra_repr(self):
        return f"dim={self.dim}"


class Softmax(_AlongDim):
    """exp(z_i) / sum exp(z_j): scores become probabilities
    >>> nn.Softmax(dim=1)(torch.tensor([[2., 1., 0.1]]))
    tensor([[0.6590, 0.2424, 0.0986]])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.softmax(input, self.dim)


class LogSoftmax(_AlongDim):
    """the logarithm of softmax
    >>> nn.LogSoftmax(dim=0)(torch.tensor([0., 0.]))
    tensor([-0.6931, -0.6931])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.log_softmax(input, self.dim)


class Softmin(_AlongDim):
    """softmax of -x
    >>> nn.Softmin(dim=0)(torch.tensor([0., 0.]))
    tensor([0.5000, 0.5000])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.softmin(input, self.dim)


class Softplus(Module):
    """log(1 + exp(beta x)) / beta: a smooth relu
    >>> nn.Softplus()(torch.tensor([0.]))
    tensor([0.6931])
    """
    __module__ = "torch.nn.modules.activation"

    def __init__(self, beta=1, threshold=20):
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)

    def extra_repr(self):
        return f"beta={self.beta}, threshold={self.threshold}"


class LogSigmoid(Module):
    """the logarithm of the sigmoid
    >>> nn.LogSigmoid()(torch.tensor([0.]))
    tensor([-0.6931])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.logsigmoid(input)


class _WithAlpha(Module):
    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def extra_repr(self):
        return _and_inplace(f"alpha={self.alpha}", self)


class ELU(_WithAlpha):
    """x, or alpha (exp(x) - 1) when it is negative
    >>> nn.ELU()(torch.tensor([-1., 2.]))
    tensor([-0.6321,  2.0000])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.elu(input, self.alpha, self.inplace)


class CELU(_WithAlpha):
    """max(x, 0) + min(0, alpha (exp(x / alpha) - 1))
    >>> nn.CELU()(torch.tensor([-1., 2.]))
    tensor([-0.6321,  2.0000])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.celu(input, self.alpha, self.inplace)


class SELU(_InPlace):
    """ELU with the constants that keep mean 0 and variance 1
    >>> nn.SELU()(torch.tensor([-1., 2.]))
    tensor([-1.1113,  2.1014])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.selu(input, self.inplace)


class GELU(Module):
    """x times the normal distribution's share below x
    >>> nn.GELU()(torch.tensor([-1., 2.]))
    tensor([-0.1587,  1.9545])
    """
    __module__ = "torch.nn.modules.activation"

    def __init__(self, approximate="none"):
        super().__init__()
        self.approximate = approximate

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        return f"approximate={repr(self.approximate)}"


class SiLU(_InPlace):
    """x times the sigmoid of x
    >>> nn.SiLU()(torch.tensor([-1., 2.]))
    tensor([-0.2689,  1.7616])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.silu(input, inplace=self.inplace)


class Mish(_InPlace):
    """x times tanh(softplus(x))
    >>> nn.Mish()(torch.tensor([-1., 2.]))
    tensor([-0.3034,  1.9440])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.mish(input, inplace=self.inplace)


class Hardtanh(Module):
    """x, at least min_val and at most max_val
    >>> nn.Hardtanh()(torch.tensor([-3., 0.5]))
    tensor([-1.0000,  0.5000])
    """
    __module__ = "torch.nn.modules.activation"

    def __init__(self, min_val=-1.0, max_val=1.0, inplace=False):
        super().__init__()
        if max_val <= min_val:
            raise AssertionError()
        self.min_val = min_val
        self.max_val = max_val
        self.inplace = inplace

    def forward(self, input):
        return F.hardtanh(input, self.min_val, self.max_val, self.inplace)

    def extra_repr(self):
        return _and_inplace(
            f"min_val={self.min_val}, max_val={self.max_val}", self)


class ReLU6(_InPlace):
    """min(max(x, 0), 6)
    >>> nn.ReLU6()(torch.tensor([-3., 8.]))
    tensor([0., 6.])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.relu6(input, inplace=self.inplace)


class Softsign(Module):
    """x / (1 + |x|)
    >>> nn.Softsign()(torch.tensor([-1., 3.]))
    tensor([-0.5000,  0.7500])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.softsign(input)


class Tanhshrink(Module):
    """x - tanh(x)
    >>> nn.Tanhshrink()(torch.tensor([0., 2.]))
    tensor([0.0000, 1.0360])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.tanhshrink(input)


class Hardsigmoid(_InPlace):
    """x / 6 + 1/2, at least 0 and at most 1
    >>> nn.Hardsigmoid()(torch.tensor([0., 5.]))
    tensor([0.5000, 1.0000])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.hardsigmoid(input, self.inplace)

    def extra_repr(self):
        return ""


class Hardswish(Hardsigmoid):
    """x times the hard sigmoid of x
    >>> nn.Hardswish()(torch.tensor([-1., 4.]))
    tensor([-0.3333,  4.0000])
    """
    __module__ = "torch.nn.modules.activation"

    def forward(self, input):
        return F.hardswish(input, self.inplace)


class Threshold(Module):
    """x, or value where x is at most threshold
    >>> nn.Threshold(0.5, 9.)(torch.tensor([0.2, 2.]))
    tensor([9., 2.])
    """
    __module__ = "torch.nn.modules.activation"

    def __init__(self, threshold, value, inplace=False):
        super().__init__()
        self.threshold = threshold
        self.value = value
        self.inplace = inplace

    def forward(self, input):
        return F.threshold(input, self.threshold, self.value, self.inplace)

    def extra_repr(self):
        return _and_inplace(
            f"threshold={self.threshold}, value={self.value}", self)
