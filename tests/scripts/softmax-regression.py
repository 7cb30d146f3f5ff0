import numpy as np
np.random.seed(42)
N, D, C = 30, 2, 3
X = np.vstack([np.random.randn(10, D) + [c * 3, -c] for c in range(C)])
y = np.repeat(np.arange(C), 10)
W = 0.01 * np.random.randn(D, C)
b = np.zeros((1, C))
for i in range(101):
    s = X.dot(W) + b
    s -= s.max(axis=1, keepdims=True)
    e = np.exp(s)
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[range(N), y]).mean() + 0.5 * 1e-3 * np.sum(W * W)
    if i % 25 == 0:
        print(f"iteration {i}: loss {loss:f}")
    ds = p.copy()
    ds[range(N), y] -= 1
    ds /= N
    W += -0.5 * (X.T.dot(ds) + 1e-3 * W)
    b += -0.5 * ds.sum(axis=0, keepdims=True)
print("accuracy: %.2f" % np.mean(np.argmax(X.dot(W) + b, axis=1) == y))
print(W.shape, b.shape, np.round(p[:2], 3))
