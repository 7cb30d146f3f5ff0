import numpy as np

class LogisticRegressionGD(object):
    """Logistic Regression Classifier using gradient descent.

    Parameters
    ------------
    eta : float
        Learning rate (between 0.0 and 1.0)
    n_iter : int
        Passes over the training dataset.
    """
    def __init__(self, eta=0.05, n_iter=100, random_state=1):
        self.eta = eta
        self.n_iter = n_iter
        self.random_state = random_state

    def fit(self, X, y):
        rgen = np.random.RandomState(self.random_state)
        self.w_ = rgen.normal(loc=0.0, scale=0.01, size=1 + X.shape[1])
        self.cost_ = []
        for i in range(self.n_iter):
            net_input = self.net_input(X)
            output = self.activation(net_input)
            errors = (y - output)
            self.w_[1:] += self.eta * X.T.dot(errors)
            self.w_[0] += self.eta * errors.sum()
            cost = (-y.dot(np.log(output)) - ((1 - y).dot(np.log(1 - output))))
            self.cost_.append(cost)
        return self

    def net_input(self, X):
        return np.dot(X, self.w_[1:]) + self.w_[0]

    def activation(self, z):
        return 1. / (1. + np.exp(-np.clip(z, -250, 250)))

    def predict(self, X):
        return np.where(self.net_input(X) >= 0.0, 1, 0)

    @property
    def coef_(self):
        return self.w_[1:]

    @staticmethod
    def accuracy(y, p):
        return float(np.sum(y == p)) / len(y)

    @classmethod
    def default(cls, **kw):
        return cls(eta=0.1, **kw)

    def get_params(self, deep=True):
        return {k: getattr(self, k) for k in ('eta', 'n_iter', 'random_state')}

    def set_params(self, **params):
        for k, v in params.items():
            setattr(self, k, v)
        return self

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ', '.join('%s=%r' % kv for kv in sorted(self.get_params().items())))


class SoftmaxRegression(LogisticRegressionGD):
    def fit(self, X, y):
        self.classes_ = np.unique(y)
        T = (y[:, None] == self.classes_[None, :]).astype(float)
        self.W = np.zeros((X.shape[1] + 1, len(self.classes_)))
        Xb = np.hstack([np.ones((len(X), 1)), X])
        for _ in range(self.n_iter):
            self.W += self.eta * Xb.T @ (T - self.predict_proba(X)) / len(X)
        return self
    def predict_proba(self, X):
        Z = np.column_stack((np.ones(len(X)), X)) @ self.W
        Z = np.exp(Z - Z.max(axis=1).reshape(-1, 1))
        return Z / Z.sum(axis=1).reshape(-1, 1)
    def predict(self, X):
        return self.classes_[self.predict_proba(X).argmax(axis=1)]
    def score(self, X, y):
        return super().accuracy(y, self.predict(X))

rs = np.random.RandomState(0)
X = np.r_[rs.randn(10, 2) + [2, 2], rs.randn(10, 2) - [2, 2]]
y = np.r_[np.zeros(10, int), np.ones(10, int)]
clf = LogisticRegressionGD(n_iter=20).fit(X, y)
print(clf)
print(clf.predict(X), clf.coef_, clf.w_)
print(["%.3f" % c for c in clf.cost_[::5]])
print(LogisticRegressionGD.accuracy(y, clf.predict(X)), clf.accuracy(y, 1 - y))
print(LogisticRegressionGD.default(n_iter=3).set_params(eta=.5))
names = np.array(["setosa", "virginica"])
sm = SoftmaxRegression(eta=0.5, n_iter=30)
sm.fit(X, y)
print(sm.score(X, y), sm.predict_proba(X[:2]).round(3), sm.W.shape)
print(sm, isinstance(sm, LogisticRegressionGD), issubclass(SoftmaxRegression, object))
print(names[sm.predict(X[[0, -1]])])
print(LogisticRegressionGD.__doc__.splitlines()[0])
sm.coef_ = 3
