# SPDX-License-Identifier: GPL-3.0-or-later
# np.poly1d: a polynomial as a thing that can be called.
import numpy as np
from _xent import refuse


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
