import numpy as np

class LogisticRegression:
    def __init__(self, lr=0.1, epochs=200, verbose=False):
        self.lr, self.epochs = lr, epochs
        self.verbose = verbose
        self.losses = []

    def _sigmoid(self, z):
        return 1.0 / (1.0 + np.exp(-z))

    def fit(self, X, y):
        n, d = X.shape
        self.w = np.zeros(d)
        self.b = 0.0
        for epoch in range(self.epochs):
            p = self._sigmoid(X @ self.w + self.b)
            dw = X.T @ (p - y) / n
            db = np.sum(p - y) / n
            self.w -= self.lr * dw
            self.b -= self.lr * db
            if epoch % 50 == 0:
                loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
                self.losses.append(loss)
                if self.verbose:
                    print("epoch %3d  loss %.4f" % (epoch, loss))
        return self

    def predict(self, X):
        return (self._sigmoid(X @ self.w + self.b) >= 0.5).astype(int)

np.random.seed(0)
X = np.random.randn(60, 2)
y = (X[:, 0] + 2 * X[:, 1] > 0).astype(float)
model = LogisticRegression(verbose=True).fit(X, y)
print(np.round(model.w, 4), round(model.b, 4))
print((model.predict(X) == y).mean(), len(model.losses))
