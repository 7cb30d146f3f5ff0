# SPDX-License-Identifier: GPL-3.0-or-later
# Losses as modules: made first, then called with what was said and what was
# wanted.
import torch
import torch.nn.functional as F
from _xent import check_switch, warn
from torch_nn_module import Module


def _old_switches(loss, size_average, reduce):
    # The reduction that torch's two older switches ask for.
    average = size_average is None or check_switch(loss, size_average)
    reduced = reduce is None or check_switch(loss, reduce)
    how = "none" if not reduced else "mean" if average else "sum"
    warn("UserWarning", "size_average and reduce args will be deprecated, "
         f"please use reduction='{how}' instead.")
    return how


class _Loss(Module):
    def __init__(self, size_average=None, reduce=None, reduction="mean"):
        super().__init__()
        if size_average is not None or reduce is not None:
            reduction = _old_switches(type(self).__name__, size_average,
                                      reduce)
        self.reduction = reduction


class _WeightedLoss(_Loss):
    def __init__(self, weight=None, size_average=None, reduce=None,
                 reduction="mean"):
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)


class CrossEntropyLoss(_WeightedLoss):
    """-log softmax(z)[target], from raw scores: do not apply softmax before
    >>> nn.CrossEntropyLoss()(torch.tensor([[2., 1., 0.1]]), torch.tensor([0]))
    tensor(0.4170)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, weight=None, size_average=None, ignore_index=-100,
                 reduce=None, reduction="mean", label_smoothing=0.0):
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing

    def forward(self, input, target):
        return F.cross_entropy(input, target, weight=self.weight,
                               ignore_index=self.ignore_index,
                               reduction=self.reduction,
                               label_smoothing=self.label_smoothing)


class NLLLoss(_WeightedLoss):
    """-log p[target], from log-probabilities
    >>> nn.NLLLoss()(torch.tensor([[-0.5, -1.]]), torch.tensor([1]))
    tensor(1.)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, weight=None, size_average=None, ignore_index=-100,
                 reduce=None, reduction="mean"):
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index

    def forward(self, input, target):
        return F.nll_loss(input, target, weight=self.weight,
                          ignore_index=self.ignore_index,
                          reduction=self.reduction)


class BCELoss(_WeightedLoss):
    """-(y log p + (1 - y) log(1 - p)), from probabilities
    >>> nn.BCELoss()(torch.tensor([0.9]), torch.tensor([1.]))
    tensor(0.1054)
    """
    __module__ = "torch.nn.modules.loss"

    def forward(self, input, target):
        return F.binary_cross_entropy(input, target, weight=self.weight,
                                      reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    """BCELoss of the sigmoid, from raw scores
    >>> nn.BCEWithLogitsLoss()(torch.tensor([2.]), torch.tensor([1.]))
    tensor(0.1269)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, weight=None, size_average=None, reduce=None,
                 reduction="mean", pos_weight=None):
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input, target):
        return F.binary_cross_entropy_with_logits(
            input, target, self.weight, pos_weight=self.pos_weight,
            reduction=self.reduction)


class MSELoss(_Loss):
    """the mean of the squared differences
    >>> nn.MSELoss()(torch.tensor([1., 2.]), torch.tensor([0., 4.]))
    tensor(2.5000)
    """
    __module__ = "torch.nn.modules.loss"

    def forward(self, input, target):
        return F.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    """the mean of the differences without their signs
    >>> nn.L1Loss()(torch.tensor([1., 2.]), torch.tensor([0., 4.]))
    tensor(1.5000)
    """
    __module__ = "torch.nn.modules.loss"

    def forward(self, input, target):
        return F.l1_loss(input, target, reduction=self.reduction)


class SmoothL1Loss(_Loss):
    """squared for differences below beta, straight above
    >>> nn.SmoothL1Loss()(torch.tensor([0.5, 2.]), torch.tensor([0., 0.]))
    tensor(0.8125)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, size_average=None, reduce=None, reduction="mean",
                 beta=1.0):
        super().__init__(size_average, reduce, reduction)
        self.beta = beta

    def forward(self, input, target):
        return F.smooth_l1_loss(input, target, reduction=self.reduction,
                                beta=self.beta)


class HuberLoss(_Loss):
    """squared for differences below delta, straight above
    >>> nn.HuberLoss()(torch.tensor([0.5, 2.]), torch.tensor([0., 0.]))
    tensor(0.8125)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, reduction="mean", delta=1.0):
        super().__init__(reduction=reduction)
        self.delta = delta

    def forward(self, input, target):
        return F.huber_loss(input, target, reduction=self.reduction,
                            delta=self.delta)


class KLDivLoss(_Loss):
    """the Kullback-Leibler divergence, input as log-probabilities
    >>> nn.KLDivLoss(reduction="sum")(
    ...     torch.log(torch.tensor([0.5, 0.5])), torch.tensor([0.9, 0.1]))
    tensor(0.3681)
    """
    __module__ = "torch.nn.modules.loss"

    def __init__(self, size_average=None, reduce=None, reduction="mean",
                 log_target=False):
        super().__init__(size_average, reduce, reduction)
        self.log_target = log_target

    def forward(self, input, target):
        return F.kl_div(input, target, reduction=self.reduction,
                        log_target=self.log_target)
