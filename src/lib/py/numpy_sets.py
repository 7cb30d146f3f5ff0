# SPDX-License-Identifier: GPL-3.0-or-later
# Different values, and arrays as sets.
import numpy as np


def _first_of_runs(x, equal_nan):
    """Where a sorted line begins a new value."""
    new = np.ones(x.shape[0], dtype=bool)
    new[1:] = x[1:] != x[:-1]
    if equal_nan and x.dtype.kind == "f" and x.size and np.isnan(x[-1]):
        new[np.searchsorted(x, x[-1], side="left") + 1:] = False
    return new


def _unique_rows(a, axis, index, inverse, counts, equal_nan):
    """The different slices along an axis, in the order of their elements."""
    a = np.moveaxis(a, axis, 0)
    rows = a.reshape(a.shape[0], -1)
    keys = rows.tolist()
    order = sorted(range(len(keys)), key=lambda k: keys[k])
    new = [i for i in range(len(order))
           if i == 0 or keys[order[i]] != keys[order[i - 1]]]
    first = np.array([order[i] for i in new], dtype=int)
    out = [np.moveaxis(a[first], 0, axis)]
    if index:
        out.append(first)
    if inverse:
        number = np.zeros(len(order), dtype=int)
        starts = np.zeros(len(order), dtype=int)
        starts[np.array(new, dtype=int)] = 1
        number[np.array(order, dtype=int)] = np.cumsum(starts) - 1
        out.append(number)
    if counts:
        out.append(np.diff(np.array(new + [len(order)], dtype=int)))
    return out[0] if len(out) == 1 else tuple(out)


def unique(ar, return_index=False, return_inverse=False, return_counts=False,
           axis=None, *, equal_nan=True):
    """the different values, sorted; where first, which, how often on request

    >>> np.unique([2, 0, 2, 1])
    array([0, 1, 2])
    """
    a = np.asarray(ar)
    if axis is not None:
        if not -a.ndim <= axis < a.ndim:
            raise np.AxisError(f"axis {axis} is out of bounds for array of "
                               f"dimension {a.ndim}")
        if a.ndim > 1:
            return _unique_rows(a, axis % a.ndim, return_index,
                                return_inverse, return_counts, equal_nan)
    a = a.ravel()
    if not (return_index or return_inverse):
        x = np.sort(a)
    else:
        order = np.argsort(a, kind="stable" if return_index else "quicksort")
        x = a[order]
    new = _first_of_runs(x, equal_nan)
    out = [x[new]]
    if return_index:
        out.append(order[new])
    if return_inverse:
        number = np.empty(len(x), dtype=int)
        number[order] = np.cumsum(new) - 1
        out.append(number)
    if return_counts:
        out.append(np.diff(np.concatenate((np.nonzero(new)[0], [x.size]))))
    return out[0] if len(out) == 1 else tuple(out)


def in1d(ar1, ar2, assume_unique=False, invert=False, *, kind=None):
    """which elements of the flattened first array are in the second

    >>> np.in1d([1, 2, 3], [3, 1])
    array([ True, False,  True])
    """
    a, b = np.ravel(ar1), np.sort(np.ravel(ar2))
    if not b.size:
        return np.full(a.shape, bool(invert))
    at = np.minimum(np.searchsorted(b, a), b.size - 1)
    return b[at] != a if invert else b[at] == a


def isin(element, test_elements, assume_unique=False, invert=False, *,
         kind=None):
    """which elements are in the second array

    >>> np.isin([[1, 2], [3, 4]], [4, 1])
    array([[ True, False],
           [False,  True]])
    """
    a = np.asarray(element)
    return in1d(a, test_elements, assume_unique, invert).reshape(a.shape)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """the values that both arrays have

    >>> np.intersect1d([3, 1, 2], [2, 3, 5])
    array([2, 3])
    """
    a, first = unique(ar1, return_index=True)
    b, second = unique(ar2, return_index=True)
    both = in1d(a, b)
    out = a[both].astype(np.concatenate((a[:0], b[:0])).dtype)
    if not return_indices:
        return out
    return out, first[both], second[in1d(b, a)]


def union1d(ar1, ar2):
    """the values that one of the arrays has

    >>> np.union1d([3, 1], [2, 3])
    array([1, 2, 3])
    """
    return unique(np.concatenate((np.ravel(ar1), np.ravel(ar2))))


def setdiff1d(ar1, ar2, assume_unique=False):
    """the values of the first array that the second has not

    >>> np.setdiff1d([3, 1, 2], [2])
    array([1, 3])
    """
    a = np.ravel(ar1) if assume_unique else unique(ar1)
    return a[in1d(a, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """the values that only one of the arrays has

    >>> np.setxor1d([3, 1], [2, 3])
    array([1, 2])
    """
    a, b = unique(ar1), unique(ar2)
    return np.sort(np.concatenate((a[in1d(a, b, invert=True)],
                                   b[in1d(b, a, invert=True)])))


def lexsort(keys, axis=-1):
    """the places that sort by the last key, then the one before it ...

    >>> np.lexsort(([1, 0, 2], [5, 5, 4]))
    array([2, 1, 0])
    """
    keys = [np.asarray(k) for k in keys]
    if not keys:
        raise TypeError("need sequence of keys with len > 0 in lexsort")
    order = np.argsort(keys[0], axis=axis, kind="stable")
    for k in keys[1:]:
        sorted_key = np.take_along_axis(k, order, axis)
        more = np.argsort(sorted_key, axis=axis, kind="stable")
        order = np.take_along_axis(order, more, axis)
    return order


def msort(a):
    """the array sorted along its first axis

    >>> np.msort([[3, 1], [2, 4]])
    array([[2, 1],
           [3, 4]])
    """
    return np.sort(a, axis=0)


def array_equiv(a1, a2):
    """are two arrays equal, one repeated as arithmetic would

    >>> np.array_equiv([1, 2], [[1, 2], [1, 2]])
    True
    """
    a1, a2 = np.asarray(a1), np.asarray(a2)
    try:
        np.broadcast_shapes(a1.shape, a2.shape)
    except ValueError:
        return False
    return bool(np.all(a1 == a2))


def count_nonzero(a, axis=None, *, keepdims=False):
    """how many are not 0 (or not False)

    >>> np.count_nonzero([0, 2, 3])
    2
    """
    count = np.sum(np.asarray(a) != 0, axis=axis, dtype=int,
                   keepdims=keepdims)
    return int(count) if axis is None and not keepdims else count


def _less(a, b):
    return a < b or (b != b and a == a)


def _swap(x, i, j):
    x[i], x[j] = x[j], x[i]


def _low_pivot(x, low, high):
    """The middle of three goes to low, the least to low + 1."""
    mid = low + (high - low) // 2
    if _less(x[high][0], x[mid][0]):
        _swap(x, high, mid)
    if _less(x[high][0], x[low][0]):
        _swap(x, high, low)
    if _less(x[low][0], x[mid][0]):
        _swap(x, low, mid)
    _swap(x, mid, low + 1)


def _around_pivot(x, low, high):
    """What is smaller than x[low] comes before it: where it is then, and where
    the larger ones begin (Hoare 1961)."""
    left, right, pivot = low + 1, high, x[low][0]
    while True:
        left += 1
        while _less(x[left][0], pivot):
            left += 1
        right -= 1
        while _less(pivot, x[right][0]):
            right -= 1
        if right < left:
            break
        _swap(x, left, right)
    _swap(x, low, right)
    return right, left


def _select_few(x, low, high, count):
    """The `count` smallest, each found in turn."""
    for i in range(low, low + count):
        least = i
        for k in range(i + 1, high + 1):
            if _less(x[k][0], x[least][0]):
                least = k
        _swap(x, i, least)


def _select(x, kth, pivots, inexact):
    """The kth smallest of the pairs x to its place, in the steps of NumPy's
    introselect (Musser 1997)."""
    low, high = 0, len(x) - 1
    while pivots:
        if pivots[-1] > kth:
            high = pivots[-1] - 1
            break
        if pivots[-1] == kth:
            return
        low = pivots.pop() + 1
    if kth - low < 3:
        _select_few(x, low, high, kth - low + 1)
        pivots.append(kth)
        return
    if inexact and kth == len(x) - 1:
        most = low
        for k in range(low + 1, len(x)):
            if not _less(x[k][0], x[most][0]):
                most = k
        _swap(x, kth, most)
        return
    while low + 1 < high:
        _low_pivot(x, low, high)
        at, after = _around_pivot(x, low, high)
        if at > kth:
            pivots.append(at)
        if at >= kth:
            high = at - 1
        if at <= kth:
            low = after
    if high == low + 1 and _less(x[high][0], x[low][0]):
        _swap(x, high, low)
    pivots.append(kth)


def _parted(a, kth, axis, part):
    """Every line's pairs of value and place, parted; element `part` of each
    pair as an array."""
    a = np.asarray(a)
    if axis is None:
        a, axis = a.ravel(), -1
    if not -a.ndim <= axis < a.ndim:
        raise np.AxisError(f"axis {axis} is out of bounds for array of "
                           f"dimension {a.ndim}")
    n = a.shape[axis]
    for k in np.ravel(kth).tolist():
        if not -n <= k < n:
            raise ValueError(f"kth(={k}) out of bounds ({n})")
    wanted = sorted([k % n for k in np.ravel(kth).tolist()])
    last = np.moveaxis(a, axis, -1)
    rows = []
    for row in last.reshape(-1, n).tolist():
        pairs, pivots = list(zip(row, range(n))), []
        for k in wanted:
            _select(pairs, k, pivots, a.dtype.kind == "f")
        rows.append([p[part] for p in pairs])
    out = np.array(rows, dtype=int if part else a.dtype)
    return np.moveaxis(out.reshape(last.shape), -1, axis).copy()


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """the kth smallest in its place, smaller ones before it

    >>> np.partition([3, 4, 2, 1], 2)
    array([1, 2, 3, 4])
    """
    return _parted(a, kth, axis, 0)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """the places that partition takes its elements from

    >>> np.argpartition([3, 4, 2, 1], 2)
    array([3, 2, 0, 1])
    """
    return _parted(a, kth, axis, 1)
