"""Logistic regression on the logic gates, with plain gradient descent."""
import numpy as np

np.random.seed(1)

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
gates = {
    "AND": np.array([0, 0, 0, 1]),
    "OR": np.array([0, 1, 1, 1]),
    "NAND": np.array([1, 1, 1, 0]),
    "XOR": np.array([0, 1, 1, 0]),
}

def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))

def train(X, y, lr=0.5, epochs=3000):
    w = np.random.randn(2) * 0.01
    b = 0
    history = []
    for epoch in range(epochs):
        y_hat = sigmoid(np.dot(X, w) + b)
        loss = -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
        history.append(loss)
        error = y_hat - y
        w -= lr * X.T.dot(error) / len(y)
        b -= lr * error.mean()
    return w, b, history

for name, y in gates.items():
    w, b, history = train(X, y)
    p = sigmoid(X @ w + b)
    pred = (p > 0.5).astype(int)
    acc = (pred == y).mean() * 100
    print(f"{name:>5}: w = [{w[0]:7.4f} {w[1]:7.4f}], b = {b:8.4f}, loss {history[0]:.4f} -> {history[-1]:.4f}, acc {acc:.1f}%")
    for x, pi, yi in zip(X, p, y):
        print("       %d %d -> %.3f (%d)" % (x[0], x[1], pi, yi))
    if acc < 100:
        print("       a single neuron cannot learn", name)
