# SPDX-License-Identifier: GPL-3.0-or-later
# Methods of tensors that change them in place, by what is computed aside;
# those that write by index are in torch_index.py.
from torch_elementwise import dtype_word


def _become(self, new):
    if new.dtype.is_floating_point and not self.dtype.is_floating_point:
        raise RuntimeError(f"result type {dtype_word(new)} can't be cast to "
                           f"the desired output type {dtype_word(self)}")
    return self.copy_(new)


def exp_(self):
    """exp() in place"""
    return _become(self, self.exp())


def exp2_(self):
    """exp2() in place"""
    return _become(self, self.exp2())


def expm1_(self):
    """expm1() in place"""
    return _become(self, self.expm1())


def log_(self):
    """log() in place"""
    return _become(self, self.log())


def log2_(self):
    """log2() in place"""
    return _become(self, self.log2())


def log10_(self):
    """log10() in place"""
    return _become(self, self.log10())


def log1p_(self):
    """log1p() in place"""
    return _become(self, self.log1p())


def sqrt_(self):
    """sqrt() in place"""
    return _become(self, self.sqrt())


def rsqrt_(self):
    """rsqrt() in place"""
    return _become(self, self.rsqrt())


def square_(self):
    """square() in place"""
    return _become(self, self.square())


def reciprocal_(self):
    """reciprocal() in place"""
    return _become(self, self.reciprocal())


def abs_(self):
    """abs() in place"""
    return _become(self, self.abs())


def neg_(self):
    """neg() in place"""
    return _become(self, self.neg())


def sign_(self):
    """sign() in place"""
    return _become(self, self.sign())


def round_(self):
    """round() in place"""
    return _become(self, self.round())


def floor_(self):
    """floor() in place"""
    return _become(self, self.floor())


def ceil_(self):
    """ceil() in place"""
    return _become(self, self.ceil())


def trunc_(self):
    """trunc() in place"""
    return _become(self, self.trunc())


def frac_(self):
    """frac() in place"""
    return _become(self, self.frac())


def sin_(self):
    """sin() in place"""
    return _become(self, self.sin())


def cos_(self):
    """cos() in place"""
    return _become(self, self.cos())


def tan_(self):
    """tan() in place"""
    return _become(self, self.tan())


def asin_(self):
    """asin() in place"""
    return _become(self, self.asin())


def acos_(self):
    """acos() in place"""
    return _become(self, self.acos())


def atan_(self):
    """atan() in place"""
    return _become(self, self.atan())


def sinh_(self):
    """sinh() in place"""
    return _become(self, self.sinh())


def cosh_(self):
    """cosh() in place"""
    return _become(self, self.cosh())


def tanh_(self):
    """tanh() in place"""
    return _become(self, self.tanh())


def asinh_(self):
    """asinh() in place"""
    return _become(self, self.asinh())


def acosh_(self):
    """acosh() in place"""
    return _become(self, self.acosh())


def atanh_(self):
    """atanh() in place"""
    return _become(self, self.atanh())


def sigmoid_(self):
    """sigmoid() in place"""
    return _become(self, self.sigmoid())


def erf_(self):
    """erf() in place"""
    return _become(self, self.erf())


def erfc_(self):
    """erfc() in place"""
    return _become(self, self.erfc())


def erfinv_(self):
    """erfinv() in place"""
    return _become(self, self.erfinv())


def logit_(self):
    """logit() in place"""
    return _become(self, self.logit())


def clamp_min_(self, min):
    """at least min, in place"""
    return self.clamp_(min=min)


def clamp_max_(self, max):
    """at most max, in place"""
    return self.clamp_(max=max)


def remainder_(self, other):
    """remainder() in place"""
    return _become(self, self.remainder(other))


def fmod_(self, other):
    """fmod() in place"""
    return _become(self, self.fmod(other))


def addcmul_(self, tensor1, tensor2, *, value=1):
    """addcmul() in place"""
    return _become(self, self.addcmul(tensor1, tensor2, value=value))


def addcdiv_(self, tensor1, tensor2, *, value=1):
    """addcdiv() in place"""
    return _become(self, self.addcdiv(tensor1, tensor2, value=value))


def addmm_(self, mat1, mat2, *, beta=1, alpha=1):
    """addmm() in place"""
    return _become(self, self.addmm(mat1, mat2, beta=beta, alpha=alpha))


def lerp_(self, end, weight):
    """lerp() in place"""
    return _become(self, self.lerp(end, weight))


def cumsum_(self, dim):
    """cumsum() in place"""
    return _become(self, self.cumsum(dim))


def cumprod_(self, dim):
    """cumprod() in place"""
    return _become(self, self.cumprod(dim))


def tril_(self, diagonal=0):
    """tril() in place"""
    return self.copy_(self.tril(diagonal))


def triu_(self, diagonal=0):
    """triu() in place"""
    return self.copy_(self.triu(diagonal))


def eq_(self, other):
    """where it equals other, in place"""
    return self.copy_(self == other)


def ne_(self, other):
    """where it differs from other, in place"""
    return self.copy_(self != other)


def gt_(self, other):
    """where it is larger, in place"""
    return self.copy_(self > other)


def lt_(self, other):
    """where it is smaller, in place"""
    return self.copy_(self < other)


def logical_not_(self):
    """logical_not() in place"""
    return self.copy_(self.logical_not())
