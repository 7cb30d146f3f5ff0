# SPDX-License-Identifier: GPL-3.0-or-later
# operator: the signs of the language as functions.
_abs = abs


def add(a, b):
    """a + b

    >>> operator.add(2, 3)
    5
    """
    return a + b


def sub(a, b):
    """a - b"""
    return a - b


def mul(a, b):
    """a * b

    >>> operator.mul(2, 3)
    6
    """
    return a * b


def truediv(a, b):
    """a / b"""
    return a / b


def floordiv(a, b):
    """a // b"""
    return a // b


def mod(a, b):
    """a % b"""
    return a % b


def pow(a, b):
    """a ** b"""
    return a ** b


def matmul(a, b):
    """a @ b"""
    return a @ b


def neg(a):
    """-a"""
    return -a


def pos(a):
    """+a"""
    return +a


def abs(a):
    """|a|"""
    return _abs(a)


def lt(a, b):
    """a < b"""
    return a < b


def le(a, b):
    """a <= b"""
    return a <= b


def eq(a, b):
    """a == b"""
    return a == b


def ne(a, b):
    """a != b"""
    return a != b


def ge(a, b):
    """a >= b"""
    return a >= b


def gt(a, b):
    """a > b"""
    return a > b


def and_(a, b):
    """a & b"""
    return a & b


def or_(a, b):
    """a | b"""
    return a | b


def xor(a, b):
    """a ^ b"""
    return a ^ b


def not_(a):
    """not a"""
    return not a


def truth(a):
    """whether a is true"""
    return True if a else False


def is_(a, b):
    """a is b"""
    return a is b


def contains(a, b):
    """b in a"""
    return b in a


def getitem(a, b):
    """a[b]"""
    return a[b]


class itemgetter:
    """a function that takes items out of its argument

    >>> sorted([(1, "b"), (2, "a")], key=operator.itemgetter(1))
    [(2, 'a'), (1, 'b')]
    """
    __module__ = "operator"

    def __init__(self, item, *items):
        self._items = (item, *items)

    def __call__(self, obj):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


class attrgetter:
    """a function that takes attributes of its argument"""
    __module__ = "operator"

    def __init__(self, attr, *attrs):
        self._attrs = (attr, *attrs)

    def __call__(self, obj):
        found = []
        for attr in self._attrs:
            value = obj
            for name in attr.split("."):
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"
