# SPDX-License-Identifier: GPL-3.0-or-later
# Distributions of np.random and RandomState that are asked for less often, in
# the steps of NumPy's legacy generator. `r` is a stream: a RandomState, or the
# module np.random itself.
import math

import numpy as np
from _xent import refuse, warn


def _drawn(size, params, draw):
    """draw(...) for every element: of size, or of the parameters' shape."""
    arrays = [np.asarray(p) for p in params]
    if all(a.ndim == 0 for a in arrays):
        values = [a.item() for a in arrays]
        if size is None:
            return draw(*values)
        shape = (size,) if isinstance(size, (int, np.integer)) else tuple(size)
        n = 1
        for k in shape:
            n *= k
        return np.array([draw(*values) for _ in range(n)]).reshape(shape)
    wide = np.broadcast_arrays(*arrays)
    shape = wide[0].shape if size is None else size
    lines = [np.ravel(np.broadcast_to(w, shape)).tolist() for w in wide]
    return np.array([draw(*v) for v in zip(*lines)]).reshape(shape)


def _check(fine, text):
    if not fine:
        raise ValueError(text)


def _every(test, values):
    return bool(np.all(test(np.asarray(values))))


# --- shapes of one step ------------------------------------------------------

def _exponential(r):
    return -math.log(1.0 - r.random_sample())


def _laplace(r, loc, scale):
    while True:
        u = r.random_sample()
        if u >= 0.5:
            return loc - scale * math.log(2.0 - u - u)
        if u > 0.0:
            return loc + scale * math.log(u + u)


def _logistic(r, loc, scale):
    u = r.random_sample()
    while not u > 0.0:
        u = r.random_sample()
    return loc + scale * math.log(u / (1.0 - u))


def _gumbel(r, loc, scale):
    u = 1.0 - r.random_sample()
    while not u < 1.0:
        u = 1.0 - r.random_sample()
    return loc - scale * math.log(-math.log(u))


def _triangular(r, left, mode, right):
    base = right - left
    first = mode - left
    ratio = first / base
    u = r.random_sample()
    if u <= ratio:
        return left + math.sqrt(u * first * base)
    return right - math.sqrt((1.0 - u) * (right - mode) * base)


def _gamma(r, shape):
    """Marsaglia and Tsang 2000; below 1 Ahrens and Dieter 1974."""
    if shape == 1.0:
        return _exponential(r)
    if shape == 0.0:
        return 0.0
    if shape < 1.0:
        while True:
            u = r.random_sample()
            v = _exponential(r)
            if u <= 1.0 - shape:
                x = u ** (1.0 / shape)
                if x <= v:
                    return x
            else:
                y = -math.log((1 - u) / shape)
                x = (1.0 - shape + shape * y) ** (1.0 / shape)
                if x <= v + y:
                    return x
    b = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9 * b)
    while True:
        x = r.standard_normal()
        v = 1.0 + c * x
        while v <= 0.0:
            x = r.standard_normal()
            v = 1.0 + c * x
        v = v * v * v
        u = r.random_sample()
        if u < 1.0 - 0.0331 * (x * x) * (x * x):
            return b * v
        if math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
            return b * v


def _beta(r, a, b):
    """Joehnk 1964 for small parameters, else two gammas."""
    if a > 1.0 or b > 1.0:
        x = _gamma(r, a)
        y = _gamma(r, b)
        return x / (x + y)
    while True:
        u, v = r.random_sample(), r.random_sample()
        x, y = u ** (1.0 / a), v ** (1.0 / b)
        if x + y <= 1.0:
            if x + y > 0:
                return x / (x + y)
            x, y = math.log(u) / a, math.log(v) / b
            most = max(x, y)
            x, y = x - most, y - most
            return math.exp(x - math.log(math.exp(x) + math.exp(y)))


def _poisson(r, lam):
    if lam >= 10:
        return _poisson_large(r, lam)
    if lam == 0:
        return 0
    limit, k, product = math.exp(-lam), 0, 1.0
    while True:
        product *= r.random_sample()
        if product <= limit:
            return k
        k += 1


def _poisson_large(r, lam):
    """Hoermann's transformed rejection (1993)."""
    root, log_lam = math.sqrt(lam), math.log(lam)
    b = 0.931 + 2.53 * root
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    vr = 0.9277 - 3.6224 / (b - 2)
    while True:
        u = r.random_sample() - 0.5
        v = r.random_sample()
        us = 0.5 - abs(u)
        k = math.floor((2 * a / us + b) * u + lam + 0.43)
        if us >= 0.07 and v <= vr:
            return k
        if k < 0 or (us < 0.013 and v > us):
            continue
        if (math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <=
                -lam + k * log_lam - _log_factorial(k)):
            return k


def _log_factorial(k):
    """log k! by Stirling's series, as NumPy's loggam adds it."""
    return _log_gamma(k + 1.0)


_series = [8.333333333333333e-02, -2.777777777777778e-03,
           7.936507936507937e-04, -5.952380952380952e-04,
           8.417508417508418e-04, -1.917526917526918e-03,
           6.410256410256410e-03, -2.955065359477124e-02,
           1.796443723688307e-01, -1.39243221690590e+00]


def _log_gamma(x):
    if x == 1.0 or x == 2.0:
        return 0.0
    n = int(7 - x) if x < 7.0 else 0
    x0 = x + n
    x2 = (1.0 / x0) * (1.0 / x0)
    total = _series[9]
    for k in range(8, -1, -1):
        total = total * x2 + _series[k]
    out = total / x0 + 0.5 * 1.8378770664093453e+00 + (x0 - 0.5) * (
        math.log(x0)) - x0
    if x < 7.0:
        for _ in range(n):
            out -= math.log(x0 - 1.0)
            x0 -= 1.0
    return out


def _binomial(r, n, p):
    if n == 0 or p == 0.0:
        return 0
    if p <= 0.5:
        small = p * n <= 30.0
        return _inverted(r, n, p) if small else _rejected(r, n, p)
    q = 1.0 - p
    small = q * n <= 30.0
    return n - (_inverted(r, n, q) if small else _rejected(r, n, q))


def _inverted(r, n, p):
    q = 1.0 - p
    start = math.exp(n * math.log(q))
    mean = n * p
    bound = int(min(n, mean + 10.0 * math.sqrt(mean * q + 1)))
    x, px, u = 0, start, r.random_sample()
    while u > px:
        x += 1
        if x > bound:
            x, px, u = 0, start, r.random_sample()
        else:
            u -= px
            px = ((n - x + 1) * p * px) / (x * q)
    return x


def _correction(x):
    """Stirling's correction of log x!."""
    x2 = x * x
    return (13680. - (462. - (132. - (99. - 140. / x2) / x2) / x2) / x2) / (
        x) / 166320.


def _rejected(r, n, p):
    """BTPE: Kachitvichyanukul and Schmeiser 1988."""
    q = 1.0 - p
    mean = n * p + p
    m = int(math.floor(mean))
    p1 = math.floor(2.195 * math.sqrt(n * p * q) - 4.6 * q) + 0.5
    xm = m + 0.5
    xl, xr = xm - p1, xm + p1
    c = 0.134 + 20.5 / (15.3 + m)
    a = (mean - xl) / (mean - xl * p)
    left = a * (1.0 + a / 2.0)
    a = (xr - mean) / (xr * q)
    right = a * (1.0 + a / 2.0)
    p2 = p1 * (1.0 + 2.0 * c)
    p3 = p2 + c / left
    p4 = p3 + c / right
    nrq = n * p * q
    while True:
        u = r.random_sample() * p4
        v = r.random_sample()
        if u <= p1:
            return int(math.floor(xm - p1 * v + u))
        if u <= p2:
            x = xl + (u - p1) / c
            v = v * c + 1.0 - abs(m - x + 0.5) / p1
            if v > 1.0:
                continue
            y = int(math.floor(x))
        elif u <= p3:
            y = int(math.floor(xl + math.log(v) / left)) if v else -1
            if y < 0 or v == 0.0:
                continue
            v = v * (u - p2) * left
        else:
            y = int(math.floor(xr - math.log(v) / right)) if v else n + 1
            if y > n or v == 0.0:
                continue
            v = v * (u - p3) * right
        if _accepted(n, p, q, m, nrq, xm, y, v):
            return y


def _accepted(n, p, q, m, nrq, xm, y, v):
    k = abs(y - m)
    if k <= 20 or k >= nrq / 2.0 - 1:
        s = p / q
        a, f = s * (n + 1), 1.0
        if m < y:
            for i in range(m + 1, y + 1):
                f *= a / i - s
        elif m > y:
            for i in range(y + 1, m + 1):
                f /= a / i - s
        return v <= f
    rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq +
                       0.5)
    t = -k * k / (2 * nrq)
    log_v = math.log(v)
    if log_v < t - rho:
        return True
    if log_v > t + rho:
        return False
    x1, f1, z, w = y + 1, m + 1, n + 1 - m, n - y + 1
    return log_v <= (xm * math.log(f1 / x1) + (n - m + 0.5) * math.log(z / w) +
                     (y - m) * math.log(w * p / (x1 * q)) + _correction(f1) +
                     _correction(z) + _correction(x1) + _correction(w))


def _geometric(r, p):
    if p >= 0.333333333333333333333333:
        x, total = 1, p
        product, q, u = p, 1.0 - p, r.random_sample()
        while u > total:
            product *= q
            total += product
            x += 1
        return x
    return int(math.ceil(math.log1p(-r.random_sample()) / math.log(1 - p)))


# --- correlated normals ------------------------------------------------------

def correlated(normals, mean, cov, size, check_valid, tol, left=True):
    """Normal vectors: standard ones times a root of cov. The root is by U of
    its singular values for a Generator, by V^T for a RandomState."""
    mean, cov = np.array(mean), np.array(cov)
    shape = [] if size is None else [size] if isinstance(
        size, (int, np.integer)) else list(size)
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")
    n = mean.shape[0]
    x = normals(shape + [n]).reshape(-1, n)
    if check_valid not in ("warn", "raise", "ignore"):
        raise ValueError("check_valid must equal 'warn', 'raise', or "
                         "'ignore'")
    u, s, v = np.linalg.svd(cov.astype(float))
    if check_valid != "ignore" and not np.allclose(np.dot(v.T * s, v), cov,
                                                   rtol=tol, atol=tol):
        text = "covariance is not symmetric positive-semidefinite."
        if check_valid == "raise":
            raise ValueError(text)
        warn("RuntimeWarning", text)
    if left:
        x = mean + np.dot(x, (u * np.sqrt(s)).T)
    else:
        x = np.dot(x, np.sqrt(s)[:, None] * v) + mean
    return x.reshape(shape + [n])


class RandomState(np.random._RandomState):
    """a stream of random numbers of its own

    >>> np.random.RandomState(0).binomial(10, 0.5, 3)
    array([5, 6, 5])
    """
    __module__ = "numpy.random.mtrand"

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn",
                            tol=1e-8):
        """normal vectors with a mean and covariances"""
        return correlated(self.standard_normal, mean, cov, size, check_valid,
                          tol, False)

    def random_integers(self, low, high=None, size=None):
        """whole numbers from low to high, both among them"""
        if high is None:
            low, high = 1, low
        return self.randint(low, int(high) + 1, size)

    def standard_exponential(self, size=None):
        """exponential numbers with mean 1"""
        return self.exponential(1.0, size)

    def binomial(self, n, p, size=None):
        """how many of n throws succeed, each with probability p"""
        _check(_every(lambda x: x >= 0, n), "n < 0")
        _check(_every(lambda x: x >= 0, p), "p < 0, p > 1 or p is NaN")
        _check(_every(lambda x: x <= 1, p), "p < 0, p > 1 or p is NaN")
        return _drawn(size, (n, p), lambda n, p: _binomial(self, int(n), p))

    def poisson(self, lam=1.0, size=None):
        """how many rare events happen, lam on average"""
        _check(_every(lambda x: x >= 0, lam), "lam < 0 or lam is NaN")
        return _drawn(size, (lam,), lambda lam: _poisson(self, lam))

    def geometric(self, p, size=None):
        """how many throws until the first success"""
        _check(_every(lambda x: (x > 0) & (x <= 1), p),
               "p <= 0, p > 1 or p contains NaNs")
        return _drawn(size, (p,), lambda p: _geometric(self, p))

    def multinomial(self, n, pvals, size=None):
        """how n throws fall into boxes with probabilities pvals"""
        p = np.asarray(pvals, dtype=float)
        if p[:-1].sum() > 1.0 + 1e-12:
            raise ValueError("sum(pvals[:-1]) > 1.0")

        def one():
            left, total, out = n, 1.0, [0] * len(p)
            for k in range(len(p) - 1):
                out[k] = _binomial(self, left, float(p[k]) / total)
                left -= out[k]
                if left <= 0:
                    break
                total -= float(p[k])
            out[-1] += max(left, 0)
            return out

        return _vectors(one, len(p), size, int)

    def dirichlet(self, alpha, size=None):
        """probabilities: gammas through their sum"""
        alpha = np.asarray(alpha, dtype=float)
        if np.any(alpha <= 0):
            raise ValueError("alpha <= 0")

        def one():
            line = [_gamma(self, a) for a in alpha.tolist()]
            total = 0.0
            for x in line:
                total += x
            inverse = 1 / total
            return [x * inverse for x in line]

        return _vectors(one, len(alpha), size, float)

    def standard_gamma(self, shape, size=None):
        """gamma numbers with scale 1"""
        _check(_every(lambda x: x >= 0, shape), "shape < 0")
        return _drawn(size, (shape,), lambda a: _gamma(self, a))

    def gamma(self, shape, scale=1.0, size=None):
        """gamma numbers"""
        _check(_every(lambda x: x >= 0, shape), "shape < 0")
        _check(_every(lambda x: x >= 0, scale), "scale < 0")
        return _drawn(size, (shape, scale), lambda a, s: s * _gamma(self, a))

    def beta(self, a, b, size=None):
        """beta numbers, of (0, 1)"""
        _check(_every(lambda x: x > 0, a), "a <= 0")
        _check(_every(lambda x: x > 0, b), "b <= 0")
        return _drawn(size, (a, b), lambda a, b: _beta(self, a, b))

    def chisquare(self, df, size=None):
        """sums of df squares of normal numbers"""
        _check(_every(lambda x: x > 0, df), "df <= 0")
        return _drawn(size, (df,), lambda df: 2.0 * _gamma(self, df / 2.0))

    def standard_t(self, df, size=None):
        """Student's t"""
        _check(_every(lambda x: x > 0, df), "df <= 0")

        def one(df):
            x = self.standard_normal()
            y = _gamma(self, df / 2)
            return math.sqrt(df / 2) * x / math.sqrt(y)

        return _drawn(size, (df,), one)

    def standard_cauchy(self, size=None):
        """one normal number through another"""
        return _drawn(size, (), lambda: self.standard_normal() /
                      self.standard_normal())

    def laplace(self, loc=0.0, scale=1.0, size=None):
        """exponential numbers to both sides of loc"""
        _check(_every(lambda x: x >= 0, scale), "scale < 0")
        return _drawn(size, (loc, scale), lambda a, b: _laplace(self, a, b))

    def logistic(self, loc=0.0, scale=1.0, size=None):
        """numbers whose distribution function is a sigmoid"""
        _check(_every(lambda x: x >= 0, scale), "scale < 0")
        return _drawn(size, (loc, scale), lambda a, b: _logistic(self, a, b))

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """greatest ones of many"""
        _check(_every(lambda x: x >= 0, scale), "scale < 0")
        return _drawn(size, (loc, scale), lambda a, b: _gumbel(self, a, b))

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """numbers whose logarithms are normal"""
        _check(_every(lambda x: x >= 0, sigma), "sigma < 0")
        return np.exp(self.normal(mean, sigma, size)) if size is not None else(
            math.exp(self.normal(mean, sigma)))

    def rayleigh(self, scale=1.0, size=None):
        """lengths of vectors of two normal numbers"""
        _check(_every(lambda x: x >= 0, scale), "scale < 0")
        return _drawn(size, (scale,), lambda s: s * math.sqrt(
            -2.0 * math.log1p(-self.random_sample())))

    def weibull(self, a, size=None):
        """powers of exponential numbers"""
        _check(_every(lambda x: x >= 0, a), "a < 0")
        return _drawn(size, (a,), lambda a: 0.0 if a == 0 else
                      _exponential(self) ** (1.0 / a))

    def pareto(self, a, size=None):
        """exponentials of exponential numbers"""
        _check(_every(lambda x: x > 0, a), "a <= 0")
        return _drawn(size, (a,), lambda a: math.exp(
            _exponential(self) / a) - 1)

    def power(self, a, size=None):
        """powers of uniform numbers"""
        _check(_every(lambda x: x > 0, a), "a <= 0")
        return _drawn(size, (a,), lambda a: (1 - math.exp(
            -_exponential(self))) ** (1.0 / a))

    def triangular(self, left, mode, right, size=None):
        """numbers under a triangle"""
        _check(_every(lambda x: x <= mode, left), "left > mode")
        _check(_every(lambda x: x >= mode, right), "mode > right")
        return _drawn(size, (left, mode, right),
                      lambda a, b, c: _triangular(self, a, b, c))

    def get_state(self, legacy=True):
        """refused: keep the seed instead"""
        refuse("get_state(); start a stream by its seed instead")

    def set_state(self, state):
        """refused: keep the seed instead"""
        refuse("set_state(); start a stream by its seed instead")

    def bytes(self, length):
        """refused: xent has no bytes"""
        refuse("np.random.bytes()")


def _vectors(one, n, size, dtype):
    shape = () if size is None else (size,) if isinstance(
        size, (int, np.integer)) else tuple(size)
    count = 1
    for k in shape:
        count *= k
    return np.array([one() for _ in range(count)],
                    dtype=dtype).reshape(shape + (n,))


class _Module(RandomState):
    """np.random's own stream: its draws are those of the module."""

    def __init__(self):
        self.random_sample = np.random.random_sample
        self.standard_normal = np.random.standard_normal
        self.normal = np.random.normal
        self.randint = np.random.randint
        self.exponential = np.random.exponential


_own = _Module()
multivariate_normal = _own.multivariate_normal
sample = np.random.random_sample
ranf = np.random.random_sample
random_integers = _own.random_integers
standard_exponential = _own.standard_exponential
binomial = _own.binomial
poisson = _own.poisson
geometric = _own.geometric
multinomial = _own.multinomial
dirichlet = _own.dirichlet
standard_gamma = _own.standard_gamma
gamma = _own.gamma
beta = _own.beta
chisquare = _own.chisquare
standard_t = _own.standard_t
standard_cauchy = _own.standard_cauchy
laplace = _own.laplace
logistic = _own.logistic
gumbel = _own.gumbel
lognormal = _own.lognormal
rayleigh = _own.rayleigh
weibull = _own.weibull
pareto = _own.pareto
power = _own.power
triangular = _own.triangular
get_state = _own.get_state
set_state = _own.set_state
bytes = _own.bytes
