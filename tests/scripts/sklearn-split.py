# train_test_split: sizes, order, kinds of sequences
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, random_state=42)
print(X_train.shape, X_test.shape, y_train.shape, y_test.shape)
print(y_test)
print(X_test[:3])

a = np.arange(10)
print(train_test_split(a, random_state=0))
print(train_test_split(a, test_size=3, random_state=1))
print(train_test_split(a, train_size=0.5, random_state=1))
print(train_test_split(a, train_size=4, test_size=2, random_state=1))
print(train_test_split(a, shuffle=False))
print(train_test_split(list("abcdef"), range(6), random_state=3))
print(train_test_split((1, 2, 3, 4), [[1], [2], [3], [4]], test_size=0.5,
                       random_state=3))

np.random.seed(5)
print(train_test_split(a, a * a, a > 4))
rng = np.random.RandomState(5)
print(train_test_split(a, random_state=rng)[1], rng.rand())

for test_size in (0.1, 0.25, 0.33, 0.5, 7):
    parts = train_test_split(X, test_size=test_size, random_state=0)
    print(test_size, [len(part) for part in parts])

rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=0.2,
                                                random_state=0)
X_train, X_val, y_train, y_val = train_test_split(rest, y_rest, test_size=0.25,
                                                  random_state=0)
print(len(X_train), len(X_val), len(X_test), np.bincount(y_val))
