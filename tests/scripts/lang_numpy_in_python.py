import numpy as np

a = np.array([1.5, 2.25, -3.0])
i = np.array([[1, 2], [3, 4]])
s, k = a[0], i[0, 0]
print(s, k, repr(s), type(s).__name__, type(k).__name__, type(a).__name__, type(a.shape), type(a.mean()).__name__, type(len(a)).__name__)
print(f"{s:.3f} {k:5d} {s} {k} {a} {i.shape} {a.mean():.2f} {s:>8.1f}| {k:03d} {s!r} {a.dtype} {i.dtype}")
print("%.3f %d %s %5.1f" % (s, k, a, a[1]), "{:.2e} {} {:d}".format(s, k, k), str(s), [s, k], (s,), {"v": s}, [float(v) for v in a], a.tolist())
print(s + 1, 1 + s, s * k, k / 2, k // 2, k ** 2, -s, abs(s), round(s), round(s, 1), int(s), float(k), bool(k), s == 1.5, s > 1, k in [1, 2], 2 in i, sum(a), max(a), min(a), sorted(a), list(a), len(i), sum([k, k]))
print(a[0] if a[0] > 1 else "no", bool(np.array([1])), "yes" if a.any() else "no", not a.all(), a is a, a[a > 0], a[[0, 2]], a[::-1], a[-1], i[:, 0], i[1], i[1][0], i[..., 1], i[None].shape)
for bad in [lambda: bool(a), lambda: a[5], lambda: a["x"], lambda: a + np.array([1, 2]), lambda: i @ np.ones(3), lambda: np.array([1, 2]).reshape(3), lambda: a.foo, lambda: int(a), lambda: i[2, 0], lambda: i[0, 0, 0], lambda: np.concatenate([a, i]), lambda: np.zeros((2, 2)) + np.zeros((3, 2)), lambda: a[1.0], lambda: len(s), lambda: s[0], lambda: np.arange(6).reshape(4, -1), lambda: np.vstack([a, i]), lambda: {a: 1}, lambda: np.linalg.inv(np.zeros((2, 2))), lambda: np.linalg.inv(a), lambda: np.array([1, 2]) + "a", lambda: np.argmax([]), lambda: np.max(np.array([])), lambda: a.sum(axis=1), lambda: np.dot(a, i), lambda: np.sqrt("x"), lambda: np.random.choice(3, 5, replace=False), lambda: np.ones(-1), lambda: np.expand_dims(a, 5), lambda: np.squeeze(i, axis=0), lambda: a.reshape(2, 2)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
b = a
b[0] = 100
c = a.copy()
c[1] = -1
v = i[0]
v += 10
print(a, c, i)
for row in i:
    for x in row:
        print(x, end=" ")
print()
for idx, (x, y) in enumerate(zip(a, i.ravel())):
    print(idx, x, y, x * y)
print({n: float(x) for n, x in zip("abc", a)}, [x for x in a if x > 0], np.array([x ** 2 for x in range(4)]), dict(enumerate(i.tolist())))
try:
    i += 0.5
except TypeError as e:
    print(type(e).__name__, e)
i[0, 0] = 3.99
print(i, a.astype(int), np.array([1, 2.0, 3]), np.array([True, False]), np.array(["a", "bb"]) if False else "", np.array(3), np.array([]), np.zeros((0, 3)), np.array([[1], [2]]) * np.array([10, 20]))
print(np.array([1, 2]) == np.array([1, 3]), (np.array([1, 2]) == 1).sum(), np.array([1, 2]) == [1, 2], 5 - np.array([1, 2]), 2 ** np.arange(4), 10 % np.array([3, 4]), np.arange(3) / 0.5, 7 // np.array([2, 3]), ~np.array([True]), np.array([1, 2]) & 1, -np.eye(2))
print(np.float64(3), np.float32(0.1), np.int64(5) / np.int64(2), np.float32(0.1) + 0.2, np.float32(1) / np.float32(3), np.bool_(True), np.float64("nan"), np.pi, np.inf, -np.inf, np.e, type(np.pi), np.float64(1e-5), np.float64(1e16), np.float64(123456789.0))
print(np.sum(i) / len(i), np.mean([1, 2, 3]), sum(i), np.max([[1, 9], [3, 4]], axis=0), isinstance(a, np.ndarray), isinstance(s, float), isinstance(k, int), callable(np.exp), hasattr(a, "shape"), getattr(a, "ndim"))
total = 0
for x in np.linspace(0, 1, 5):
    total += x
    print(f"{x:.2f}->{total:.3f}", end=" ")
print(type(total).__name__)
w = np.zeros(3)
for step in range(3):
    w -= 0.1 * (w - a)
print(w, np.round(w, 2), w.round(1), np.around(1.255, 2), str(w), repr(w), f"{w}", w.size, w.nbytes if False else "")
np.set_printoptions(precision=3, suppress=True)
print(np.array([1e-5, 1.23456, 1000.1]), np.array([[0.1 + 0.2, 1 / 3]]))
