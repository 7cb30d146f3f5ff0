# What numpy.testing says when a gradient check fails.
import numpy as np
from numpy.testing import assert_allclose, assert_array_equal


def numeric_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / (2 * h)
    return grad


x = np.array([[1.0, -2.0], [0.5, 3.0]])
numeric = numeric_gradient(lambda v: (v ** 3).sum(), x)
assert_allclose(numeric, 3 * x ** 2, rtol=1e-6)
print("right gradient passes")
checks = [
    lambda: assert_allclose(np.round(numeric, 3), 2 * x, rtol=1e-6),
    lambda: assert_allclose([1.0, 2.0], [1.0, 2.1, 3.0]),
    lambda: assert_allclose([1.0, np.nan], [1.0, 2.0], err_msg="nan?"),
    lambda: assert_array_equal([1, 2, 3], [1, 2, 4]),
    lambda: np.testing.assert_almost_equal(1.0, 1.01, decimal=3),
    lambda: np.testing.assert_array_almost_equal([1.0], [1.001]),
    lambda: np.testing.assert_equal([1, [2, 3]], [1, [2, 4]]),
]
for check in checks:
    try:
        check()
    except AssertionError as e:
        print(str(e))
        print("---")
