# SPDX-License-Identifier: GPL-3.0-or-later
# Modules with weights, and those that only change shapes or drop values.
import math
import torch
import torch.nn.functional as F
from _xent import refuse
from torch.nn import init
from torch.nn.parameter import Parameter
from torch_nn_module import Module


class Identity(Module):
    """gives back what it gets
    >>> nn.Identity(54)(torch.tensor([1, 2]))
    tensor([1, 2])
    """
    __module__ = "torch.nn.modules.linear"

    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, input):
        return input


class Linear(Module):
    """x times the weight's transpose, plus the bias: the scores of a layer
    >>> nn.Linear(2, 3)
    Linear(in_features=2, out_features=3, bias=True)
    """
    __module__ = "torch.nn.modules.linear"

    def __init__(self, in_features, out_features, bias=True, device=None,
                 dtype=None):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(
            torch.empty((out_features, in_features), dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_features, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """draws new weights and biases"""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in = self.weight.shape[1]
            bound = 1 / math.sqrt(fan_in) if fan_in > 0 else 0
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        return (f"in_features={self.in_features}, "
                f"out_features={self.out_features}, "
                f"bias={self.bias is not None}")


class _DropoutNd(Module):
    __module__ = "torch.nn.modules.dropout"

    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError("dropout probability has to be between 0 and 1, "
                             f"but got {p}")
        self.p = p
        self.inplace = inplace

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_DropoutNd):
    """in training drops each value with probability p and scales the others
    >>> nn.Dropout(0.2).eval()(torch.ones(3))
    tensor([1., 1., 1.])
    """
    __module__ = "torch.nn.modules.dropout"

    def forward(self, input):
        return F.dropout(input, self.p, self.training, self.inplace)


class Flatten(Module):
    """joins the dimensions from start_dim to end_dim
    >>> nn.Flatten()(torch.zeros(2, 3, 4)).shape
    torch.Size([2, 12])
    """
    __module__ = "torch.nn.modules.flatten"

    def __init__(self, start_dim=1, end_dim=-1):
        super().__init__()
        self.start_dim = start_dim
        self.end_dim = end_dim

    def forward(self, input):
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self):
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Unflatten(Module):
    """makes several dimensions of one
    >>> nn.Unflatten(1, (2, 3))(torch.zeros(4, 6)).shape
    torch.Size([4, 2, 3])
    """
    __module__ = "torch.nn.modules.flatten"

    def __init__(self, dim, unflattened_size):
        super().__init__()
        self.dim = dim
        self.unflattened_size = unflattened_size

    def forward(self, input):
        shape = list(input.shape)
        dim = self.dim % len(shape)
        return input.reshape(shape[:dim] + list(self.unflattened_size)
                             + shape[dim + 1:])

    def extra_repr(self):
        return f"dim={self.dim}, unflattened_size={self.unflattened_size}"


class Embedding(Module):
    """a table of vectors, looked up by number
    >>> nn.Embedding(10, 3)(torch.tensor([1, 4])).shape
    torch.Size([2, 3])
    """
    __module__ = "torch.nn.modules.sparse"

    def __init__(self, num_embeddings, embedding_dim, padding_idx=None,
                 max_norm=None, norm_type=2.0, scale_grad_by_freq=False,
                 sparse=False, _weight=None, device=None, dtype=None):
        super().__init__()
        if max_norm is not None or scale_grad_by_freq or sparse:
            refuse("max_norm, scale_grad_by_freq and sparse of nn.Embedding")
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.padding_idx = padding_idx
        if _weight is not None:
            self.weight = Parameter(_weight)
            return
        self.weight = Parameter(
            torch.empty((num_embeddings, embedding_dim), dtype=dtype))
        self.reset_parameters()

    @staticmethod
    def from_pretrained(embeddings, freeze=True, padding_idx=None):
        """the table of these vectors; freeze: without gradients"""
        rows, columns = embeddings.shape
        table = Embedding(rows, columns, padding_idx, _weight=embeddings)
        table.weight.requires_grad = not freeze
        return table

    def reset_parameters(self):
        """draws new vectors"""
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with torch.no_grad():
                self.weight[self.padding_idx].fill_(0)

    def forward(self, input):
        return F.embedding(input, self.weight, self.padding_idx)

    def extra_repr(self):
        text = f"{self.num_embeddings}, {self.embedding_dim}"
        if self.padding_idx is not None:
            text += f", padding_idx={self.padding_idx}"
        return text


class BatchNorm1d(Module):
    """scales each feature to mean 0 and variance 1 over the batch
    >>> nn.BatchNorm1d(3)(torch.ones(2, 3)).shape
    torch.Size([2, 3])
    """
    __module__ = "torch.nn.modules.batchnorm"

    def __init__(self, num_features, eps=1e-05, momentum=0.1, affine=True,
                 track_running_stats=True, device=None, dtype=None):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        for name in ("weight", "bias"):
            self.register_parameter(
                name, Parameter(torch.empty(num_features, dtype=dtype))
                if affine else None)
        tracked = track_running_stats
        self.register_buffer(
            "running_mean",
            torch.zeros(num_features, dtype=dtype) if tracked else None)
        self.register_buffer(
            "running_var",
            torch.ones(num_features, dtype=dtype) if tracked else None)
        self.register_buffer(
            "num_batches_tracked", torch.tensor(0) if tracked else None)
        self.reset_parameters()

    def reset_running_stats(self):
        """forgets what was seen in training"""
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        """begins anew"""
        self.reset_running_stats()
        if self.affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def forward(self, input):
        if input.dim() not in (2, 3):
            raise ValueError("expected 2D or 3D input (got "
                             f"{input.dim()}D input)")
        momentum = self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
            if momentum is None:
                momentum = 1.0 / float(self.num_batches_tracked)
        return F.batch_norm(input, self.running_mean, self.running_var,
                            self.weight, self.bias,
                            self.training or self.running_mean is None,
                            0.0 if momentum is None else momentum, self.eps)

    def extra_repr(self):
        return (f"{self.num_features}, eps={self.eps}, "
                f"momentum={self.momentum}, affine={self.affine}, "
                f"track_running_stats={self.track_running_stats}")


class LayerNorm(Module):
    """scales each sample to mean 0 and variance 1 over its features
    >>> nn.LayerNorm(2)(torch.tensor([[1., 3.]])).detach()
    tensor([[-1.0000,  1.0000]])
    """
    __module__ = "torch.nn.modules.normalization"

    def __init__(self, normalized_shape, eps=1e-05, elementwise_affine=True,
                 device=None, dtype=None):
        super().__init__()
        if isinstance(normalized_shape, int):
            normalized_shape = (normalized_shape,)
        self.normalized_shape = tuple(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        for name in ("weight", "bias"):
            self.register_parameter(
                name, Parameter(torch.empty(self.normalized_shape, dtype=dtype))
                if elementwise_affine else None)
        self.reset_parameters()

    def reset_parameters(self):
        """begins anew"""
        if self.elementwise_affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight,
                            self.bias, self.eps)

    def extra_repr(self):
        return (f"{self.normalized_shape}, eps={self.eps}, "
                f"elementwise_affine={self.elementwise_affine}")
