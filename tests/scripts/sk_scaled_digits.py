# Handwritten digits: softmax classifier in numpy
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder
from sklearn.metrics import accuracy_score, confusion_matrix

digits = load_digits()
print(digits.data.shape, digits.target[:10], digits.data.max())
first = digits.data[0].reshape(8, 8)
for row in first:
    print("".join(" .:-=+*#%@"[int(v) * 9 // 16] for v in row))

X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, test_size=0.25, random_state=1)
scaler = MinMaxScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
Y_train = OneHotEncoder().fit_transform(y_train.reshape(-1, 1)).toarray()
print(X_train.shape, Y_train.shape, Y_train[0])

rng = np.random.RandomState(0)
W = rng.randn(64, 10) * 0.01
b = np.zeros(10)
for epoch in range(1, 31):
    z = X_train @ W + b
    z -= z.max(axis=1, keepdims=True)
    p = np.exp(z)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.mean(np.sum(Y_train * np.log(p), axis=1))
    grad = (p - Y_train) / len(X_train)
    W -= 2.0 * X_train.T @ grad
    b -= 2.0 * grad.sum(axis=0)
    if epoch % 10 == 0:
        test_acc = accuracy_score(y_test, (X_test @ W + b).argmax(axis=1))
        print(f"epoch {epoch:2d}  loss {loss:.3f}  test accuracy {test_acc:.3f}")
cm = confusion_matrix(y_test, (X_test @ W + b).argmax(axis=1))
print(cm)
off = cm - np.diag(np.diag(cm))
i, j = divmod(off.argmax(), 10)
print(f"most confused: {i} taken for {j} ({off[i, j]} times)")
