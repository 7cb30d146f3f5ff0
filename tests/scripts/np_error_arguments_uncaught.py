import numpy as np
class Model:
    def __init__(self, n_features, n_classes, lr=0.1):
        self.W = np.zeros((n_features, n_classes))
    def loss(self, X, y):
        p = np.exp(X @ self.W); p /= p.sum(1, keepdims=True)
        return -np.log(p[np.arange(len(y)), y]).mean()
m = Model(2, 3)
print("%.4f" % m.loss(np.ones((4, 2)), np.array([0, 1, 2, 0])))
try:
    m.loss(np.ones((4, 2)))
except TypeError as e:
    print("TypeError:", e)
try:
    m.loss(np.ones((4, 2)), np.array([0, 1, 2]))
except Exception as e:
    print(type(e).__name__, e)
try:
    m.loss(np.ones((4, 2)), np.array([0, 1, 2, 3]))
except Exception as e:
    print(type(e).__name__, e)
try:
    m.loss(np.ones((4, 2)), np.array([0., 1, 2, 2]))
except Exception as e:
    print(type(e).__name__, e)
try:
    m.losss
except AttributeError as e:
    print(e)
Model(3)
