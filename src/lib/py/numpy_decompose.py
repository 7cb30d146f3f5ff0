# SPDX-License-Identifier: GPL-3.0-or-later
# Matrices taken apart by reflections and rotations, in the order of LAPACK so
# that signs agree: QR (dgeqr2), symmetric eigenvalues (dsytd2, dsteqr), and
# singular values (dgebd2, dbdsqr). Golub and Van Loan, Matrix Computations.
import math

import numpy as np

_EPS = 2.0 ** -53


def _reflection(x):
    """v, tau, beta: (I - tau v v^T) x = (beta, 0 ...), v[0] = 1 (dlarfg)."""
    alpha = float(x[0])
    rest = math.sqrt(float(np.dot(x[1:], x[1:]))) if len(x) > 1 else 0.0
    v = x.copy()
    v[0] = 1.0
    if rest == 0:
        v[1:] = 0.0
        return v, 0.0, alpha
    beta = -math.copysign(math.hypot(alpha, rest), alpha)
    v[1:] = x[1:] * (1 / (alpha - beta))
    return v, (beta - alpha) / beta, beta


def _reflect_rows(a, v, tau):
    """a = (I - tau v v^T) a, in place."""
    if tau:
        a -= np.outer(v, tau * np.dot(v, a))


def _reflect_columns(a, v, tau):
    """a = a (I - tau v v^T), in place."""
    if tau:
        a -= np.outer(tau * np.dot(a, v), v)


def triangle(a, complete):
    """Q and R of a = Q R; complete: Q is square."""
    a = a.copy()
    m, n = a.shape
    k = min(m, n)
    steps = []
    for j in range(k):
        v, tau, beta = _reflection(a[j:, j].copy())
        _reflect_rows(a[j:, j + 1:], v, tau)
        a[j, j] = beta
        a[j + 1:, j] = 0.0
        steps.append((v, tau))
    width = m if complete else k
    q = np.eye(m, width)
    for j in reversed(range(k)):
        _reflect_rows(q[j:, j:], steps[j][0], steps[j][1])
    return q, np.triu(a[:width])


def _rotation(f, g):
    """c, s, r: c f + s g = r, -s f + c g = 0 (dlartg)."""
    if g == 0:
        return 1.0, 0.0, f
    if f == 0:
        return 0.0, 1.0 if g > 0 else -1.0, abs(g)
    d = math.sqrt(f * f + g * g)
    r = math.copysign(d, f)
    return abs(f) / d, g / r, r


def _turn_columns(z, i, j, c, s):
    """Columns i and j of z: c i + s j, c j - s i."""
    a, b = z[:, i].copy(), z[:, j].copy()
    z[:, i] = c * a + s * b
    z[:, j] = c * b - s * a


def _turn_rows(z, i, j, c, s):
    a, b = z[i].copy(), z[j].copy()
    z[i] = c * a + s * b
    z[j] = c * b - s * a


# --- symmetric eigenvalues ---------------------------------------------------

def _tridiagonal(a, lower):
    """d, e, q: a = q T q^T with T of diagonal d and next diagonal e."""
    a = a.copy()
    n = len(a)
    a = np.tril(a) + np.tril(a, -1).T if lower else (
        np.triu(a) + np.triu(a, 1).T)
    e, q, steps = np.zeros(max(n - 1, 0)), np.eye(n), []
    order = range(n - 1) if lower else range(n - 1, 0, -1)
    for k in order:
        if lower:
            part = slice(k + 1, n)
            x = a[part, k].copy()
        else:
            part = slice(0, k)
            x = a[part, k][::-1].copy()
        v, tau, beta = _reflection(x)
        e[k if lower else k - 1] = beta
        v = v if lower else v[::-1].copy()
        if tau:
            block = a[part, part]
            w = tau * np.dot(block, v)
            w = w - 0.5 * tau * np.dot(w, v) * v
            block -= np.outer(v, w) + np.outer(w, v)
        steps.append((part, v, tau))
    for part, v, tau in reversed(steps):
        _reflect_rows(q[part], v, tau)
    return np.diag(a).copy(), e, q


def _two_by_two(a, b, c):
    """rt1, rt2, cs, sn of the symmetric [[a, b], [b, c]] (dlaev2)."""
    total, gap, both = a + c, a - c, b + b
    root = math.hypot(gap, both)
    big, small = (a, c) if abs(a) > abs(c) else (c, a)
    if total < 0:
        rt1, sign = 0.5 * (total - root), -1
        rt2 = (big / rt1) * small - (b / rt1) * b
    elif total > 0:
        rt1, sign = 0.5 * (total + root), 1
        rt2 = (big / rt1) * small - (b / rt1) * b
    else:
        rt1, rt2, sign = 0.5 * root, -0.5 * root, 1
    side = 1 if gap >= 0 else -1
    cs = gap + root if gap >= 0 else gap - root
    if abs(cs) > abs(both):
        ct = -both / cs
        sn = 1 / math.sqrt(1 + ct * ct)
        cs = ct * sn
    elif both == 0:
        cs, sn = 1.0, 0.0
    else:
        tn = -cs / both
        cs = 1 / math.sqrt(1 + tn * tn)
        sn = tn * cs
    if sign == side:
        cs, sn = -sn, cs
    return rt1, rt2, cs, sn


def _split(d, e, first):
    """The end of the block without a small e that begins at `first`."""
    n = len(d)
    for m in range(first, n - 1):
        size = abs(e[m])
        if size == 0:
            return m
        if size <= (math.sqrt(abs(d[m])) * math.sqrt(abs(d[m + 1]))) * _EPS:
            e[m] = 0.0
            return m
    return n - 1


def _ql(d, e, z, low, high):
    """Eigenvalues of the block low .. high by QL with implicit shifts."""
    at = low
    while at <= high:
        m = high
        for k in range(at, high):
            if abs(e[k]) ** 2 <= (_EPS * _EPS * abs(d[k])) * abs(d[k + 1]):
                m = k
                break
        if m < high:
            e[m] = 0.0
        p = d[at]
        if m == at:
            at += 1
            continue
        if m == at + 1:
            rt1, rt2, c, s = _two_by_two(d[at], e[at], d[at + 1])
            _turn_columns(z, at, at + 1, c, s)
            d[at], d[at + 1], e[at] = rt1, rt2, 0.0
            at += 2
            continue
        g = (d[at + 1] - p) / (2 * e[at])
        r = math.hypot(g, 1.0)
        g = d[m] - p + e[at] / (g + math.copysign(r, g))
        s, c, p, turns = 1.0, 1.0, 0.0, []
        for i in range(m - 1, at - 1, -1):
            f, b = s * e[i], c * e[i]
            c, s, r = _rotation(g, f)
            if i != m - 1:
                e[i + 1] = r
            g = d[i + 1] - p
            r = (d[i] - g) * s + 2 * c * b
            p = s * r
            d[i + 1] = g + p
            g = c * r - b
            turns.append((i, c, -s))
        for i, c, s in turns:
            _turn_columns(z, i, i + 1, c, s)
        d[at] -= p
        e[at] = g


def _qr(d, e, z, low, high):
    """The same from the other end."""
    at = high
    while at >= low:
        m = low
        for k in range(at, low, -1):
            if abs(e[k - 1]) ** 2 <= (_EPS * _EPS * abs(d[k])) * abs(d[k - 1]):
                m = k
                break
        if m > low:
            e[m - 1] = 0.0
        p = d[at]
        if m == at:
            at -= 1
            continue
        if m == at - 1:
            rt1, rt2, c, s = _two_by_two(d[at - 1], e[at - 1], d[at])
            _turn_columns(z, at - 1, at, c, s)
            d[at - 1], d[at], e[at - 1] = rt1, rt2, 0.0
            at -= 2
            continue
        g = (d[at - 1] - p) / (2 * e[at - 1])
        r = math.hypot(g, 1.0)
        g = d[m] - p + e[at - 1] / (g + math.copysign(r, g))
        s, c, p, turns = 1.0, 1.0, 0.0, []
        for i in range(m, at):
            f, b = s * e[i], c * e[i]
            c, s, r = _rotation(g, f)
            if i != m:
                e[i - 1] = r
            g = d[i] - p
            r = (d[i + 1] - g) * s + 2 * c * b
            p = s * r
            d[i] = g + p
            g = c * r - b
            turns.append((i, c, s))
        for i, c, s in turns:
            _turn_columns(z, i, i + 1, c, s)
        d[at] -= p
        e[at - 1] = g


def symmetric_eigen(a, lower):
    """Eigenvalues, ascending, and eigenvectors as columns."""
    n = len(a)
    if n < 2:
        return np.diag(a).copy(), np.ones((n, n))
    d, e, z = _tridiagonal(a, lower)
    d, e = [float(x) for x in d], [float(x) for x in e]
    first = 0
    while first < n:
        if first > 0:
            e[first - 1] = 0.0
        last = _split(d, e, first)
        if last > first:
            if abs(d[last]) < abs(d[first]):
                _qr(d, e, z, first, last)
            else:
                _ql(d, e, z, first, last)
        first = last + 1
    for i in range(n - 1):
        k = i
        for j in range(i + 1, n):
            if d[j] < d[k]:
                k = j
        if k != i:
            d[i], d[k] = d[k], d[i]
            z[:, [i, k]] = z[:, [k, i]]
    return np.array(d), z


# --- singular values ---------------------------------------------------------

def _bidiagonal(a):
    """d, e, q, p of a = q B p, a with at least as many rows as columns."""
    a = a.copy()
    m, n = a.shape
    left, right = [], []
    d, e = [], []
    for i in range(n):
        v, tau, beta = _reflection(a[i:, i].copy())
        d.append(beta)
        _reflect_rows(a[i:, i + 1:], v, tau)
        left.append((v, tau))
        if i < n - 1:
            v, tau, beta = _reflection(a[i, i + 1:].copy())
            e.append(beta)
            _reflect_columns(a[i + 1:, i + 1:], v, tau)
            right.append((v, tau))
    q, p = np.eye(m), np.eye(n)
    for i in reversed(range(n)):
        _reflect_rows(q[i:, i:], left[i][0], left[i][1])
    for i in reversed(range(len(right))):
        _reflect_columns(p[i + 1:, i + 1:], right[i][0], right[i][1])
    return d, e, q, p


def _triangle_svd(f, g, h):
    """Singular values and rotations of [[f, g], [0, h]] (dlasv2)."""
    ft, ht, fa, ha = f, h, abs(f), abs(h)
    largest = 1
    swap = ha > fa
    if swap:
        largest = 3
        ft, ht, fa, ha = ht, ft, ha, fa
    gt, ga = g, abs(g)
    if ga == 0:
        small, big, clt, crt, slt, srt = ha, fa, 1.0, 1.0, 0.0, 0.0
    else:
        usual = True
        if ga > fa:
            largest = 2
            if fa / ga < _EPS:
                usual = False
                big = ga
                small = fa / (ga / ha) if ha > 1 else (fa / ga) * ha
                clt, slt, srt, crt = 1.0, ht / gt, 1.0, ft / gt
        if usual:
            gap = fa - ha
            ell = 1.0 if gap == fa else gap / fa
            em = gt / ft
            t = 2 - ell
            mm, tt = em * em, t * t
            s = math.sqrt(tt + mm)
            r = abs(em) if ell == 0 else math.sqrt(ell * ell + mm)
            a = 0.5 * (s + r)
            small, big = ha / a, fa * a
            if mm == 0:
                if ell == 0:
                    t = math.copysign(2, ft) * math.copysign(1, gt)
                else:
                    t = gt / math.copysign(gap, ft) + em / t
            else:
                t = (em / (s + t) + em / (r + ell)) * (1 + a)
            ell = math.sqrt(t * t + 4)
            crt, srt = 2 / ell, t / ell
            clt = (crt + srt * em) / a
            slt = (ht / ft) * srt / a
    if swap:
        csl, snl, csr, snr = srt, crt, slt, clt
    else:
        csl, snl, csr, snr = clt, slt, crt, srt
    if largest == 1:
        sign = (math.copysign(1, csr) * math.copysign(1, csl) *
                math.copysign(1, f))
    elif largest == 2:
        sign = (math.copysign(1, snr) * math.copysign(1, csl) *
                math.copysign(1, g))
    else:
        sign = (math.copysign(1, snr) * math.copysign(1, snl) *
                math.copysign(1, h))
    big = math.copysign(big, sign)
    small = math.copysign(small, sign * math.copysign(1, f) *
                          math.copysign(1, h))
    return small, big, snr, csr, snl, csl


def _smallest_value(f, g, h):
    """The smaller singular value of [[f, g], [0, h]] (dlas2)."""
    f, g, h = abs(f), abs(g), abs(h)
    low, high = min(f, h), max(f, h)
    if low == 0:
        return 0.0
    if g < high:
        a, b = 1 + low / high, (high - low) / high
        u = (g / high) ** 2
        return low * (2 / (math.sqrt(a * a + u) + math.sqrt(b * b + u)))
    u = high / g
    if u == 0:
        return low * high / g
    a, b = 1 + low / high, (high - low) / high
    c = 1 / (math.sqrt(1 + (a * u) ** 2) + math.sqrt(1 + (b * u) ** 2))
    return 2 * ((low * c) * u)


def _chase_down(d, e, low, high, shift, vt, u):
    """One sweep from the top: with a shift, or the zero shift."""
    if shift == 0:
        cs, oldcs, oldsn = 1.0, 1.0, 0.0
        for i in range(low, high):
            cs, sn, r = _rotation(d[i] * cs, e[i])
            if i > low:
                e[i - 1] = oldsn * r
            oldcs, oldsn, d[i] = _rotation(oldcs * r, d[i + 1] * sn)
            _turn_rows(vt, i, i + 1, cs, sn)
            _turn_columns(u, i, i + 1, oldcs, oldsn)
        h = d[high] * cs
        d[high] = h * oldcs
        e[high - 1] = h * oldsn
        return
    f = (abs(d[low]) - shift) * (math.copysign(1, d[low]) + shift / d[low])
    g = e[low]
    for i in range(low, high):
        cosr, sinr, r = _rotation(f, g)
        if i > low:
            e[i - 1] = r
        f = cosr * d[i] + sinr * e[i]
        e[i] = cosr * e[i] - sinr * d[i]
        g = sinr * d[i + 1]
        d[i + 1] = cosr * d[i + 1]
        cosl, sinl, d[i] = _rotation(f, g)
        f = cosl * e[i] + sinl * d[i + 1]
        d[i + 1] = cosl * d[i + 1] - sinl * e[i]
        if i < high - 1:
            g = sinl * e[i + 1]
            e[i + 1] = cosl * e[i + 1]
        _turn_rows(vt, i, i + 1, cosr, sinr)
        _turn_columns(u, i, i + 1, cosl, sinl)
    e[high - 1] = f


def _chase_up(d, e, low, high, shift, vt, u):
    """One sweep from the bottom."""
    if shift == 0:
        cs, oldcs, oldsn = 1.0, 1.0, 0.0
        for i in range(high, low, -1):
            cs, sn, r = _rotation(d[i] * cs, e[i - 1])
            if i < high:
                e[i] = oldsn * r
            oldcs, oldsn, d[i] = _rotation(oldcs * r, d[i - 1] * sn)
            _turn_rows(vt, i - 1, i, oldcs, -oldsn)
            _turn_columns(u, i - 1, i, cs, -sn)
        h = d[low] * cs
        d[low] = h * oldcs
        e[low] = h * oldsn
        return
    f = (abs(d[high]) - shift) * (math.copysign(1, d[high]) + shift / d[high])
    g = e[high - 1]
    for i in range(high, low, -1):
        cosr, sinr, r = _rotation(f, g)
        if i < high:
            e[i] = r
        f = cosr * d[i] + sinr * e[i - 1]
        e[i - 1] = cosr * e[i - 1] - sinr * d[i]
        g = sinr * d[i - 1]
        d[i - 1] = cosr * d[i - 1]
        cosl, sinl, d[i] = _rotation(f, g)
        f = cosl * e[i - 1] + sinl * d[i - 1]
        d[i - 1] = cosl * d[i - 1] - sinl * e[i - 1]
        if i > low + 1:
            g = sinl * e[i - 2]
            e[i - 2] = cosl * e[i - 2]
        _turn_rows(vt, i - 1, i, cosl, -sinl)
        _turn_columns(u, i - 1, i, cosr, -sinr)
    e[low] = f


def _shift_of(d, e, low, high, down, tolerance, least, most):
    """The shift of the next sweep; 0 where it would spoil small values."""
    n = len(d)
    if n * tolerance * (least / most) <= max(_EPS, 0.01 * tolerance):
        return 0.0
    if down:
        side, shift = abs(d[low]), _smallest_value(d[high - 1], e[high - 1],
                                                   d[high])
    else:
        side, shift = abs(d[high]), _smallest_value(d[low], e[low],
                                                    d[low + 1])
    return 0.0 if side > 0 and (shift / side) ** 2 < _EPS else shift


def _converged(d, e, low, high, down, tolerance):
    """Small elements set to 0: whether there were any, and the least singular
    value's lower bound."""
    if down:
        if abs(e[high - 1]) <= abs(tolerance) * abs(d[high]):
            e[high - 1] = 0.0
            return True, 0.0
        mu = least = abs(d[low])
        for k in range(low, high):
            if abs(e[k]) <= tolerance * mu:
                e[k] = 0.0
                return True, 0.0
            mu = abs(d[k + 1]) * (mu / (mu + abs(e[k])))
            least = min(least, mu)
        return False, least
    if abs(e[low]) <= abs(tolerance) * abs(d[low]):
        e[low] = 0.0
        return True, 0.0
    mu = least = abs(d[high])
    for k in range(high - 1, low - 1, -1):
        if abs(e[k]) <= tolerance * mu:
            e[k] = 0.0
            return True, 0.0
        mu = abs(d[k]) * (mu / (mu + abs(e[k])))
        least = min(least, mu)
    return False, least


def _threshold(d, e, tolerance):
    n = len(d)
    least = mu = abs(d[0])
    for i in range(1, n):
        if least == 0:
            break
        mu = abs(d[i]) * (mu / (mu + abs(e[i - 1])))
        least = min(least, mu)
    return max(tolerance * (least / math.sqrt(n)), 6 * n * n * 2.0 ** -1022)


def _diagonalise(d, e, vt, u):
    """Demmel and Kahan's iteration (1990) on the bidiagonal matrix."""
    n = len(d)
    tolerance = max(10, min(100, _EPS ** -0.125)) * _EPS
    limit = _threshold(d, e, tolerance)
    high, before, down = n - 1, (-1, -1), True
    while high > 0:
        if abs(d[high]) <= limit:
            d[high] = 0.0
        most, low = abs(d[high]), 0
        for k in range(high - 1, -1, -1):
            if abs(d[k]) <= limit:
                d[k] = 0.0
            if abs(e[k]) <= limit:
                e[k] = 0.0
                low = k + 1
                break
            most = max(most, abs(d[k]), abs(e[k]))
        if low == high:
            high -= 1
            continue
        if low == high - 1:
            small, big, sinr, cosr, sinl, cosl = _triangle_svd(
                d[low], e[low], d[high])
            d[low], e[low], d[high] = big, 0.0, small
            _turn_rows(vt, low, high, cosr, sinr)
            _turn_columns(u, low, high, cosl, sinl)
            high -= 2
            continue
        if low > before[1] or high < before[0] or before[0] < 0:
            down = abs(d[low]) >= abs(d[high])
        done, least = _converged(d, e, low, high, down, tolerance)
        if done:
            continue
        before = (low, high)
        shift = _shift_of(d, e, low, high, down, tolerance, least, most)
        chase = _chase_down if down else _chase_up
        chase(d, e, low, high, shift, vt, u)
        end = high - 1 if down else low
        if abs(e[end]) <= limit:
            e[end] = 0.0


def _ordered(d, vt, u):
    """Singular values made positive and descending."""
    n = len(d)
    if n == 1 and d[0] < 0:
        d[0], u[0, 0] = -d[0], -1.0
    for i in range(n):
        if d[i] < 0 or (d[i] == 0 and math.copysign(1, d[i]) < 0):
            d[i] = -d[i]
            vt[i] = -vt[i]
    for i in range(n - 1):
        least = 0
        for j in range(1, n - i):
            if d[j] <= d[least]:
                least = j
        last = n - 1 - i
        if least != last:
            d[least], d[last] = d[last], d[least]
            vt[[least, last]] = vt[[last, least]]
            u[:, [least, last]] = u[:, [last, least]]


def _tall_svd(a, full):
    """u, s, vt of a matrix with at least as many rows as columns."""
    m, n = a.shape
    if m >= int(11.0 * n / 6.0) and m > n:
        q, r = triangle(a, full)
        u, s, vt = _tall_svd(r[:n], False)
        wide = q.copy()
        wide[:, :n] = np.dot(q[:, :n], u)
        return wide, s, vt
    d, e, q, p = _bidiagonal(a)
    u, vt = np.eye(n), np.eye(n)
    _diagonalise(d, e, vt, u)
    _ordered(d, vt, u)
    wide = q if full else q[:, :n]
    wide = wide.copy()
    wide[:, :n] = np.dot(q[:, :n], u)
    return wide, np.array(d), np.dot(vt, p)


def _wide_svd(a, full):
    """The same by a lower bidiagonal matrix, rotated to an upper one."""
    m, n = a.shape
    d, e, q, p = _bidiagonal(a.T.copy())
    turns = []
    for i in range(m - 1):
        c, s, d[i] = _rotation(d[i], e[i])
        e[i] = s * d[i + 1]
        d[i + 1] = c * d[i + 1]
        turns.append((i, c, s))
    u, vt = np.eye(m), np.eye(m)
    _diagonalise(d, e, vt, u)
    _ordered(d, vt, u)
    for i, c, s in reversed(turns):
        _turn_rows(u, i, i + 1, c, -s)
    wide = (q.T if full else q.T[:m]).copy()
    wide[:m] = np.dot(vt, q.T[:m])
    return np.dot(p.T, u), np.array(d), wide


def bidiagonal_svd(a, full):
    """u, s, vt of any matrix."""
    m, n = a.shape
    if not m or not n:
        k = 0 if not full else m
        return np.eye(m, m if full else 0), np.zeros(0), np.eye(
            n if full else 0, n)
    if m >= n:
        return _tall_svd(a, full)
    if n >= int(11.0 * m / 6.0):
        q, r = triangle(a.T.copy(), full)
        u, s, vt = _tall_svd(r[:m].T.copy(), False)
        wide = q.T.copy()
        wide[:m] = np.dot(vt, q.T[:m])
        return u, s, wide
    return _wide_svd(a, full)
