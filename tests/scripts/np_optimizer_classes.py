"""Compare optimisers on a tiny softmax regression."""
import numpy as np
from typing import Dict, List, Tuple, Optional, Callable

Array = np.ndarray


class Optimizer:
    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr
        self.t = 0

    def update(self, params: Dict[str, Array], grads: Dict[str, Array]) -> None:
        raise NotImplementedError


class SGD(Optimizer):
    def update(self, params, grads):
        for k in params:
            params[k] -= self.lr * grads[k]


class Momentum(Optimizer):
    def __init__(self, lr=0.01, beta=0.9):
        super().__init__(lr)
        self.beta = beta
        self.v: Dict[str, Array] = {}

    def update(self, params, grads):
        for k, g in grads.items():
            v = self.v.setdefault(k, np.zeros_like(g))
            v *= self.beta
            v += g
            params[k] -= self.lr * v


class Adam(Optimizer):
    def __init__(self, lr=0.01, b1=0.9, b2=0.999, eps=1e-8):
        super().__init__(lr)
        self.b1, self.b2, self.eps = b1, b2, eps
        self.m, self.v = {}, {}

    def update(self, params, grads):
        self.t += 1
        for k, g in grads.items():
            self.m[k] = self.b1 * self.m.get(k, 0) + (1 - self.b1) * g
            self.v[k] = self.b2 * self.v.get(k, 0) + (1 - self.b2) * g ** 2
            mhat = self.m[k] / (1 - self.b1 ** self.t)
            vhat = self.v[k] / (1 - self.b2 ** self.t)
            params[k] -= self.lr * mhat / (np.sqrt(vhat) + self.eps)


class RMSProp(Optimizer):
    def __init__(self, lr=0.01, rho=0.9):
        Optimizer.__init__(self, lr)
        self.rho = rho
        self.s = {}

    def update(self, params, grads):
        for k in grads:
            self.s[k] = self.rho * self.s.get(k, np.zeros(grads[k].shape)) + (1 - self.rho) * np.square(grads[k])
            params[k] -= self.lr * grads[k] / np.sqrt(self.s[k] + 1e-8)


def softmax(z: Array) -> Array:
    z = z - np.max(z, axis=-1, keepdims=True)
    return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)


def train(opt: Optimizer, X: Array, T: Array, steps: int = 60) -> Tuple[List[float], Dict[str, Array]]:
    rng = np.random.RandomState(1)
    p = {"W": 0.01 * rng.randn(X.shape[1], T.shape[1]), "b": np.zeros(T.shape[1])}
    hist: List[float] = []
    for _ in range(steps):
        P = softmax(X @ p["W"] + p["b"])
        hist.append(float(-np.mean(np.sum(T * np.log(P), axis=1))))
        d = (P - T) / len(X)
        opt.update(p, {"W": X.T @ d, "b": d.sum(0)})
    return hist, p


rng = np.random.RandomState(42)
centers = np.array([[0, 2], [2, -1], [-2, -1]])
X = np.vstack([c + 0.6 * rng.randn(20, 2) for c in centers])
labels = np.repeat(np.arange(3), 20)
T = np.eye(3)[labels]
print(T[::15])
best: Optional[str] = None
best_loss = float("inf")
for name, opt in [("sgd", SGD(0.1)), ("momentum", Momentum(0.1)), ("adam", Adam(0.1)), ("rmsprop", RMSProp(0.05))]:
    h, p = train(opt, X, T)
    print(f"{name:>10s}: start={h[0]:.4f} end={h[-1]:.4f} min={min(h):.4f} |W|={np.linalg.norm(p['W']):.3f}")
    if h[-1] < best_loss:
        best, best_loss = name, h[-1]
print("best:", best)
try:
    Optimizer().update({}, {})
except NotImplementedError as e:
    print("abstract:", repr(e))
print(type(opt).__name__, isinstance(opt, Optimizer))
