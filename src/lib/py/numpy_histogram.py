# SPDX-License-Identifier: GPL-3.0-or-later
# How often values fall into intervals.
import numpy as np
from _xent import refuse


def _span(a, range):
    """The ends of a histogram."""
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError(
                "max must be larger than min in range parameter.")
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(
                f"supplied range of [{first}, {last}] is not finite")
    elif a.size == 0:
        first, last = 0, 1
    else:
        first, last = a.min(), a.max()
        if not (np.isfinite(first) and np.isfinite(last)):
            raise ValueError(
                f"autodetected range of [{first}, {last}] is not finite")
    if first == last:
        first = first - 0.5
        last = last + 0.5
    return first, last


def _width(x, name):
    """The width of bins by one of the usual rules."""
    if name == "sqrt":
        return np.ptp(x) / np.sqrt(x.size)
    if name == "sturges":
        return np.ptp(x) / (np.log2(x.size) + 1.0)
    if name == "rice":
        return np.ptp(x) / (2.0 * x.size ** (1.0 / 3))
    if name == "scott":
        return (24.0 * np.pi ** 0.5 / x.size) ** (1.0 / 3.0) * np.std(x)
    upper, lower = np.percentile(x, [75, 25])
    fd = 2.0 * (upper - lower) * x.size ** (-1.0 / 3.0)
    if name == "fd":
        return fd
    return min(fd, _width(x, "sturges")) if fd else _width(x, "sturges")


def _bin_count(a, name, first, last, given, weights):
    if name not in ("auto", "fd", "rice", "scott", "sqrt", "sturges"):
        if name in ("doane", "stone"):
            refuse(f"bins='{name}' of histograms")
        raise ValueError(f"{name!r} is not a valid estimator for `bins`")
    if weights is not None:
        raise TypeError("Automated estimation of the number of bins is not "
                        "supported for weighted data")
    if given is not None:
        a = a[(a >= first) & (a <= last)]
    if a.size == 0:
        return 1
    width = _width(a, name)
    return int(np.ceil((last - first) / width)) if width else 1


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """the edges of the bins of a histogram

    >>> np.histogram_bin_edges([0, 4], bins=2)
    array([0., 2., 4.])
    """
    a = np.ravel(np.asarray(a))
    if isinstance(bins, str):
        first, last = _span(a, range)
        bins = _bin_count(a, bins, first, last, range, weights)
    elif np.ndim(bins) == 0:
        if isinstance(bins, float) or int(bins) != bins:
            raise TypeError("`bins` must be an integer, a string, or an array")
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
        first, last = _span(a, range)
    elif np.ndim(bins) == 1:
        edges = np.asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an "
                             "array")
        return edges
    else:
        raise ValueError("`bins` must be 1d, when an array")
    dtype = (np.zeros(0, a.dtype) + np.zeros(0, np.asarray(first).dtype)).dtype
    if dtype.kind in "iub":
        dtype = float
    return np.linspace(first, last, int(bins) + 1, dtype=dtype)


def histogram(a, bins=10, range=None, density=None, weights=None):
    """how many elements fall between the edges of bins, and the edges

    >>> np.histogram([1, 2, 1], bins=[0, 1, 2, 3])
    (array([0, 2, 1]), array([0, 1, 2, 3]))
    """
    a = np.asarray(a)
    if a.dtype == bool:
        a = a.astype(np.uint8)
    if weights is not None:
        weights = np.asarray(weights)
        if weights.shape != a.shape:
            raise ValueError("weights should have the same shape as a.")
        weights = weights.ravel()
    a = a.ravel()
    edges = histogram_bin_edges(a, bins, range, weights)
    n = len(edges) - 1
    order = np.argsort(a, kind="stable")
    x = a[order]
    if np.ndim(bins) == 0:
        x, order = _evened(x, order, edges)
    cuts = np.searchsorted(x, edges[:-1], "left").tolist()
    cuts.append(int(np.searchsorted(x, edges[-1], "right")))
    if weights is None:
        counts = np.diff(np.array(cuts))
    else:
        running = np.concatenate(([0], weights[order].cumsum()))
        counts = np.diff(running[np.array(cuts)])
        if np.ndim(bins) == 0:
            counts = np.array([_one_by_one(weights[np.sort(
                order[cuts[k]:cuts[k + 1]])]) for k in np.arange(n)],
                dtype=np.zeros(0, weights.dtype).cumsum().dtype)
    if density:
        widths = np.array(np.diff(edges), float)
        return counts / widths / counts.sum(), edges
    return counts, edges


def _evened(x, order, edges):
    """The sorted values within the edges."""
    keep = (x >= edges[0]) & (x <= edges[-1])
    return x[keep], order[keep]


def _one_by_one(values):
    total = values.dtype.type(0)
    for v in values:
        total = total + v
    return total


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """how many points fall into the cells of a grid, and its edges

    >>> np.histogram2d([0, 1, 1], [0, 1, 1], bins=2)[0]
    array([[1., 0.],
           [0., 2.]])
    """
    x, y = np.asarray(x), np.asarray(y)
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    one = np.ndim(bins) == 0
    both = [bins, bins] if one or len(bins) not in (1, 2) else list(bins)
    if len(both) == 1:
        both = both * 2
    edges, places = [], []
    for k, line in enumerate((x, y)):
        ends = None if range is None else range[k]
        e = histogram_bin_edges(line, both[k], ends).astype(float)
        at = np.searchsorted(e, line, side="right")
        at[line == e[-1]] -= 1
        edges.append(e)
        places.append(at)
    nx, ny = len(edges[0]) - 1, len(edges[1]) - 1
    flat = places[0] * (ny + 2) + places[1]
    counts = np.bincount(flat, weights, minlength=(nx + 2) * (ny + 2))
    counts = counts.astype(float).reshape(nx + 2, ny + 2)[1:-1, 1:-1]
    if density:
        total = counts.sum()
        counts = counts / np.diff(edges[0])[:, None]
        counts = counts / np.diff(edges[1])[None, :]
        counts = counts / total
    return counts, edges[0], edges[1]


def digitize(x, bins, right=False):
    """in which bin each element falls

    >>> np.digitize([0.5, 1.5, 9], [0, 1, 2])
    array([1, 2, 3])
    """
    x, bins = np.asarray(x), np.asarray(bins)
    steps = np.diff(bins)
    if np.all(steps >= 0):
        return np.searchsorted(bins, x, side="left" if right else "right")
    if not np.all(steps <= 0):
        raise ValueError("bins must be monotonically increasing or "
                         "decreasing")
    return len(bins) - np.searchsorted(bins[::-1], x,
                                       side="right" if right else "left")
