import numpy as np

class Dense:
    def __init__(self, n_in, n_out, rng):
        self.W = rng.randn(n_in, n_out) * np.sqrt(2.0 / n_in)
        self.b = np.zeros((1, n_out))
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad / grad.shape[0]
        self.db = grad.mean(axis=0, keepdims=True)
        return grad @ self.W.T

    def params(self):
        return [(self.W, self.dW), (self.b, self.db)]

    def __repr__(self):
        return "Dense({} -> {})".format(*self.W.shape)


class ReLU:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask

    def params(self):
        return []

    def __repr__(self):
        return "ReLU()"


class SoftmaxCE:
    def __call__(self, logits, y):
        z = logits - logits.max(axis=1, keepdims=True)
        e = np.exp(z)
        self.p = e / e.sum(axis=1, keepdims=True)
        self.y = y
        return -np.log(self.p[np.arange(len(y)), y] + 1e-12).mean()

    def grad(self):
        g = self.p.copy()
        g[np.arange(len(self.y)), self.y] -= 1
        return g


class Network:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, g):
        for layer in reversed(self.layers):
            g = layer.backward(g)

    def step(self, lr):
        for layer in self.layers:
            for p, dp in layer.params():
                p -= lr * dp

    def predict(self, x):
        return self.forward(x).argmax(axis=1)


def make_spiral(n, k, rng):
    X = np.zeros((n * k, 2))
    y = np.zeros(n * k, dtype='uint8')
    for j in range(k):
        ix = range(n * j, n * (j + 1))
        r = np.linspace(0.0, 1, n)
        t = np.linspace(j * 4, (j + 1) * 4, n) + rng.randn(n) * 0.2
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[ix] = j
    return X, y


def main():
    rng = np.random.RandomState(0)
    X, y = make_spiral(40, 3, rng)
    net = Network([Dense(2, 16, rng), ReLU(), Dense(16, 3, rng)])
    print(net.layers)
    loss_fn = SoftmaxCE()
    for epoch in range(201):
        logits = net.forward(X)
        loss = loss_fn(logits, y)
        net.backward(loss_fn.grad())
        net.step(1.0)
        if epoch % 50 == 0:
            acc = np.mean(net.predict(X) == y)
            print(f"epoch {epoch:4d} | loss {loss:.4f} | acc {acc:.2%}")
    print("labels dtype:", y.dtype, "counts:", np.bincount(y))
    print("first predictions:", net.predict(X[:5]))


if __name__ == "__main__":
    main()
