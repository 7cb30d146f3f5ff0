# SPDX-License-Identifier: GPL-3.0-or-later
# torch.special: other names of functions that torch has too.
import torch
from torch import (digamma, exp2, expm1, log1p, log_softmax, logsumexp, round,
                   sigmoid, softmax, xlogy)

expit = sigmoid
psi = digamma


def xlog1py(input, other):
    """input log(1 + other), and 0 where input is 0"""
    return torch.xlogy(input, 1 + other)
