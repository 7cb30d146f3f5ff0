import numpy as np

def make_data(n_per_class, rng):
    centers = [(0, 3), (-2.5, -1.5), (2.5, -1.5)]
    X, y = [], []
    for k, (cx, cy) in enumerate(centers):
        pts = rng.randn(n_per_class, 2) + [cx, cy]
        X.append(pts)
        y += [k] * n_per_class
    return np.concatenate(X), np.array(y)

def batches(X, y, size, rng):
    idx = rng.permutation(len(X))
    result = []
    for start in range(0, len(X), size):
        b = idx[start:start + size]
        result.append((X[b], y[b]))
    return result

def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

rng = np.random.RandomState(7)
X, y = make_data(20, rng)
print(X.shape, y.shape, np.bincount(y))

W = np.zeros((2, 3))
b = np.zeros(3)
lr = 0.2
for epoch in range(1, 6):
    total, correct = 0.0, 0
    for Xb, yb in batches(X, y, 16, rng):
        P = softmax(Xb @ W + b)
        n = len(Xb)
        total += -np.log(P[np.arange(n), yb]).sum()
        correct += int((P.argmax(axis=1) == yb).sum())
        P[np.arange(n), yb] -= 1
        W -= lr * Xb.T @ P / n
        b -= lr * P.mean(axis=0)
    print(f"epoch {epoch}/5 - loss: {total / len(X):.4f} - accuracy: {correct / len(X):.4f}")
print("W =\n", W.round(3))
print("b =", b.round(3))
sizes = [len(xb) for xb, _ in batches(X, y, 16, rng)]
print("batch sizes:", sizes, "=", sum(sizes))
