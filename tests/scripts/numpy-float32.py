import numpy as np

def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)

z = np.array([[1, 2, 3.3], [0.1, -2.5, 7]], dtype=np.float32)
print(np.exp(z), np.log(np.abs(z)), softmax(z), softmax(z).dtype, sep="\n")
print(np.exp(np.float32(1)), np.log(np.float32(10)), [float(x) for x in np.exp(z[0])])
print(1 / (1 + np.exp(-z)), -np.log(softmax(z))[[0, 1], [2, 0]].mean())
print(np.exp(np.array([88.7, 89, -103, -104, np.nan, np.inf, -np.inf], dtype=np.float32)))
print(np.log(np.array([0, -1, 1, 1e-45, np.inf], dtype=np.float32)))
print(z.sum(), z.mean(axis=1), z * 2, z / 3, z ** 2, z + 1.5, (z + np.ones(3)).dtype, repr(z[0, 2]))
