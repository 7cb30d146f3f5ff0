# Logistic regression by hand on the breast cancer data.
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score, f1_score, log_loss, precision_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

X, y = load_breast_cancer(return_X_y=True)
print(X.shape, y.shape, np.bincount(y))
X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.25, random_state=0)
sc = MinMaxScaler()
X_tr = sc.fit_transform(X_tr)
X_te = sc.transform(X_te)


class LogisticRegression:
    def __init__(self, lr=0.5, epochs=300):
        self.lr, self.epochs = lr, epochs
        self.w, self.b = None, 0.0
        self.losses = []

    def _sigmoid(self, z):
        return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

    def fit(self, X, y):
        n, d = X.shape
        self.w = np.zeros(d)
        for i in range(self.epochs):
            p = self._sigmoid(X @ self.w + self.b)
            err = p - y
            self.w -= self.lr * X.T @ err / n
            self.b -= self.lr * err.mean()
            self.losses.append(-np.mean(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15)))
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.w + self.b)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def __repr__(self):
        return f"LogisticRegression(lr={self.lr}, epochs={self.epochs})"


clf = LogisticRegression().fit(X_tr, y_tr)
print(clf)
pred = clf.predict(X_te)
print("accuracy  %.3f" % accuracy_score(y_te, pred))
print("precision %.3f" % precision_score(y_te, pred))
print("recall    %.3f" % recall_score(y_te, pred))
print("f1        %.3f" % f1_score(y_te, pred))
print("log loss  %.4f" % log_loss(y_te, clf.predict_proba(X_te)))
print("first/last loss: %.4f %.4f" % (clf.losses[0], clf.losses[-1]))
for t in (0.3, 0.5, 0.7):
    print(t, (clf.predict(X_te, t) == y_te).mean().round(3))
