# Python functions over arrays, sums of products, integration.
import numpy as np




def step(x, threshold=0):
    return 1 if x > threshold else 0


print(np.vectorize(step)([-1.5, 0.0, 2.0]))
print(np.vectorize(step)([[1, 2], [3, 4]], threshold=2))
print(np.vectorize(lambda a, b: (a + b, a * b))([1, 2], 3))
scores = np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])
print(np.apply_along_axis(lambda r: np.exp(r) / np.exp(r).sum(), 1, scores))
print(np.apply_along_axis(sorted, 0, np.array([[3, 1], [2, 5]])))
print(np.fromfunction(lambda i, j: i * 10 + j, (2, 3)))
print(np.einsum("ij,j->i", scores, [1, 0, 1]))
print(np.einsum("ij,kj->ik", scores, scores), np.einsum("ii", np.eye(3)))
print(np.tensordot(scores, scores, axes=([1], [1])))
print(np.cross([1, 0, 0], [0, 1, 0]), np.trace(np.eye(4)))
print(np.gradient(np.array([1.0, 4.0, 9.0, 16.0])))
print(np.diff([1, 4, 9, 16], n=2), np.trapz([1, 2, 3], dx=0.5))
print(np.interp([0.5, 2.5], [0, 1, 2], [0, 10, 20]))
print(np.convolve([1, 2, 3], [0, 1, 0.5]), np.cumsum([[1, 2], [3, 4]], 1))
print(np.piecewise(np.array([-1.0, 2.0]), [np.array([True, False])], [0, 5]))
print(np.logspace(0, 2, 3), np.geomspace(1, 8, 4), np.polyval([1, 2], 3))
