import numpy as np
from sklearn.datasets import make_blobs
from sklearn.preprocessing import LabelBinarizer, MinMaxScaler
from sklearn.metrics import accuracy_score, confusion_matrix

X, y = make_blobs(n_samples=90, centers=3, cluster_std=1.2, random_state=5)
X = MinMaxScaler().fit_transform(X)
T = LabelBinarizer().fit_transform(y)
print(X[:3], T[:3], sep="\n")

rng = np.random.RandomState(0)
W = rng.normal(scale=0.1, size=(2, 3))
b = np.zeros((1, 3))

def forward(X):
    z = np.dot(X, W) + b
    z = np.exp(z - np.max(z, axis=1, keepdims=True))
    return z / np.sum(z, axis=1, keepdims=True)

for it in range(501):
    A = forward(X)
    cost = -np.sum(T * np.log(A)) / len(X)
    dZ = A - T
    W -= 1.5 * np.dot(X.T, dZ) / len(X)
    b -= 1.5 * np.sum(dZ, axis=0, keepdims=True) / len(X)
    if it % 100 == 0:
        acc = accuracy_score(y, forward(X).argmax(axis=1))
        print("Iteration {:<5d} cost {:.5f}  accuracy {:.3f}".format(it, cost, acc))

pred = np.argmax(forward(X), axis=1)
cm = confusion_matrix(y, pred)
print("\nconfusion matrix")
print("      " + "".join(f"{'p' + str(j):>5}" for j in range(3)))
for i, row in enumerate(cm):
    print(f"  t{i}  " + "".join(f"{v:5d}" for v in row))
print("per class recall:", (np.diag(cm) / cm.sum(axis=1)).round(3))
wrong = np.where(pred != y)[0]
print(len(wrong), "wrong:", wrong[:10])
