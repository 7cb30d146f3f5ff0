# SPDX-License-Identifier: GPL-3.0-or-later
# Arrays of texts ('<U6') and of any objects (object): what NumPy gives for
# names of classes and categories. They are indexed, compared, counted and
# printed as NumPy does it; computing is for arrays of numbers.
import numpy as np
from _xent import refuse

_WIDTH = 75
_THRESHOLD = 1000
_EDGE = 3


class _DType:
    __module__ = "numpy"

    def __init__(self, width):
        self.width = width
        self.kind = "O" if width is None else "U"
        self.name = "object" if width is None else f"str{32 * width}"
        self.itemsize = 8 if width is None else 4 * width
        self.str = "|O" if width is None else f"<U{width}"

    def __str__(self):
        return "object" if self.width is None else self.str

    def __repr__(self):
        return "dtype('O')" if self.width is None else f"dtype('{self.str}')"

    def __eq__(self, other):
        if isinstance(other, _DType):
            return self.width == other.width
        if self.width is None:
            return other is object or other in ("object", "O", "|O")
        return other == self.str

    def __hash__(self):
        return hash(self.str)


def _is_nested(x):
    return (isinstance(x, (list, tuple, ndarray))
            or isinstance(x, np.ndarray) and x.ndim > 0)


_PLAIN = {str, int, float, bool, type(None)}


# A list without lists in it.
def _is_flat(x):
    return isinstance(x, (list, tuple)) and set(map(type, x)) <= _PLAIN


def _shape_of(x):
    if not _is_nested(x):
        return ()
    if not len(x) or _is_flat(x):
        return (len(x),)
    inner = _shape_of(x[0])
    for row in x:
        if _shape_of(row) != inner:
            raise ValueError(
                "setting an array element with a sequence. The requested "
                "array has an inhomogeneous shape after 1 dimensions. The "
                f"detected shape was ({len(x)},) + inhomogeneous part.")
    return (len(x),) + inner


def _leaves(x, found):
    if _is_flat(x):
        found.extend(x)
    elif _is_nested(x):
        for item in x:
            _leaves(item, found)
    else:
        found.append(x)
    return found


def has_text(x):
    if not isinstance(x, (list, tuple)):
        return isinstance(x, str)
    kinds = set(map(type, x))
    if str in kinds or kinds <= _PLAIN:
        return str in kinds
    return any([has_text(item) for item in x])


# The characters that NumPy keeps for one item beside texts.
def _room(x):
    if isinstance(x, str):
        return len(x)
    return 5 if isinstance(x, (bool, np.bool_)) else (
        32 if isinstance(x, float) else 21)


def text_array(values, any_objects=False):
    """An array of texts, or of the objects themselves, from nested lists."""
    items = _leaves(values, [])
    if any_objects:
        width = None
    elif set(map(type, items)) == {str}:
        width = max(1, max(map(len, items)))
    else:
        width = max([_room(x) for x in items] + [1])
    return ndarray(items, _shape_of(values), width)


class ndarray:
    __module__ = "numpy"

    # width: characters of the longest text, -1: count them, None: objects
    def __init__(self, items, shape, width=-1):
        if width is not None:
            items = list(map(str, items))
            longest = max(map(len, items), default=0)
            width = max(1, longest) if width < 0 else width
            if longest > width:
                items = [x[:width] for x in items]
        self._items = items
        self._width = width
        self.shape = shape

    @property
    def dtype(self):
        return _DType(self._width)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return len(self._items)

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def T(self):
        return self._moved(self._places().T)

    # NumPy's own indexing, reshaping and broadcasting, done with the places
    # of the items.
    def _places(self):
        return np.arange(len(self._items)).reshape(self.shape)

    def _moved(self, places):
        items = [self._items[i] for i in places.ravel().tolist()]
        return ndarray(items, places.shape, self._width)

    def __getitem__(self, key):
        places = self._places()[_as_key(key)]
        if places.ndim == 0:
            return self._items[int(places)]
        return self._moved(places)

    def __setitem__(self, key, value):
        places = self._places()[_as_key(key)]
        wide = _leaves(value, []) if _is_nested(value) else [value]
        places = places.ravel().tolist() if places.ndim else [int(places)]
        for k in range(len(places)):
            new = wide[k] if len(wide) > 1 else wide[0]
            if self._width is not None:
                new = str(new)[:self._width]
            self._items[places[k]] = new

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if self.ndim == 1:
            return iter(self._items)
        return iter([self[i] for i in range(len(self))])

    def __contains__(self, x):
        return x in self._items

    def __eq__(self, other):
        if not _is_nested(other):
            if self._width is not None and not isinstance(other, str):
                return False
            return self._answers([x == other for x in self._items], self.shape)
        if not isinstance(other, ndarray):
            if isinstance(other, np.ndarray) and self._width is not None:
                return False
            other = text_array(other, self._width is None)
        mine = self._places() + 0 * other._places()
        theirs = 0 * self._places() + other._places()
        same = [self._items[i] == other._items[k] for i, k in
                zip(mine.ravel().tolist(), theirs.ravel().tolist())]
        return self._answers(same, mine.shape)

    def __ne__(self, other):
        same = self.__eq__(other)
        return ~same if isinstance(same, np.ndarray) else not same

    def __add__(self, other):
        other = other if isinstance(other, ndarray) else text_array(other)
        raise TypeError("ufunc 'add' did not contain a loop with signature "
                        f"matching types ({self.dtype!r}, {other.dtype!r}) -> "
                        "None")

    def _answers(self, same, shape):
        return np.array(same, dtype=bool).reshape(shape)

    def __bool__(self):
        if self.size != 1:
            raise ValueError("The truth value of an array with more than one "
                             "element is ambiguous. Use a.any() or a.all()")
        return bool(self._items[0])

    def tolist(self):
        if self.ndim == 1:
            return list(self._items)
        return [row.tolist() for row in self]

    def item(self, *key):
        if not key and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python "
                             "scalar")
        return self.ravel()[key[0]] if len(key) == 1 else self[key or 0]

    def copy(self):
        return ndarray(list(self._items), self.shape, self._width)

    def reshape(self, *shape):
        return self._moved(self._places().reshape(*shape))

    def transpose(self):
        return self.T

    def ravel(self):
        return self if self.ndim == 1 else self.flatten()

    def flatten(self):
        return ndarray(list(self._items), (self.size,), self._width)

    def take(self, indices):
        return self[np.asarray(indices)]

    def astype(self, dtype):
        if dtype is object or dtype == "object":
            return ndarray(list(self._items), self.shape, None)
        if dtype is str or dtype in ("str", "U"):
            return ndarray(list(self._items), self.shape)
        if isinstance(dtype, _DType):
            return ndarray(list(self._items), self.shape, dtype.width)
        whole = np.zeros(1, dtype=dtype).dtype.kind != "f"
        return np.array([int(x) if whole else float(x) for x in self._items],
                        dtype=dtype).reshape(self.shape)

    def __str__(self):
        return _layout(self, " ", "", "")

    def __repr__(self):
        body = _layout(self, ", ", "array(", ",")
        text = "array(" + (body if self.size else "[]")
        if not self.size and self.shape != (0,):
            text += f", shape={self.shape}"
        name = "object" if self._width is None else repr(self.dtype.str)
        kind = f"dtype={name})"
        last = len(text) - (text.rfind("\n") + 1)
        gap = "\n      " if last + len(kind) + 2 > _WIDTH else " "
        return text + "," + gap + kind


# --- what NumPy's functions make of texts -----------------------------------


# np.array(x, dtype)
def _made(x, dtype, copy):
    objects = dtype is object or dtype in ("object", "O")
    a = x if isinstance(x, ndarray) else text_array(x, objects)
    if dtype is None or objects and a is not x:
        return a.copy() if copy and a is x else a
    return a.astype(dtype)


# np.where(condition, x, y)
def _where(condition, x, y):
    x, y = [v if isinstance(v, ndarray) else text_array(v) for v in (x, y)]
    places = 0 * (x._places() + y._places()) + np.asarray(condition)
    ours = (places * 0 + x._places()).ravel().tolist()
    theirs = (places * 0 + y._places()).ravel().tolist()
    chosen = [x._items[i] if c else y._items[k] for c, i, k in
              zip(places.ravel().tolist(), ours, theirs)]
    width = None if None in (x._width, y._width) else max(x._width, y._width)
    return ndarray(chosen, places.shape, width)


def _as_texts(x):
    return x if isinstance(x, ndarray) else text_array(x)


# What a random generator picks from.
def _one_row(x):
    a = _as_texts(x)
    if a.ndim != 1:
        raise ValueError("a must be 1-dimensional")
    return a


def _np_argsort(a, axis=-1, kind=None):
    a = _as_texts(a)
    if a.ndim != 1:
        refuse("the sorting of texts but in one dimension")
    return np.array(sorted(range(len(a)), key=lambda i: a._items[i]), dtype=int)


def _np_sort(a, axis=-1, kind=None):
    a = _as_texts(a)
    return a._moved(_np_argsort(a))


def _np_concatenate(arrays, axis=0):
    arrays = [_as_texts(a) for a in arrays]
    items = sum([a._items for a in arrays], [])
    start = 0
    places = []
    for a in arrays:
        places.append(a._places() + start)
        start += a.size
    places = np.concatenate(places, axis=axis)
    widths = [a._width for a in arrays]
    return ndarray([items[i] for i in places.ravel().tolist()], places.shape,
                   None if None in widths else max(widths))


def _np_hstack(tup):
    return _np_concatenate(tup, len(_as_texts(tup[0]).shape) - 1)


def _np_repeat(a, repeats):
    a = _as_texts(a)
    return a._moved(np.repeat(a._places(), repeats))


def _np_take(a, indices, axis=None):
    a = _as_texts(a)
    return a._moved(np.take(a._places(), indices, axis))


def _np_array_equal(a1, a2):
    a, b = _as_texts(a1), _as_texts(a2)
    return a.shape == b.shape and a._items == b._items


def _as_key(key):
    if isinstance(key, tuple):
        return tuple([_as_key(k) for k in key])
    return np.asarray(key) if isinstance(key, list) else key


# --- how it prints ----------------------------------------------------------


def _layout(a, separator, prefix, suffix):
    if not a.shape:
        return repr(a._items[0])
    if not a.size:
        return "[]"
    return _block(a, " " * len(prefix), _WIDTH - len(suffix), separator,
                  a.size > _THRESHOLD)


# The rows of an axis that are shown; None for the dots.
def _shown(n, summary):
    if not summary or n <= 2 * _EDGE:
        return list(range(n))
    return list(range(_EDGE)) + [None] + list(range(n - _EDGE, n))


def _block(a, indent, width, separator, summary):
    rows = _shown(len(a), summary)
    if a.ndim == 1:
        words = ["..." if i is None else repr(a._items[i]) for i in rows]
        return "[" + _row(words, indent + " ", width, separator) + "]"
    inner = [("..." if i is None else
              _block(a[i], indent + " ", width - 1, separator, summary))
             for i in rows]
    gap = separator.rstrip() + "\n" * (a.ndim - 1) + indent + " "
    return "[" + gap.join(inner) + "]"


def _row(words, indent, width, separator):
    room = width - max(len(separator.rstrip()), 1)
    text = ""
    line = indent
    for k, word in enumerate(words):
        if len(line) + len(word) > room and len(line) > len(indent):
            text += line.rstrip() + "\n"
            line = indent
        line += word
        if k < len(words) - 1:
            line += separator
    return (text + line)[len(indent):]
