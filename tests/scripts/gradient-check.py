import numpy as np

def loss(z, y):
    z = z - z.max()
    return -z[y] + np.log(np.exp(z).sum())

def grad(z, y):
    e = np.exp(z - z.max())
    g = e / e.sum()
    g[y] -= 1
    return g

z = np.array([0.5, -1.2, 2.0])
numeric = np.zeros_like(z)
h = 1e-5
for i in range(len(z)):
    up, down = z.copy(), z.copy()
    up[i] += h
    down[i] -= h
    numeric[i] = (loss(up, 0) - loss(down, 0)) / (2 * h)
print(grad(z, 0), np.round(numeric, 6), np.allclose(grad(z, 0), numeric), grad(z, 0).sum() < 1e-12)
assert np.allclose(grad(z, 0), numeric)
J = np.diag(grad(z, 0)) - np.outer(z, z)
print(J, np.linalg.norm(z), J.shape, J.T is J)
