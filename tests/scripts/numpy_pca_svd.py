# Principal components by eigh and by svd.
import numpy as np

np.random.seed(1)
X = np.random.randn(30, 3) @ np.array([[2.0, 0, 0], [1, 1, 0], [0, 0.5, 0.3]])
X = X - X.mean(axis=0)
values, vectors = np.linalg.eigh(np.cov(X.T))
order = np.argsort(values)[::-1]
print(np.round(values[order], 6))
print(np.round(vectors[:, order], 6))
U, s, Vt = np.linalg.svd(X, full_matrices=False)
print(U.shape, np.round(s ** 2 / (len(X) - 1), 6))
print(np.round(Vt, 6))
print(np.allclose((U * s) @ Vt, X), np.linalg.matrix_rank(X))
Q, R = np.linalg.qr(X[:4])
print(np.round(Q, 5), np.round(R, 5))
print(np.round(np.linalg.cholesky(np.cov(X.T)), 6))
print(np.linalg.norm(X[0]).round(6), np.linalg.norm(X, axis=0).round(6))
print(np.round(np.linalg.norm(X, 2), 6), np.linalg.norm([3, 4], 1))
try:
    np.linalg.inv(np.ones((2, 2)))
except np.linalg.LinAlgError as e:
    print("LinAlgError:", e)
try:
    np.linalg.cholesky([[1, 2], [2, 1]])
except np.linalg.LinAlgError as e:
    print("LinAlgError:", e)
