# Clouds of points around centres
import numpy as np
from sklearn.datasets import make_blobs

X, y = make_blobs(n_samples=10, random_state=42)
print(X)
print(y)
X, y = make_blobs(n_samples=300, centers=4, cluster_std=0.6, random_state=0)
for c in range(4):
    print(c, (y == c).sum(), X[y == c].mean(axis=0).round(4),
          X[y == c].std(axis=0).round(4))
centers = [[0, 0], [5, 5], [0, 5]]
X, y, given = make_blobs(9, centers=centers, cluster_std=[0.1, 0.5, 1.0],
                         random_state=1, return_centers=True)
print(X, y, given, given.dtype)
X, y, drawn = make_blobs([2, 3, 1], n_features=3, random_state=5,
                         return_centers=True, shuffle=False)
print(X, y, drawn)
X, y = make_blobs((4, 2), centers=np.array([[1.0, 2.0], [-1.0, 0.0]]),
                  cluster_std=np.array([0.5, 0.1]), random_state=3)
print(X, y)
X, y = make_blobs(7, n_features=4, centers=2, center_box=(0, 1),
                  cluster_std=0.01, random_state=np.random.RandomState(8))
print(X.round(5), y)
np.random.seed(0)
print(make_blobs(5)[1], make_blobs(5)[1], make_blobs(3, 1)[0])
for bad in ({"n_samples": [3, 4], "centers": 3},
            {"n_samples": [3, 4], "centers": [[1, 2]]},
            {"centers": [1, 2]}, {"centers": [[1, np.nan]]},
            {"cluster_std": [1, 2], "centers": [[0, 0]]},
            {"cluster_std": -1}, {"n_samples": -5}):
    try:
        make_blobs(**bad)
    except ValueError as error:
        print("ValueError:", error)
