# SPDX-License-Identifier: GPL-3.0-or-later
# numpy.linalg: decompositions in the steps and with the signs of LAPACK.
import math

import numpy as np
from _xent import refuse
import numpy_common as common
import numpy_decompose as decompose


def _matrix(a):
    a = np.asarray(a)
    if a.ndim < 2:
        raise np.linalg.LinAlgError(
            f"{a.ndim}-dimensional array given. Array must be at least "
            "two-dimensional")
    return a


def _square(a):
    a = _matrix(a)
    if a.shape[-1] != a.shape[-2]:
        raise np.linalg.LinAlgError(
            "Last 2 dimensions of the array must be square")
    return a


def _result_dtype(a):
    return np.float32 if a.dtype == np.float32 else np.float64


def _each(a, function):
    """The function's results for all matrices of a stack, stacked."""
    lead = a.shape[:-2]
    flat = a.reshape((-1,) + a.shape[-2:])
    parts = [function(m) for m in flat]
    several = isinstance(parts[0], tuple)
    columns = list(zip(*parts)) if several else [parts]
    out = []
    for column in columns:
        x = np.array([np.asarray(c) for c in column])
        out.append(x.reshape(lead + x.shape[1:]))
    return tuple(out) if several else out[0]


def _over(a, function):
    return function(a) if a.ndim == 2 else _each(a, function)


def cholesky(a):
    """L of a = L L^T, L lower triangular

    >>> np.linalg.cholesky([[4., 2.], [2., 5.]])
    array([[2., 0.],
           [1., 2.]])
    """
    a = _square(a)
    return _over(a, _cholesky)


def _cholesky(a):
    dtype = _result_dtype(a)
    x = a.astype(float)
    n = len(x)
    lower = np.zeros((n, n))
    for j in range(n):
        pivot = x[j, j] - np.dot(lower[j, :j], lower[j, :j])
        if not pivot > 0:
            raise np.linalg.LinAlgError("Matrix is not positive definite")
        lower[j, j] = math.sqrt(pivot)
        for i in range(j + 1, n):
            part = x[i, j] - np.dot(lower[i, :j], lower[j, :j])
            lower[i, j] = part / lower[j, j]
    return lower.astype(dtype)


def qr(a, mode="reduced"):
    """a = Q R, Q of upright unit columns, R upper triangular

    >>> np.linalg.qr([[3., 0.], [4., 5.]])[1]
    array([[-5., -4.],
           [ 0.,  3.]])
    """
    if mode not in ("reduced", "complete", "r"):
        if mode in ("raw", "f", "full", "e", "economic"):
            refuse(f"mode='{mode}' of qr()")
        raise ValueError(f"Unrecognized mode '{mode}'")
    a = _matrix(a)
    dtype = _result_dtype(a)
    if a.ndim > 2:
        if mode == "r":
            return _each(a, lambda m: qr(m, mode))
        return _each(a, lambda m: qr(m, mode))
    q, r = decompose.triangle(a.astype(float), mode == "complete")
    if mode == "r":
        return r.astype(dtype)
    return q.astype(dtype), r.astype(dtype)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """a = U diag(s) V^T, s descending

    >>> np.linalg.svd([[3., 0.], [0., 4.]])[1]
    array([4., 3.])
    """
    a = _matrix(a)
    dtype = _result_dtype(a)
    if a.ndim > 2:
        if compute_uv:
            return _each(a, lambda m: svd(m, full_matrices, True))
        return _each(a, lambda m: svd(m, full_matrices, False))
    _finite(a, "SVD did not converge")
    u, s, vt = decompose.bidiagonal_svd(a.astype(float), full_matrices)
    if not compute_uv:
        return s.astype(dtype)
    return u.astype(dtype), s.astype(dtype), vt.astype(dtype)


def _finite(a, text):
    if not np.all(np.isfinite(a)):
        raise np.linalg.LinAlgError(text)


def eigh(a, UPLO="L"):
    """eigenvalues, ascending, and eigenvectors of a symmetric matrix

    >>> np.linalg.eigh([[2., 0.], [0., 1.]])[0]
    array([1., 2.])
    """
    UPLO = UPLO.upper()
    if UPLO not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    a = _square(a)
    if a.ndim > 2:
        return _each(a, lambda m: eigh(m, UPLO))
    _finite(a, "Eigenvalues did not converge")
    dtype = _result_dtype(a)
    w, v = decompose.symmetric_eigen(a.astype(float), UPLO == "L")
    return w.astype(dtype), v.astype(dtype)


def eigvalsh(a, UPLO="L"):
    """eigenvalues, ascending, of a symmetric matrix

    >>> np.linalg.eigvalsh([[2., 0.], [0., 1.]])
    array([1., 2.])
    """
    a = _square(a)
    if a.ndim > 2:
        return _each(a, lambda m: eigvalsh(m, UPLO))
    return eigh(a, UPLO)[0]


def pinv(a, rcond=1e-15, hermitian=False):
    """the inverse of Moore and Penrose, for any matrix

    >>> np.linalg.pinv([[2., 0.], [0., 0.]])
    array([[0.5, 0. ],
           [0. , 0. ]])
    """
    a = np.asarray(a)
    if not a.size:
        return np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]),
                        dtype=a.dtype)
    u, s, vt = svd(a, full_matrices=False)
    cutoff = rcond * np.max(s, axis=-1, keepdims=True)
    large = s > cutoff
    s = np.where(large, 1 / np.where(large, s, 1), 0).astype(s.dtype)
    return np.matmul(np.swapaxes(vt, -1, -2),
                     np.multiply(s[..., np.newaxis], np.swapaxes(u, -1, -2)))


def matrix_rank(A, tol=None, hermitian=False):
    """how many directions a matrix keeps

    >>> np.linalg.matrix_rank(np.eye(3))
    3
    """
    A = np.asarray(A)
    if A.ndim < 2:
        return int(not np.all(A == 0))
    s = svd(A, compute_uv=False)
    if tol is None:
        eps = np.finfo(s.dtype).eps
        tol = np.max(s, axis=-1, keepdims=True) * max(A.shape[-2:]) * eps
    else:
        tol = np.asarray(tol)[..., np.newaxis]
    return np.sum(s > tol, axis=-1)


def cond(x, p=None):
    """the largest singular value through the smallest

    >>> np.linalg.cond(np.eye(2))
    1.0
    """
    x = np.asarray(x)
    if x.size == 0:
        raise np.linalg.LinAlgError("cond is not defined on empty arrays")
    if p is None or p == 2 or p == -2:
        s = svd(x, compute_uv=False)
        r = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
        return r
    return norm(x, p, axis=(-2, -1)) * norm(np.linalg.inv(x), p,
                                            axis=(-2, -1))


def matrix_power(a, n):
    """a times itself, n times

    >>> np.linalg.matrix_power(np.array([[1, 1], [0, 1]]), 3)
    array([[1, 3],
           [0, 1]])
    """
    a = _square(a)
    if not isinstance(n, (int, np.integer)):
        raise TypeError("exponent must be an integer")
    if n == 0:
        return np.broadcast_to(np.eye(a.shape[-1], dtype=a.dtype),
                               a.shape).copy()
    if n < 0:
        a, n = np.linalg.inv(a), -n
    if n <= 3:
        return a if n == 1 else np.matmul(a, a) if n == 2 else np.matmul(
            np.matmul(a, a), a)
    z = result = None
    while n > 0:
        z = a if z is None else np.matmul(z, z)
        n, bit = divmod(n, 2)
        if bit:
            result = z if result is None else np.matmul(result, z)
    return result


def slogdet(a):
    """the sign of the determinant and the logarithm of its size

    >>> np.linalg.slogdet(np.eye(2))[1]
    0.0
    """
    a = _square(a)
    if a.ndim > 2:
        return _each(a, slogdet)
    x, sign, total = a.astype(float), 1.0, 0.0
    n = len(x)
    for j in range(n):
        p = j + int(np.argmax(np.abs(x[j:, j])))
        if x[p, j] == 0:
            return np.float64(0.0), np.float64(-np.inf)
        if p != j:
            x[[j, p]] = x[[p, j]]
            sign = -sign
        x[j + 1:, j] *= 1 / x[j, j]
        x[j + 1:, j + 1:] -= np.outer(x[j + 1:, j], x[j, j + 1:])
    for d in np.diag(x):
        sign = -sign if d < 0 else sign
        total += math.log(abs(d))
    kind = _result_dtype(a)
    return kind(sign), kind(total)


def lstsq(a, b, rcond="warn"):
    """the x of least squares of a x - b, its residuals, rank and singular
    values

    >>> np.linalg.lstsq(np.eye(2), np.array([1., 2.]), rcond=None)[0]
    array([1., 2.])
    """
    a, b = np.asarray(a), np.asarray(b)
    line = b.ndim == 1
    if line:
        b = b[:, np.newaxis]
    if a.ndim != 2:
        raise np.linalg.LinAlgError(
            f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    m, n = a.shape
    if m != b.shape[0]:
        raise np.linalg.LinAlgError("Incompatible dimensions")
    if rcond == "warn":
        rcond = -1
    if rcond is None:
        rcond = np.finfo(_result_dtype(a)).eps * max(n, m)
    u, s, vt = decompose.bidiagonal_svd(a.astype(float), False)
    limit = (rcond if rcond >= 0 else np.finfo(float).eps) * s[0]
    rank = int(np.sum(s > limit))
    x = np.dot(vt[:rank].T, np.dot(u[:, :rank].T, b) / s[:rank, None])
    if rank == n and m > n:
        gap = b - np.dot(a, x)
        residuals = np.sum(gap ** 2, axis=0)
    else:
        residuals = np.array([], dtype=float)
    if line:
        x = x[:, 0]
    dtype = _result_dtype(a)
    return (x.astype(dtype), residuals.astype(dtype), np.int32(rank),
            s.astype(dtype))


def multi_dot(arrays, *, out=None):
    """the product of several matrices, in the cheapest order

    >>> np.linalg.multi_dot([np.eye(2), np.eye(2), np.array([1., 2.])])
    array([1., 2.])
    """
    n = len(arrays)
    if n < 2:
        raise ValueError("Expecting at least two arrays.")
    arrays = [np.asarray(a) for a in arrays]
    if n == 2:
        return np.dot(arrays[0], arrays[1])
    first, last = arrays[0].ndim, arrays[-1].ndim
    if first == 1:
        arrays[0] = np.atleast_2d(arrays[0])
    if last == 1:
        arrays[-1] = np.atleast_2d(arrays[-1]).T
    result = _chain(arrays)
    if first == 1 and last == 1:
        return result[0, 0]
    return result.ravel() if first == 1 or last == 1 else result


def _chain(arrays):
    """The order of fewest multiplications (dynamic programming)."""
    n = len(arrays)
    sizes = [a.shape[0] for a in arrays] + [arrays[-1].shape[1]]
    cost = [[0] * n for _ in range(n)]
    cut = [[0] * n for _ in range(n)]
    for length in range(1, n):
        for i in range(n - length):
            j = i + length
            cost[i][j] = math.inf
            for k in range(i, j):
                q = (cost[i][k] + cost[k + 1][j] +
                     sizes[i] * sizes[k + 1] * sizes[j + 1])
                if q < cost[i][j]:
                    cost[i][j], cut[i][j] = q, k

    def product(i, j):
        if i == j:
            return arrays[i]
        k = cut[i][j]
        return np.dot(product(i, k), product(k + 1, j))

    return product(0, n - 1)


def norm(x, ord=None, axis=None, keepdims=False):
    """the length of a vector, or the size of a matrix

    >>> np.linalg.norm([[3., 4.], [0., 0.]], 1)
    4.0
    """
    x = np.asarray(x)
    if x.dtype.kind != "f":
        x = x.astype(float)
    if axis is None and (ord is None or x.ndim == 1 and ord == 2 or
                         x.ndim == 2 and ord in ("f", "fro")):
        flat = x.ravel()
        r = np.sqrt(np.dot(flat, flat))
        return r.reshape((1,) * x.ndim) if keepdims else r
    if axis is None:
        axes = tuple(range(x.ndim))
    elif isinstance(axis, tuple):
        axes = axis
    else:
        try:
            axes = (int(axis),)
        except (TypeError, ValueError):
            raise TypeError(
                "'axis' must be None, an integer or a tuple of integers")
    if len(axes) == 1:
        return _vector_norm(x, ord, axes[0], keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    if ord == np.inf:
        return abs(x).max(axis=axis, keepdims=keepdims)
    if ord == -np.inf:
        return abs(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return np.sum(abs(x), axis=axis, keepdims=keepdims)
    if ord is None or ord == 2:
        return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    total = np.sum(abs(x) ** ord, axis=axis, keepdims=keepdims)
    return total ** np.reciprocal(ord, dtype=total.dtype)


def _matrix_norm(x, ord, axes, keepdims):
    rows, columns = [common.axis_of(k, x.ndim) for k in axes]
    if rows == columns:
        raise ValueError("Duplicate axes given.")
    if ord in (2, -2, "nuc"):
        s = svd(np.moveaxis(x, (rows, columns), (-2, -1)), compute_uv=False)
        r = (s.max(axis=-1) if ord == 2 else s.min(axis=-1) if ord == -2
             else s.sum(axis=-1))
    elif ord in (1, -1, np.inf, -np.inf):
        along, then = (rows, columns) if abs(ord) == 1 else (columns, rows)
        sums = np.sum(abs(x), axis=along)
        then = then - 1 if then > along else then
        r = sums.max(axis=then) if ord > 0 else sums.min(axis=then)
    elif ord in (None, "fro", "f"):
        r = np.sqrt(np.sum(x * x, axis=(rows, columns)))
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        shape = [1 if k in (rows, columns) else n
                 for k, n in enumerate(x.shape)]
        r = r.reshape(shape)
    return r


def eigvals(a):
    """eigenvalues of any matrix: refused, use eigvalsh for symmetric ones"""
    refuse("'numpy.linalg.eigvals' of matrices that are not symmetric; "
           "np.linalg.eigvalsh is for symmetric ones")


def eig(a):
    """eigenvalues of any matrix: refused, use eigh for symmetric ones"""
    refuse("'numpy.linalg.eig'; np.linalg.eigh is for symmetric matrices")
