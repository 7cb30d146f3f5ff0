# Curves that no straight line can part
import numpy as np
from sklearn.datasets import make_circles, make_moons

X, y = make_moons(n_samples=8, random_state=0)
print(X.round(6))
print(y)
X, y = make_moons(100, noise=0.1, random_state=42)
print(X[:5], y[:10], X.mean(axis=0), X.dtype, y.dtype)
X, y = make_moons((3, 5), shuffle=False)
print(X.round(8), y)
X, y = make_moons([2, 4], noise=0.05, random_state=np.random.RandomState(3))
print(X, y)

X, y = make_circles(n_samples=10, factor=0.5, random_state=1)
print(X.round(6), y)
X, y = make_circles(500, noise=0.05, factor=0.3, random_state=1)
radius = np.sqrt((X ** 2).sum(axis=1))
print(radius[y == 0].mean(), radius[y == 1].mean())
print(make_circles(n_samples=(2, 3), shuffle=False)[1])
print(make_circles(7, shuffle=False, noise=None)[0].round(8).tolist())

np.random.seed(1)
a, b = make_moons(6, noise=0.3), make_moons(6, noise=0.3)
print(a[0], b[0], a[1], b[1])

for bad in ({"n_samples": (1, 2, 3)}, {"noise": -1.0}, {"n_samples": -4}):
    try:
        make_moons(**bad)
    except ValueError as error:
        print("ValueError:", error)
try:
    make_circles(factor=1.5)
except ValueError as error:
    print("ValueError:", error)
try:
    make_moons(10, random_state="zero")
except ValueError as error:
    print("ValueError:", error)
try:
    make_moons(10, 0.1)
except TypeError as error:
    print("TypeError:", error)
