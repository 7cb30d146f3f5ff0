import numpy as np

class Dense:
    def __init__(self, n_in, n_out):
        self.W = np.ones((n_in, n_out)) * 0.5
        self.b = np.zeros(n_out)

    def __call__(self, x):
        print("Dense", self.W.shape, "got", x.shape)
        return x @ self.W + self.b

class Model:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

x = np.arange(6).reshape(2, 3)
good = Model(Dense(3, 4), Dense(4, 2))
print(good(x))

bad = Model(Dense(3, 4), Dense(5, 2))
try:
    bad(x)
except ValueError as e:
    print("ValueError caught:", type(e).__name__)

print("and now without try:")
print(bad(x))
print("never printed")
