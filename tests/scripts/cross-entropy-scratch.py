import numpy as np

def cross_entropy(p, y):
    m = y.shape[0]
    log_likelihood = -np.log(p[range(m), y])
    return np.sum(log_likelihood) / m

def delta(p, y):
    grad = p.copy()
    grad[range(len(y)), y] -= 1
    grad /= len(y)
    return grad

p = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4]])
y = np.array([0, 1, 2])
print(cross_entropy(p, y))
print(delta(p, y))
print(p)
one_hot = np.eye(3)[y]
print(one_hot, -np.sum(one_hot * np.log(p)) / 3)
print(-np.mean(np.log(np.clip(p, 1e-12, 1))[np.arange(3), y]))
