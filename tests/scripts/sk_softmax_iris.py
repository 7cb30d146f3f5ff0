# Softmax regression on iris with our own gradient descent
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix

iris = load_iris()
X, y = iris.data, iris.target
print(X.shape, y.shape, iris.target_names)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=42, stratify=y)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)

class SoftmaxRegression:
    def __init__(self, lr=0.1, n_iter=200, l2=0.0):
        self.lr, self.n_iter, self.l2 = lr, n_iter, l2

    @staticmethod
    def softmax(z):
        z = z - z.max(axis=1, keepdims=True)
        e = np.exp(z)
        return e / e.sum(axis=1, keepdims=True)

    def fit(self, X, y):
        n, d = X.shape
        self.classes = np.unique(y)
        k = len(self.classes)
        Y = np.zeros((n, k))
        Y[np.arange(n), y] = 1
        self.W, self.b = np.zeros((d, k)), np.zeros(k)
        self.costs = []
        for i in range(self.n_iter):
            P = self.predict_proba(X)
            self.costs.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
            G = (P - Y) / n
            self.W -= self.lr * (X.T @ G + self.l2 * self.W)
            self.b -= self.lr * G.sum(axis=0)
        return self

    def predict_proba(self, X):
        return self.softmax(X @ self.W + self.b)

    def predict(self, X):
        return self.predict_proba(X).argmax(axis=1)

model = SoftmaxRegression(lr=0.5, n_iter=300).fit(X_train, y_train)
for i in (0, 50, 100, 299):
    print(f"cost after {i:3d} iterations: {model.costs[i]:.4f}")
y_pred = model.predict(X_test)
print("Accuracy:", accuracy_score(y_test, y_pred))
print("Confusion matrix:\n", confusion_matrix(y_test, y_pred))
print(classification_report(y_test, y_pred, target_names=iris.target_names))
print(model.predict_proba(X_test[:3]).round(3))
print([str(iris.target_names[i]) for i in y_pred[:5]])
