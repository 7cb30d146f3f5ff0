import numpy as np

class GaussianNB:
    def fit(self, X, y):
        self.classes = np.unique(y)
        self.mean, self.var, self.prior = {}, {}, {}
        for c in self.classes:
            Xc = X[y == c]
            self.mean[c] = Xc.mean(axis=0)
            self.var[c] = Xc.var(axis=0) + 1e-9
            self.prior[c] = len(Xc) / len(X)
        return self

    def _log_likelihood(self, x, c):
        m, v = self.mean[c], self.var[c]
        return np.sum(-0.5 * np.log(2 * np.pi * v) - (x - m) ** 2 / (2 * v))

    def log_posteriors(self, x):
        return np.array([np.log(self.prior[c]) + self._log_likelihood(x, c) for c in self.classes])

    def predict_proba(self, X):
        L = np.array([self.log_posteriors(x) for x in X])
        L -= L.max(axis=1, keepdims=True)
        P = np.exp(L)
        return P / P.sum(axis=1, keepdims=True)

    def predict(self, X):
        return self.classes[np.argmax(self.predict_proba(X), axis=1)]

np.random.seed(10)
a = np.random.normal([1.0, 2.0], [0.5, 0.8], (25, 2))
b = np.random.normal([2.5, 0.5], [0.7, 0.4], (15, 2))
X, y = np.concatenate((a, b)), np.array([3] * 25 + [7] * 15)
shuffle = np.random.permutation(len(X))
X, y = X[shuffle], y[shuffle]
X_train, y_train, X_test, y_test = X[:30], y[:30], X[30:], y[30:]

nb = GaussianNB().fit(X_train, y_train)
for c in nb.classes:
    print("class %d: prior %.2f mean %s var %s" % (c, nb.prior[c], nb.mean[c].round(2), nb.var[c].round(2)))
pred = nb.predict(X_test)
print("true:", y_test)
print("pred:", pred)
print("accuracy: {:.0%}".format((pred == y_test).mean()))
np.set_printoptions(precision=3, suppress=True)
print(nb.predict_proba(X_test[:4]))
print(nb.predict_proba(np.array([[1.7, 1.2]]))[0])
