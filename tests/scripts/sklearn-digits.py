# The digits, as rows and as pictures
import numpy as np
from sklearn.datasets import load_digits

digits = load_digits()
print(digits.keys())
print(digits.data.shape, digits.images.shape, digits.target.shape)
print(digits.images[3])
print(digits.data[3].reshape(8, 8).sum(axis=0))
print(digits.target[:20], digits.target_names)
print(digits.feature_names[:9])
print(np.unique(digits.data))
print("how many of each:", np.bincount(digits.target))

X = digits.data / 16.0
print(X.mean(), X.max(), X.std())
means = np.array([X[digits.target == d].mean(axis=0) for d in range(10)])
print(means.shape, means[0].reshape(8, 8).round(2)[:2])
nearest = ((X[:200, None, :] - means[None]) ** 2).sum(axis=2).argmin(axis=1)
print("right:", (nearest == digits.target[:200]).mean())

small, labels = load_digits(n_class=2, return_X_y=True)
print(small.shape, labels.shape, labels[:10])

for row in digits.images[7].astype(int):
    print("".join("%3d" % pixel for pixel in row))
