# SPDX-License-Identifier: GPL-3.0-or-later
# torch.nn: everything that networks are made of.
from torch.nn.parameter import Parameter
from torch_nn_module import Module
from torch_nn_containers import (ModuleDict, ModuleList, ParameterDict,
                                 ParameterList, Sequential)
from torch_nn_layers import (BatchNorm1d, Dropout, Embedding, Flatten,
                             Identity, LayerNorm, Linear, Unflatten)
from torch_nn_activations import (
    CELU, ELU, GELU, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid,
    LogSoftmax, Mish, ReLU, ReLU6, SELU, Sigmoid, SiLU, Softmax,
    Softmin, Softplus, Softsign, Tanh, Tanhshrink, Threshold)
from torch_nn_losses import (
    BCELoss, BCEWithLogitsLoss, CrossEntropyLoss, HuberLoss, KLDivLoss, L1Loss,
    MSELoss, NLLLoss, SmoothL1Loss)
