# Stratified splits keep the shares of the classes
import numpy as np
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split

X, y = load_iris(return_X_y=True)
_, _, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y,
                                         random_state=42)
print(np.bincount(y_train), np.bincount(y_test))
print(y_test)

X, y = load_breast_cancer(return_X_y=True)
for seed in range(3):
    parts = train_test_split(X, y, test_size=0.2, random_state=seed,
                             stratify=y)
    print(seed, np.bincount(parts[2]), np.bincount(parts[3]),
          round(parts[3].mean(), 4), parts[1][0, :3])

X, y = make_classification(n_samples=60, n_features=5, n_informative=3,
                           n_classes=3, weights=[0.6, 0.3, 0.1],
                           random_state=7)
print(np.bincount(y))
a, b, c, d = train_test_split(X, y, train_size=20, test_size=10, stratify=y,
                              random_state=7)
print(np.bincount(c), np.bincount(d), c, d)
print(a[0])

words = ["no", "yes", "no", "no", "yes", "yes", "no", "no", "yes", "no"]
print(train_test_split(range(10), words, test_size=5, stratify=words,
                       random_state=1))
grid = np.array([[0, 1], [1, 0], [0, 1], [1, 0], [1, 1], [1, 1], [1, 1]])
print(train_test_split(np.arange(7), test_size=3, stratify=grid,
                       random_state=2))
for y in ([0, 0, 0, 1], [0, 0, 1, 1, 2, 2]):
    try:
        train_test_split(y, test_size=2, stratify=y)
    except ValueError as error:
        print("ValueError:", error)
