# Activation functions and their derivatives, side by side
import numpy as np

class Activation:
    name = "identity"
    def __call__(self, x):
        return x
    def grad(self, x):
        return np.ones_like(x)
    def __repr__(self):
        return f"<{self.__class__.__name__}: {self.name}>"

class Sigmoid(Activation):
    name = "sigmoid"
    def __call__(self, x):
        return 1 / (1 + np.exp(-x))
    def grad(self, x):
        s = self(x)
        return s * (1 - s)

class Tanh(Activation):
    name = "tanh"
    def __call__(self, x):
        return np.tanh(x)
    def grad(self, x):
        return 1 - np.tanh(x) ** 2

class LeakyReLU(Activation):
    name = "leaky relu"
    def __init__(self, slope=0.01):
        self.slope = slope
    def __call__(self, x):
        return np.where(x > 0, x, self.slope * x)
    def grad(self, x):
        return np.where(x > 0, 1.0, self.slope)

xs = np.linspace(-3, 3, 7)
print("x:", xs)
for act in [Activation(), Sigmoid(), Tanh(), LeakyReLU(), LeakyReLU(slope=0.2)]:
    print(act)
    print("  f(x)  =", np.round(act(xs), 4))
    print("  f'(x) =", np.round(act.grad(xs), 4))
    # check with a central difference
    h = 1e-5
    numeric = (act(xs + h) - act(xs - h)) / (2 * h)
    err = np.max(np.abs(numeric - act.grad(xs))[xs != 0])
    print("  derivative ok:", bool(err < 1e-8))
