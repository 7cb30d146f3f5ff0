# SPDX-License-Identifier: GPL-3.0-or-later
# Lazy iterators are classes here: the language has no `yield`.
_nothing = object()


class _Iterator:
    __module__ = "itertools"

    def __iter__(self):
        return self


class count(_Iterator):
    """start, start + step, ... without end

    >>> [a for a, b in zip(itertools.count(5, 2), "abc")]
    [5, 7, 9]
    """

    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __next__(self):
        now = self._next
        self._next = now + self._step
        return now

    def __repr__(self):
        if self._step == 1:
            return f"count({self._next})"
        return f"count({self._next}, {self._step})"


class cycle(_Iterator):
    """the items over and over

    >>> [a for a, b in zip(itertools.cycle("ab"), range(3))]
    ['a', 'b', 'a']
    """

    def __init__(self, iterable):
        self._items = iter(iterable)
        self._seen = []
        self._at = 0

    def __next__(self):
        item = next(self._items, _nothing)
        if item is not _nothing:
            self._seen.append(item)
            return item
        if not self._seen:
            raise StopIteration
        item = self._seen[self._at]
        self._at = (self._at + 1) % len(self._seen)
        return item


class repeat(_Iterator):
    """one object again and again, or so many times

    >>> list(itertools.repeat(7, 3))
    [7, 7, 7]
    """

    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None else max(times, 0)

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        if self._left is not None:
            self._left -= 1
        return self._object

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


class chain(_Iterator):
    """the items of one iterable after those of another

    >>> list(itertools.chain("ab", [1, 2]))
    ['a', 'b', 1, 2]
    """

    def __init__(self, *iterables):
        self._rest = iter(iterables)
        self._now = iter(())

    @classmethod
    def from_iterable(cls, iterable):
        made = cls()
        made._rest = iter(iterable)
        return made

    def __next__(self):
        item = next(self._now, _nothing)
        while item is _nothing:
            self._now = iter(next(self._rest))
            item = next(self._now, _nothing)
        return item


class islice(_Iterator):
    """iterable[start:stop:step] of any iterable

    >>> list(itertools.islice(itertools.count(), 2, 8, 3))
    [2, 5]
    """

    def __init__(self, iterable, *limits):
        part = slice(*limits)
        self._items = iter(iterable)
        self._skip = _limit(part.start, 0)
        self._step = 1 if part.step is None else part.step
        self._stop = part.stop
        self._at = 0
        if not _is_limit(part.stop):
            raise ValueError("Stop argument for islice() must be None or an "
                             "integer: 0 <= x <= sys.maxsize.")
        if self._step < 1:
            raise ValueError("Step for islice() must be a positive integer or "
                             "None.")

    def __next__(self):
        if self._stop is not None and self._skip >= self._stop:
            while self._at < self._stop:
                self._at += 1
                next(self._items)
            raise StopIteration
        while self._at < self._skip:
            self._at += 1
            next(self._items)
        self._skip += self._step
        self._at += 1
        return next(self._items)


def _is_limit(value):
    return value is None or isinstance(value, int) and value >= 0


def _limit(value, default):
    if value is None:
        return default
    if not _is_limit(value):
        raise ValueError("Indices for islice() must be None or an integer: "
                         "0 <= x <= sys.maxsize.")
    return value


class accumulate(_Iterator):
    """running totals, or running values of another function

    >>> list(itertools.accumulate([1, 2, 3, 4]))
    [1, 3, 6, 10]
    """

    def __init__(self, iterable, func=None, *, initial=None):
        self._items = iter(iterable)
        self._func = func
        self._total = _nothing
        self._initial = initial

    def __next__(self):
        if self._total is _nothing:
            self._total = (next(self._items) if self._initial is None
                           else self._initial)
            return self._total
        item = next(self._items)
        if self._func is None:
            self._total = self._total + item
        else:
            self._total = self._func(self._total, item)
        return self._total


class takewhile(_Iterator):
    """items as long as predicate(item) is true

    >>> list(itertools.takewhile(lambda n: n < 3, itertools.count()))
    [0, 1, 2]
    """

    def __init__(self, predicate, iterable):
        self._predicate = predicate
        self._items = iter(iterable)
        self._over = False

    def __next__(self):
        item = _nothing if self._over else next(self._items)
        if self._over or not self._predicate(item):
            self._over = True
            raise StopIteration
        return item


class dropwhile(_Iterator):
    """items from the first on for which predicate(item) is false

    >>> list(itertools.dropwhile(lambda n: n < 3, [1, 5, 2]))
    [5, 2]
    """

    def __init__(self, predicate, iterable):
        self._predicate = predicate
        self._items = iter(iterable)
        self._begun = False

    def __next__(self):
        item = next(self._items)
        while not self._begun and self._predicate(item):
            item = next(self._items)
        self._begun = True
        return item


class filterfalse(_Iterator):
    """the items for which predicate(item) is false

    >>> list(itertools.filterfalse(lambda n: n % 2, range(5)))
    [0, 2, 4]
    """

    def __init__(self, predicate, iterable):
        self._predicate = bool if predicate is None else predicate
        self._items = iter(iterable)

    def __next__(self):
        item = next(self._items)
        while self._predicate(item):
            item = next(self._items)
        return item


class starmap(_Iterator):
    """function(*item) for each item

    >>> list(itertools.starmap(pow, [(2, 3), (3, 2)]))
    [8, 9]
    """

    def __init__(self, function, iterable):
        self._function = function
        self._items = iter(iterable)

    def __next__(self):
        return self._function(*next(self._items))


class compress(_Iterator):
    """the items whose selector is true

    >>> list(itertools.compress("abc", [1, 0, 1]))
    ['a', 'c']
    """

    def __init__(self, data, selectors):
        self._pairs = zip(data, selectors)

    def __next__(self):
        item, wanted = next(self._pairs)
        while not wanted:
            item, wanted = next(self._pairs)
        return item


class pairwise(_Iterator):
    """each item with the one after it

    >>> list(itertools.pairwise("abc"))
    [('a', 'b'), ('b', 'c')]
    """

    def __init__(self, iterable):
        self._items = iter(iterable)
        self._before = _nothing

    def __next__(self):
        if self._before is _nothing:
            self._before = next(self._items)
        item = next(self._items)
        pair = (self._before, item)
        self._before = item
        return pair


class zip_longest(_Iterator):
    """zip until the longest ends; fillvalue for what is missing

    >>> list(itertools.zip_longest("ab", [1], fillvalue=0))
    [('a', 1), ('b', 0)]
    """

    def __init__(self, *iterables, fillvalue=None):
        self._parts = [iter(x) for x in iterables]
        self._fill = fillvalue

    def __next__(self):
        row = [next(part, _nothing) for part in self._parts]
        if all(item is _nothing for item in row):
            raise StopIteration
        return tuple(self._fill if x is _nothing else x for x in row)


class groupby(_Iterator):
    """(key, items) of each run of items with equal keys

    >>> [(k, list(g)) for k, g in itertools.groupby("aab")]
    [('a', ['a', 'a']), ('b', ['b'])]
    """

    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key or (lambda item: item)
        self._first = next(self._items, _nothing)

    def __next__(self):
        if self._first is _nothing:
            raise StopIteration
        key = self._key(self._first)
        run = [self._first]
        self._first = next(self._items, _nothing)
        while self._first is not _nothing and self._key(self._first) == key:
            run.append(self._first)
            self._first = next(self._items, _nothing)
        return key, iter(run)


class _Listed(_Iterator):
    """What is made at once and given one by one."""

    def __init__(self, items):
        self._items = iter(items)

    def __next__(self):
        return next(self._items)


class product(_Listed):
    """every tuple of one item from each iterable

    >>> list(itertools.product([0, 1], "ab"))
    [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
    """

    def __init__(self, *iterables, repeat=1):
        rows = [()]
        for pool in [tuple(x) for x in iterables] * repeat:
            rows = [row + (item,) for row in rows for item in pool]
        super().__init__(rows)


def _choices(n, r, first):
    """Index tuples of length r from range(n); first(row): where the next may
    begin."""
    rows = [()]
    for _ in range(r):
        rows = [row + (i,) for row in rows for i in range(first(row), n)]
    return rows


class combinations(_Listed):
    """r items in their order, each at most once

    >>> list(itertools.combinations("abc", 2))
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        rows = _choices(len(pool), _whole(r), lambda row: row[-1] + 1
                        if row else 0)
        super().__init__([tuple(pool[i] for i in row) for row in rows])


class combinations_with_replacement(_Listed):
    """r items in their order, repeats allowed

    >>> list(itertools.combinations_with_replacement("ab", 2))
    [('a', 'a'), ('a', 'b'), ('b', 'b')]
    """

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        rows = _choices(len(pool), _whole(r), lambda row: row[-1]
                        if row else 0)
        super().__init__([tuple(pool[i] for i in row) for row in rows])


class permutations(_Listed):
    """r items in any order, each at most once

    >>> list(itertools.permutations([1, 2, 3], 2))[:3]
    [(1, 2), (1, 3), (2, 1)]
    """

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        rows = [()]
        for _ in range(len(pool) if r is None else _whole(r)):
            rows = [row + (i,) for row in rows for i in range(len(pool))
                    if i not in row]
        super().__init__([tuple(pool[i] for i in row) for row in rows])


def _whole(r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


def tee(iterable, n=2):
    """n independent iterators over the items

    >>> a, b = itertools.tee([1, 2]); next(a), list(b)
    (1, [1, 2])
    """
    items = list(iterable)
    return tuple(_Listed(items) for _ in range(n))
