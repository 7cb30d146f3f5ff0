# SPDX-License-Identifier: GPL-3.0-or-later
"""collections.deque: a list with two ends, which may have a longest length."""


class deque:
    """a list with two ends; with maxlen the oldest items go
    >>> collections.deque([1, 2, 3], maxlen=2)
    deque([2, 3], maxlen=2)
    """
    __module__ = "collections"

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self.maxlen = maxlen
        self._items = []
        self.extend(iterable)

    def _cut(self, end):
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(end)

    def append(self, x):
        """puts x at the right end"""
        self._items.append(x)
        self._cut(0)

    def appendleft(self, x):
        """puts x at the left end"""
        self._items.insert(0, x)
        self._cut(-1)

    def extend(self, iterable):
        """puts the items at the right end"""
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        """puts the items at the left end, one after the other"""
        for x in iterable:
            self.appendleft(x)

    def _taken(self, end):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(end)

    def pop(self):
        """takes the item at the right end out"""
        return self._taken(-1)

    def popleft(self):
        """takes the item at the left end out"""
        return self._taken(0)

    def rotate(self, n=1):
        """moves the last n items to the left end"""
        if self._items:
            k = -n % len(self._items)
            self._items = self._items[k:] + self._items[:k]

    def clear(self):
        """takes all items out"""
        self._items = []

    def count(self, x):
        """how often x is there"""
        return self._items.count(x)

    def remove(self, value):
        """takes the first such item out"""
        if value not in self._items:
            raise ValueError("deque.remove(x): x not in deque")
        self._items.remove(value)

    def reverse(self):
        """turns the order round"""
        self._items.reverse()

    def copy(self):
        """another deque of the same items"""
        return deque(self._items, self.maxlen)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def _checked(self, i):
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("deque index out of range")
        return i

    def __getitem__(self, i):
        if isinstance(i, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        return self._items[self._checked(i)]

    def __setitem__(self, i, x):
        self._items[self._checked(i)] = x

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __repr__(self):
        if self.maxlen is None:
            return f"deque({self._items})"
        return f"deque({self._items}, maxlen={self.maxlen})"
