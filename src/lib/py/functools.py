# SPDX-License-Identifier: GPL-3.0-or-later
# functools: functions of functions.
_nothing = object()


def reduce(function, sequence, initial=_nothing):
    """one value from many: function(function(a, b), c) ...

    >>> functools.reduce(lambda a, b: a * b, [1, 2, 3, 4])
    24
    """
    items = iter(sequence)
    total = initial
    if total is _nothing:
        total = next(items, _nothing)
    if total is _nothing:
        raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        total = function(total, item)
    return total


class partial:
    """a function with some arguments given already

    >>> functools.partial(pow, 2)(10)
    1024
    """
    __module__ = "functools"

    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        named = dict(self.keywords)
        named.update(keywords)
        return self.func(*self.args, *args, **named)
