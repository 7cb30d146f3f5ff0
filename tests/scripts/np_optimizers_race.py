# Gradient descent, momentum and Adam on the same bowl
import numpy as np

def f(w):
    return 0.5 * (10 * w[0] ** 2 + w[1] ** 2)

def grad(w):
    return np.array([10 * w[0], w[1]])

class SGD:
    def __init__(self, lr):
        self.lr = lr
    def step(self, w, g):
        return w - self.lr * g

class Momentum(SGD):
    def __init__(self, lr, beta=0.9):
        super().__init__(lr)
        self.beta, self.v = beta, 0
    def step(self, w, g):
        self.v = self.beta * self.v + g
        return w - self.lr * self.v

class Adam:
    def __init__(self, lr=0.1, b1=0.9, b2=0.999, eps=1e-8):
        self.lr, self.b1, self.b2, self.eps = lr, b1, b2, eps
        self.m = self.v = 0
        self.t = 0
    def step(self, w, g):
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g ** 2
        m_hat = self.m / (1 - self.b1 ** self.t)
        v_hat = self.v / (1 - self.b2 ** self.t)
        return w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps)

optimizers = [SGD(0.05), SGD(0.15), Momentum(0.02), Adam(0.2)]
print("%-12s %s" % ("optimizer", "  ".join("%10s" % ("step %d" % s) for s in (0, 10, 50, 100))))
for opt in optimizers:
    w = np.array([1.0, 2.0])
    row = [f(w)]
    for step in range(1, 101):
        w = opt.step(w, grad(w))
        if step in (10, 50, 100):
            row.append(f(w))
    name = type(opt).__name__
    print("%-12s %s" % (name, "  ".join("%10.3e" % v for v in row)), isinstance(opt, SGD))
w = np.array([1.0, 2.0])
opt = SGD(0.21)
for i in range(5):
    w = opt.step(w, grad(w))
    print(i, w, "diverges" if f(w) > 12 else "")
