import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn import metrics

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def bce(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()

data = load_breast_cancer()
X, y = data["data"], data["target"]
print("samples:", len(X), "features:", X.shape[1], "positive: {:.1%}".format(y.mean()))

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

w = np.zeros(X.shape[1])
b = 0.0
for epoch in range(201):
    p = sigmoid(X_train @ w + b)
    if epoch % 50 == 0:
        acc = ((p > 0.5) == y_train).mean()
        print(f"Epoch {epoch:>4} | loss {bce(y_train, p):.4f} | acc {acc:.3f}")
    grad = p - y_train
    w -= 0.3 * X_train.T @ grad / len(y_train)
    b -= 0.3 * grad.mean()

prob = sigmoid(X_test @ w + b)
pred = (prob >= 0.5).astype(int)
print(metrics.confusion_matrix(y_test, pred))
print("precision %.3f recall %.3f f1 %.3f" % (metrics.precision_score(y_test, pred), metrics.recall_score(y_test, pred), metrics.f1_score(y_test, pred)))
print("log loss: %.4f, ours: %.4f" % (metrics.log_loss(y_test, prob), bce(y_test, prob)))
print("AUC: %.4f" % metrics.roc_auc_score(y_test, prob))
top = np.argsort(np.abs(w))[::-1][:3]
for i in top:
    print(f"{data.feature_names[i]:<25}{w[i]:+.3f}")
