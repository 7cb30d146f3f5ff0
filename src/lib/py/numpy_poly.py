# SPDX-License-Identifier: GPL-3.0-or-later
# Polynomials: lists of coefficients, highest power first, and np.poly1d, one
# that can be called.
import numpy as np
from _xent import refuse


def vander(x, N=None, increasing=False):
    """the powers of x as columns

    >>> np.vander([1, 2, 3], 3)
    array([[1, 1, 1],
           [4, 2, 1],
           [9, 3, 1]])
    """
    x = np.asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    n = len(x) if N is None else N
    dtype = np.concatenate((x[:0], np.zeros(0, dtype=int))).dtype
    out = np.ones((len(x), n), dtype=dtype)
    for k in range(1, n):
        out[:, k] = out[:, k - 1] * x
    return out if increasing else out[:, ::-1]


def polyval(p, x):
    """the value of a polynomial, highest power first

    >>> np.polyval([1, 0, -1], 3)
    8
    """
    y = np.zeros_like(x) if np.ndim(x) else np.asarray(x).dtype.type(0)
    x = np.asarray(x)
    for c in np.asarray(p):
        y = y * x + c
    return y


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """the polynomial of least squares, highest power first

    >>> np.round(np.polyfit([0, 1, 2], [1, 3, 5], 1), 6)
    array([2., 1.])
    """
    if full or cov:
        refuse(f"the keyword '{'full' if full else 'cov'}' of polyfit()")
    n = int(deg) + 1
    x = np.asarray(x) + 0.0
    y = np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    left, right = vander(x, n), y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w[:, None]
        right = right * (w[:, None] if y.ndim == 2 else w)
    scale = np.sqrt((left * left).sum(axis=0))
    c = np.linalg.lstsq(left / scale, right, rcond)[0]
    return (c.T / scale).T


def polyadd(a1, a2):
    """the sum of two polynomials

    >>> np.polyadd([1, 2], [9, 5, 4])
    array([9, 6, 6])
    """
    a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
    n = max(len(a1), len(a2))
    first = np.concatenate((np.zeros(n - len(a1), a1.dtype), a1))
    return first + np.concatenate((np.zeros(n - len(a2), a2.dtype), a2))


def polymul(a1, a2):
    """the product of two polynomials

    >>> np.polymul([1, 2], [1, 3])
    array([1, 5, 6])
    """
    return np.convolve(a1, a2)


def polyder(p, m=1):
    """the derivative of a polynomial

    >>> np.polyder([1, 1, 1])
    array([2, 1])
    """
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    p = np.asarray(p)
    for _ in range(m):
        p = p[:-1] * np.arange(len(p) - 1, 0, -1)
    return p


def polyint(p, m=1, k=None):
    """the integral of a polynomial

    >>> np.polyint([2, 1])
    array([1., 1., 0.])
    """
    k = np.zeros(m) if k is None else np.atleast_1d(k)
    if len(k) == 1 and m > 1:
        k = k[0] * np.ones(m)
    if len(k) < m:
        raise ValueError(
            "k must be a scalar or a rank-1 array of length 1 or >m.")
    p = np.asarray(p)
    for i in range(m):
        p = np.concatenate((p / np.arange(len(p), 0, -1), [k[i]]))
    return p


def _coefficient(x):
    """A number as a polynomial's text shows it, four digits."""
    text = f"{x:.4g}"
    return text[:-5] if text.endswith(".0000") else text


def _term(coefficient, power, variable):
    number = _coefficient(abs(coefficient))
    if power == 0:
        return number if number != "0" else ""
    if number == "0":
        return ""
    return f"{number} {variable}" + (f"**{power}" if power > 1 else "")


def _raised(text):
    """Powers written on a line above."""
    above, below = "", ""
    pieces = text.split("**")
    for k, piece in enumerate(pieces):
        rest = piece.lstrip("0123456789") if k else piece
        power = piece[:len(piece) - len(rest)]
        if power:
            above += " " * (len(below) - len(above)) + power
            below += " " * (len(power) - 1)
        below += rest
    if len(below) > 80:
        refuse("the text of a polynomial wider than a line")
    return (above or " ") + "\n" + below


class poly1d:
    """a polynomial, highest power first

    >>> np.poly1d([1, 2, 3])(2)
    11
    """
    __module__ = "numpy"

    def __init__(self, c_or_r, r=False, variable=None):
        if r:
            refuse("poly1d() from roots")
        if isinstance(c_or_r, poly1d):
            c_or_r = c_or_r.coeffs
        c = np.atleast_1d(np.asarray(c_or_r))
        if c.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        c = np.asarray(np.trim_zeros(c, trim="f"))
        self.coeffs = c if len(c) else np.array([0], dtype=c.dtype)
        self.variable = "x" if variable is None else variable

    @property
    def c(self):
        return self.coeffs

    @property
    def coef(self):
        return self.coeffs

    @property
    def coefficients(self):
        return self.coeffs

    @property
    def order(self):
        return len(self.coeffs) - 1

    @property
    def o(self):
        return len(self.coeffs) - 1

    @property
    def roots(self):
        refuse("the roots of a polynomial")

    def __call__(self, val):
        return np.polyval(self.coeffs, val)

    def __len__(self):
        return self.order

    def __getitem__(self, power):
        if not 0 <= power <= self.order:
            return self.coeffs.dtype.type(0)
        return self.coeffs[self.order - power]

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        text = ""
        for i, k in enumerate(self.coeffs.tolist()):
            term = _term(k, self.order - i, self.variable)
            if not term:
                continue
            if text:
                text += f" - {term}" if k < 0 else f" + {term}"
            else:
                text = f"-{term}" if k < 0 else term
        return _raised(text or "0")

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return poly1d(np.polyadd(self.coeffs, poly1d(other).coeffs))

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + -poly1d(other)

    def __mul__(self, other):
        if np.isscalar(other):
            return poly1d(self.coeffs * other)
        return poly1d(np.polymul(self.coeffs, poly1d(other).coeffs))

    def __rmul__(self, other):
        return self * other

    def __eq__(self, other):
        return isinstance(other, poly1d) and np.array_equal(self.coeffs,
                                                            other.coeffs)

    def deriv(self, m=1):
        """the derivative"""
        return poly1d(np.polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        """the integral"""
        return poly1d(np.polyint(self.coeffs, m, k))
