# SPDX-License-Identifier: GPL-3.0-or-later
# torch functions that go element by element, and what one asks of tensors and
# dtypes; most are methods too.
import math

import torch
import _xent
from torch_index import nonzero


# --- asking -------------------------------------------------------------------

def numel(input):
    """how many elements"""
    return input.numel()


def is_floating_point(input):
    """whether its dtype has fractions"""
    return input.dtype.is_floating_point


def is_complex(input):
    """False: xent has no complex numbers"""
    return False


def is_nonzero(input):
    """whether the one element is not zero"""
    return bool(input)


def isposinf(input):
    """where it is inf"""
    return input == math.inf


def isneginf(input):
    """where it is -inf"""
    return input == -math.inf


def isreal(input):
    """True everywhere: xent has no complex numbers"""
    return torch.ones_like(input, dtype=torch.bool)


def isin(elements, test_elements):
    """which elements are among the others
    >>> torch.isin(torch.tensor([1, 2, 3]), torch.tensor([3, 1]))
    tensor([ True, False,  True])
    """
    return (elements.unsqueeze(-1) == test_elements.flatten()).any(-1)


def result_type(tensor1, tensor2):
    """the dtype of arithmetic between the two"""
    return (tensor1 * tensor2).dtype


def promote_types(type1, type2):
    """the dtype in which two dtypes meet
    >>> torch.promote_types(torch.int32, torch.float32)
    torch.float32
    """
    return (torch.ones(1, dtype=type1) * torch.ones(1, dtype=type2)).dtype


def _rank(dtype):
    return 2 if dtype.is_floating_point else int(dtype != torch.bool)


def can_cast(from_, to):
    """whether arithmetic may store one dtype in the other"""
    return _rank(from_) <= _rank(to)


def dtype_word(x):
    """"Float" for a tensor of float32, as error messages call it"""
    return x.type()[6:-6]


# --- comparing and choosing ---------------------------------------------------

def greater(input, other):
    """where input > other"""
    return input > other


def greater_equal(input, other):
    """where input >= other"""
    return input >= other


def less(input, other):
    """where input < other"""
    return input < other


def less_equal(input, other):
    """where input <= other"""
    return input <= other


def not_equal(input, other):
    """where input != other"""
    return input != other


def clamp_min(input, min):
    """at least min"""
    return _xent.named(input.clamp(min=min), "ClampMinBackward0")


def clamp_max(input, max):
    """at most max"""
    return _xent.named(input.clamp(max=max), "ClampMaxBackward0")


def fmax(input, other):
    """the larger one, a number beside a nan"""
    return torch.where(torch.isnan(input), other,
                       torch.where(torch.isnan(other), input,
                                   torch.maximum(input, other)))


def fmin(input, other):
    """the smaller one, a number beside a nan"""
    return torch.where(torch.isnan(input), other,
                       torch.where(torch.isnan(other), input,
                                   torch.minimum(input, other)))


def heaviside(input, values):
    """0 below zero, 1 above, values at zero"""
    step = (input > 0).to(input.dtype)
    return torch.where(input == 0, values.to(input.dtype), step)


def where(condition, input=None, other=None):
    """x where the condition holds, else y; without them its places
    >>> torch.where(torch.tensor([True, False]), 1, 2)
    tensor([1, 2])
    """
    if input is None and other is None:
        return nonzero(condition, as_tuple=True)
    if condition.dtype not in (torch.bool, torch.uint8):
        raise RuntimeError("where expected condition to be a boolean tensor, "
                           "but got a tensor with dtype "
                           + dtype_word(condition))
    if isinstance(input, float) and isinstance(other, (int, float)):
        input = torch.tensor(input)
    elif isinstance(other, float) and isinstance(input, int):
        other = torch.tensor(other)
    return _xent.where(condition, input, other)


# --- arithmetic ---------------------------------------------------------------

def positive(input):
    """the tensor itself"""
    return input


def sgn(input):
    """-1, 0 or 1, by the sign"""
    return torch.sign(input)


def div(input, other, *, rounding_mode=None):
    """the quotient, rounded down ("floor") or towards zero ("trunc")
    >>> torch.div(torch.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
    if rounding_mode is None:
        return torch.true_divide(input, other)
    if rounding_mode == "floor":
        return torch.floor_divide(input, other)
    if rounding_mode != "trunc":
        raise RuntimeError("div expected rounding_mode to be one of None, "
                           "'trunc', or 'floor' but found "
                           f"'{rounding_mode}'")
    quotient = torch.trunc(torch.true_divide(input, other))
    whole = (input * other).dtype
    return quotient.to(whole)


def divide(input, other, *, rounding_mode=None):
    """the quotient, rounded if wanted"""
    return div(input, other, rounding_mode=rounding_mode)


def hypot(input, other):
    """sqrt(input^2 + other^2)"""
    return _xent.named(torch.sqrt(input * input + other * other),
                       "HypotBackward0")


def logaddexp2(input, other):
    """log2(2^input + 2^other)"""
    ln2 = math.log(2)
    return torch.logaddexp(input * ln2, other * ln2) / ln2


def xlogy(input, other):
    """input log(other), and 0 where input is 0"""
    product = input * torch.log(torch.as_tensor(other))
    return torch.where(torch.as_tensor(input) == 0,
                       torch.zeros_like(product), product)


def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
    """numbers in the place of nan, inf and -inf
    >>> torch.nan_to_num(torch.tensor([1., float("nan")]))
    tensor([1., 0.])
    """
    if not input.is_floating_point():
        return input.clone()
    limits = torch.finfo(input.dtype)
    out = torch.where(input == math.inf,
                      limits.max if posinf is None else posinf, input)
    out = torch.where(input == -math.inf,
                      limits.min if neginf is None else neginf, out)
    return torch.where(torch.isnan(input), nan, out).to(input.dtype)
