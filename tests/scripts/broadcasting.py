import numpy as np
a = np.arange(3)
m = np.arange(6).reshape(2, 3)
print(m + a, m * a[:2, None], m - m.mean(axis=1, keepdims=True), sep="\n")
print(a[:, None] + a, a[np.newaxis].shape, m.mean(0), m.std(axis=1))
print((m - m.min()) / (m.max() - m.min()))
print(np.maximum(m, 2), np.where(m > 2, m, -1))
print(m / m.sum(axis=1))
