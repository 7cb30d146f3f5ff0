# SPDX-License-Identifier: GPL-3.0-or-later
# np.random.default_rng: NumPy's new generator, the same stream.
import numpy as np
from _xent import (address, pcg_bounded, pcg_exponentials,
                   pcg_float_uniforms, pcg_integers, pcg_interval, pcg_new,
                   pcg_normals, pcg_shuffle, pcg_uniforms, refuse)


def _words(seed):
    """A seed as words of 32 bits."""
    if isinstance(seed, (list, tuple, range, np.ndarray)):
        out = []
        for s in seed:
            out += _words(s)
        return out
    if isinstance(seed, str) or isinstance(seed, float) and not isinstance(
            seed, np.generic):
        raise TypeError("SeedSequence expects int or sequence of ints for "
                        f"entropy not {seed}")
    seed = int(seed)
    if seed < 0:
        raise ValueError("expected non-negative integer")
    out = []
    while seed > 0 or not out:
        out.append(seed & 0xFFFFFFFF)
        seed >>= 32
    return out


def _count(size):
    if size is None:
        return 1
    if isinstance(size, (int, np.integer)):
        size = (size,)
    n = 1
    for k in size:
        if k < 0:
            raise ValueError("negative dimensions are not allowed")
        n *= int(k)
    return n


def _sized(line, size, dtype=None):
    """A line of draws in the shape asked for; None: one Python number."""
    if dtype is not None:
        line = line.astype(dtype)
    if size is None:
        return line[0].item()
    return line.reshape(size)


def _wide(size, *params):
    """Parameters broadcast to one shape, and that shape; all numbers: None."""
    params = [np.asarray(p, dtype=float) for p in params]
    if all(p.ndim == 0 for p in params):
        return [float(p) for p in params], size
    shape = np.broadcast_shapes(*[p.shape for p in params])
    if size is not None:
        size = (size,) if isinstance(size, (int, np.integer)) else tuple(size)
        if np.broadcast_shapes(shape, size) != size:
            raise ValueError(
                f"Output size {size} is not compatible with broadcast "
                f"dimensions of inputs {shape}.")
        shape = size
    return [np.broadcast_to(p, shape) for p in params], shape


class BitGenerator:
    __module__ = "numpy.random.bit_generator"


class PCG64(BitGenerator):
    """the bits behind np.random.default_rng"""
    __module__ = "numpy.random._pcg64"

    def __init__(self, seed=None):
        self._g = pcg_new(None if seed is None else _words(seed))


class Generator:
    """a stream of random numbers, made by np.random.default_rng

    >>> np.random.default_rng(42).integers(0, 10, 5)
    array([0, 7, 6, 4, 4])
    """
    __module__ = "numpy.random._generator"

    def __init__(self, bit_generator):
        if not isinstance(bit_generator, PCG64):
            raise AttributeError(f"'{type(bit_generator).__name__}' object "
                                 "has no attribute 'capsule'")
        self._bit_generator = bit_generator
        self._g = bit_generator._g

    @property
    def bit_generator(self):
        return self._bit_generator

    def __str__(self):
        return "Generator(PCG64)"

    def __repr__(self):
        return f"Generator(PCG64) at {address(self)}"

    def random(self, size=None, dtype=np.float64, out=None):
        """uniform numbers of [0, 1)"""
        if out is not None:
            out[...] = pcg_uniforms(self._g, out.size).reshape(out.shape)
            return out
        dtype = np.dtype(dtype)
        if dtype == np.float32:
            return _sized(pcg_float_uniforms(self._g, _count(size)), size,
                          np.float32)
        if dtype != np.float64:
            raise TypeError(f"Unsupported dtype {dtype!r} for random")
        return _sized(pcg_uniforms(self._g, _count(size)), size)

    def standard_normal(self, size=None, dtype=np.float64, out=None):
        """normal numbers around 0 with deviation 1"""
        if np.dtype(dtype) != np.float64:
            refuse("float32 from Generator.standard_normal()")
        if out is not None:
            out[...] = pcg_normals(self._g, out.size).reshape(out.shape)
            return out
        return _sized(pcg_normals(self._g, _count(size)), size)

    def standard_exponential(self, size=None, dtype=np.float64, method="zig",
                             out=None):
        """exponential numbers with mean 1"""
        if method != "zig" or np.dtype(dtype) != np.float64:
            refuse("this form of Generator.standard_exponential()")
        return _sized(pcg_exponentials(self._g, _count(size)), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """normal numbers around loc with deviation scale"""
        (loc, scale), size = _wide(size, loc, scale)
        if np.any(np.signbit(scale)):
            raise ValueError("scale < 0")
        line = pcg_normals(self._g, _count(size))
        if size is None:
            return (loc + scale * line)[0].item()
        return loc + scale * line.reshape(size)

    def uniform(self, low=0.0, high=1.0, size=None):
        """uniform numbers of [low, high)"""
        (low, high), size = _wide(size, low, high)
        if not np.all(np.isfinite(np.subtract(high, low))):
            raise OverflowError("high - low range exceeds valid bounds")
        if np.any(np.subtract(high, low) < 0):
            raise ValueError("high - low < 0")
        line = pcg_uniforms(self._g, _count(size))
        if size is None:
            return (low + (high - low) * line)[0].item()
        return low + (high - low) * line.reshape(size)

    def exponential(self, scale=1.0, size=None):
        """exponential numbers with mean scale"""
        (scale,), size = _wide(size, scale)
        if np.any(np.signbit(scale)):
            raise ValueError("scale < 0")
        line = pcg_exponentials(self._g, _count(size))
        if size is None:
            return (scale * line)[0].item()
        return scale * line.reshape(size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """numbers whose logarithms are normal"""
        return np.exp(self.normal(mean, sigma, size))

    def integers(self, low, high=None, size=None, dtype=np.int64,
                 endpoint=False):
        """whole numbers of [low, high), or of [0, low)"""
        if high is None:
            low, high = 0, low
        kind = np.dtype(dtype)
        if kind.kind not in "iub":
            raise TypeError(f"Unsupported dtype {kind!r} for integers")
        if np.ndim(low) or np.ndim(high):
            return self._many(low, high, size, kind, endpoint)
        low, last = int(low), int(high) - (0 if endpoint else 1)
        least, most = (0, 1) if kind.kind == "b" else (
            np.iinfo(kind).min, np.iinfo(kind).max)
        if low < least:
            raise ValueError(f"low is out of bounds for {kind}")
        if last > most:
            raise ValueError(f"high is out of bounds for {kind}")
        if last < low:
            word = ">" if endpoint else ">="
            raise ValueError(f"high {'<' if endpoint else '<='} 0"
                             if low == 0 else f"low {word} high")
        line = pcg_integers(self._g, low, last - low, _count(size), kind)
        if size is not None:
            return line.reshape(size)
        return dtype(line[0]) if dtype in (int, bool) else line[0]

    def _many(self, low, high, size, kind, endpoint):
        low, high = np.broadcast_arrays(low, high)
        shape = low.shape if size is None else size
        low, high = np.broadcast_to(low, shape), np.broadcast_to(high, shape)
        if np.any(high - (0 if endpoint else 1) < low):
            raise ValueError("low >= high")
        out = [pcg_integers(self._g, int(a), int(b) - int(a) -
                            (0 if endpoint else 1), 1, kind)[0]
               for a, b in zip(np.ravel(low), np.ravel(high))]
        return np.array(out, dtype=kind).reshape(shape)

    def shuffle(self, x, axis=0):
        """shuffles a list or array in place"""
        if isinstance(x, np.ndarray):
            if not x.ndim:
                raise TypeError("len() of unsized object")
            place = np.arange(x.shape[axis])
            pcg_shuffle(self._g, place, 1, True)
            x[...] = np.take(x, place, axis)
            return
        if axis != 0:
            raise NotImplementedError(
                "Axis argument is only supported on ndarray objects")
        for i in range(len(x) - 1, 0, -1):
            j = pcg_interval(self._g, i)
            x[i], x[j] = x[j], x[i]

    def permutation(self, x, axis=0):
        """a shuffled copy, or 0 .. x-1 shuffled"""
        if isinstance(x, (int, np.integer)):
            place = np.arange(x)
            pcg_shuffle(self._g, place, 1, True)
            return place
        x = np.asarray(x)
        place = np.arange(x.shape[axis])
        pcg_shuffle(self._g, place, 1, True)
        return np.take(x, place, axis)

    def permuted(self, x, *, axis=None, out=None):
        """a copy with its elements shuffled, or each line by itself"""
        if axis is not None:
            refuse("the keyword 'axis' of Generator.permuted()")
        x = np.asarray(x)
        place = np.arange(x.size)
        pcg_shuffle(self._g, place, 1, True)
        return np.take(x, place).reshape(x.shape)

    def choice(self, a, size=None, replace=True, p=None, axis=0,
               shuffle=True):
        """some of a, or of 0 .. a-1, with probabilities p"""
        whole = isinstance(a, (int, np.integer))
        n = int(a) if whole else np.asarray(a).shape[axis]
        count = _count(size)
        if whole and n <= 0 and count:
            raise ValueError("a must be a positive integer unless no samples "
                             "are taken")
        if not whole and n == 0 and count:
            raise ValueError("a cannot be empty unless no samples are taken")
        if p is not None:
            p = _probabilities(p, n)
        if replace:
            places = self._with(n, count, p)
        else:
            if count > n:
                raise ValueError("Cannot take a larger sample than "
                                 "population when replace is False")
            places = self._without(n, count, p, shuffle)
        if size is None:
            place = int(places[0])
            return place if whole else _taken(a, place, axis)
        places = places.reshape(size)
        return places if whole else _taken(a, places, axis)

    def _with(self, n, count, p):
        if p is None:
            return pcg_integers(self._g, 0, n - 1, count, np.int64)
        steps = np.cumsum(p)
        steps = steps / steps[-1]
        return np.searchsorted(steps, pcg_uniforms(self._g, count),
                               side="right")

    def _without(self, n, count, p, shuffle):
        if p is not None:
            return self._without_p(count, p)
        if n > 10000 and count > n // (50 if shuffle else 20):
            places = np.arange(n)
            pcg_shuffle(self._g, places, max(n - count, 1), False)
            return places[n - count:].copy()
        # R. W. Floyd's way: j joins where a drawn number is there already.
        seen, places = set(), []
        for j in range(n - count, n):
            k = pcg_bounded(self._g, j)
            k = j if k in seen else k
            seen.add(k)
            places.append(k)
        places = np.array(places, dtype=int)
        if shuffle:
            pcg_shuffle(self._g, places, 1, False)
        return places

    def _without_p(self, count, p):
        if np.count_nonzero(p > 0) < count:
            raise ValueError("Fewer non-zero entries in p than size")
        p, found = p.copy(), np.zeros(0, dtype=int)
        while len(found) < count:
            x = pcg_uniforms(self._g, count - len(found))
            p[found] = 0
            steps = np.cumsum(p)
            steps = steps / steps[-1]
            new = np.searchsorted(steps, x, side="right")
            first = np.sort(np.unique(new, return_index=True)[1])
            found = np.concatenate((found, new[first]))
        return found

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn",
                            tol=1e-8, *, method="svd"):
        """normal vectors with a mean and covariances"""
        from numpy_random import correlated
        if method != "svd":
            refuse(f"method='{method}' of multivariate_normal()")
        return correlated(self.standard_normal, mean, cov, size, check_valid,
                          tol)


def _taken(a, places, axis):
    a = np.asarray(a)
    return np.take(a, places, axis) if isinstance(a, np.ndarray) else a[places]


def _probabilities(p, n):
    p = np.asarray(p, dtype=float)
    if p.ndim != 1:
        raise ValueError("p must be 1-dimensional")
    if p.size != n:
        raise ValueError("a and p must have same size")
    if np.any(np.isnan(p)):
        raise ValueError("probabilities contain NaN")
    if np.any(p < 0):
        raise ValueError("probabilities are not non-negative")
    if abs(p.sum() - 1.0) > 1.4901161193847656e-08:
        raise ValueError("probabilities do not sum to 1")
    return p


def default_rng(seed=None):
    """NumPy's generator of random numbers, started by a seed

    >>> np.random.default_rng(0).random()
    0.6369616873214543
    """
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, PCG64):
        return Generator(seed)
    return Generator(PCG64(seed))
