import numpy as np
np.set_printoptions(precision=4, suppress=True)

def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()

def softmax_jacobian(s):
    """ds_i / dz_j = s_i * (delta_ij - s_j)"""
    n = len(s)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i == j:
                J[i][j] = s[i] * (1 - s[i])
            else:
                J[i][j] = -s[i] * s[j]
    return J

def softmax_jacobian_fast(s):
    s = s.reshape(-1, 1)
    return np.diagflat(s) - np.dot(s, s.T)

z = np.array([1.0, 2.0, 0.5, -1.0])
s = softmax(z)
J1 = softmax_jacobian(s)
J2 = softmax_jacobian_fast(s)
print("softmax:", s)
print("jacobian:")
print(J1)
print("same as vectorised version?", np.allclose(J1, J2))
print("columns sum to", J1.sum(axis=0).round(10) + 0.0)

# chain rule: dL/dz for L = -log s[target]
target = 1
dL_ds = np.zeros_like(s)
dL_ds[target] = -1 / s[target]
by_chain = J2 @ dL_ds
one_hot = np.eye(4)[target]
print("chain rule  :", by_chain)
print("s - one_hot :", s - one_hot)

# numerical check
num = np.zeros(4)
for k in range(4):
    d = np.zeros(4); d[k] = 1e-6
    num[k] = (-np.log(softmax(z + d)[target]) + np.log(softmax(z - d)[target])) / 2e-6
print("numerical   :", num)
print("max error < 1e-8:", np.abs(num - by_chain).max() < 1e-8)
