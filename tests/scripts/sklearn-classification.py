# make_classification with all its knobs
import numpy as np
from sklearn.datasets import make_classification

X, y = make_classification(n_samples=100, n_features=4, random_state=0)
print(X.shape, X.dtype, y.dtype, np.bincount(y))
print(X[:4], y[:20])
X, y = make_classification(n_samples=8, n_features=2, n_redundant=0,
                           n_clusters_per_class=1, class_sep=2.0,
                           random_state=42)
print(X, y)
X, y = make_classification(n_samples=50, n_features=6, n_informative=3,
                           n_redundant=2, n_repeated=1, n_classes=3,
                           weights=[0.2, 0.3], flip_y=0.1, random_state=1)
print(X[:2].round(10), np.bincount(y))
X, y = make_classification(20, 5, n_informative=4, n_redundant=0, shift=None,
                           scale=None, hypercube=False, shuffle=False,
                           random_state=np.random.RandomState(2))
print(X[:2], y)
X, y = make_classification(12, 3, n_informative=3, n_redundant=0, flip_y=0,
                           shift=[1, 2, 3], scale=np.array([1, 10, 100]),
                           random_state=3)
print(X[:3], y)
np.random.seed(9)
print(make_classification(6, 2, n_redundant=0)[0], np.random.rand())

for bad in ({"n_features": 3}, {"n_features": 4, "n_classes": 5},
            {"weights": [0.1, 0.2, 0.3, 0.4]}):
    try:
        make_classification(**bad)
    except ValueError as error:
        print("ValueError:", error)
