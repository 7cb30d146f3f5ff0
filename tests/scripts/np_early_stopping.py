import numpy as np
from copy import deepcopy

class EarlyStopping(object):
    """Stops when validation loss has not improved for `patience` epochs."""
    def __init__(self, patience=5, min_delta=0.0, verbose=False):
        self.patience = patience
        self.min_delta = min_delta
        self.best = None
        self.count = 0
        self.verbose = verbose
        self.state = None

    def __call__(self, loss, state):
        if self.best is None or loss < self.best - self.min_delta:
            if self.verbose:
                print("  improved: {} -> {:.5f}".format('None' if self.best is None else '%.5f' % self.best, loss))
            self.best, self.count, self.state = loss, 0, deepcopy(state)
        else:
            self.count += 1
        return self.count >= self.patience

def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))

def bce(p, y, eps=1e-15):
    p = np.clip(p, eps, 1 - eps)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

rs = np.random.RandomState(7)
X = np.hstack([np.ones((60, 1)), rs.randn(60, 6)])
w_true = rs.randn(7)
y = (sigmoid(X @ w_true) > rs.rand(60)).astype(float)
Xt, yt, Xv, yv = X[:40], y[:40], X[40:], y[40:]
state = {"w": np.zeros(7), "epoch": 0}
stopper = EarlyStopping(patience=3, min_delta=1e-4, verbose=True)
for epoch in range(200):
    p = sigmoid(Xt @ state["w"])
    state["w"] -= 0.8 * (Xt.T @ (p - yt) / len(yt) + 0.01 * state["w"])
    state["epoch"] = epoch
    v = bce(sigmoid(Xv @ state["w"]), yv)
    if stopper(v, state):
        print(f"stop at epoch {epoch}, best {stopper.best:.5f} from epoch {stopper.state['epoch']}")
        break
else:
    print("never stopped")
print(np.array2string(stopper.state["w"], precision=3, suppress_small=True))
print(np.array_str(state["w"], precision=2))
print(EarlyStopping.__doc__)
