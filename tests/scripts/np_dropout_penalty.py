import numpy as np
np.set_printoptions(precision=4, suppress=True)

class MLP:
    def __init__(self, sizes, act="relu", dropout=0.0, l2=0.0, seed=0):
        self.rng = np.random.default_rng(seed)
        self.acts = {"relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(z.dtype)),
                     "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
                     "sigmoid": (lambda z: 1/(1+np.exp(-z)), lambda z: (1/(1+np.exp(-z)))*(1-1/(1+np.exp(-z))))}
        self.f, self.df = self.acts[act]
        self.W = [self.rng.normal(0, np.sqrt(2/a), (a, b)) for a, b in zip(sizes[:-1], sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]
        self.p, self.l2 = dropout, l2

    def forward(self, X, train=False):
        self.A, self.Z, self.M = [X], [], []
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            z = self.A[-1] @ W + b
            self.Z.append(z)
            if i < len(self.W) - 1:
                a = self.f(z)
                if train and self.p > 0:
                    m = (self.rng.random(a.shape) > self.p) / (1 - self.p)
                    a = a * m
                else:
                    m = 1.0
                self.M.append(m)
            else:
                e = np.exp(z - z.max(axis=1)[:, None])
                a = e / e.sum(axis=1)[:, None]
            self.A.append(a)
        return self.A[-1]

    def fit(self, X, y, lr=0.3, epochs=50):
        Y = np.eye(self.W[-1].shape[1])[y]
        log = []
        for ep in range(epochs):
            P = self.forward(X, train=True)
            loss = -np.log(np.take_along_axis(P, y[:, None], axis=1)).mean()
            loss += 0.5 * self.l2 * sum((W ** 2).sum() for W in self.W)
            log.append(loss)
            D = (P - Y) / len(X)
            for i in range(len(self.W) - 1, -1, -1):
                gW = self.A[i].T.dot(D) + self.l2 * self.W[i]
                gb = D.sum(axis=0)
                if i > 0:
                    D = D.dot(self.W[i].T) * self.M[i-1] * self.df(self.Z[i-1])
                self.W[i] -= lr * gW
                self.b[i] -= lr * gb
        return np.array(log)

rng = np.random.default_rng(123)
X = rng.standard_normal((50, 2))
y = (X[:, 0] * X[:, 1] > 0).astype(np.int64)
for act in ("relu", "tanh", "sigmoid"):
    for p in [0.0, 0.2]:
        m = MLP([2, 10, 2], act, dropout=p, l2=1e-3)
        log = m.fit(X, y)
        acc = (m.forward(X).argmax(-1) == y).sum() / y.size
        print(f"{act:<8}{p:>5.1f} {log[[0, 10, -1]]} acc={acc:.3f}")
print(m.b)
print(rng.integers(0, 10, size=8), rng.choice(5, 3, replace=False), rng.permutation(6))
try:
    MLP([2, 2], act="swish")
except KeyError as err:
    print("unknown activation", err)
