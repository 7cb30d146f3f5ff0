import numpy as np
x = np.array([3, -1, 4, -1, 5, -9])
y = np.array([0, 1, 0, 1, 0, 1])
print(x > 0, x[x > 0], x[(x > 0) & (y == 0)], x[~(y == 1)], (x > 0).sum())
print(np.where(x > 0)[0], np.argwhere(x < 0).ravel(), np.nonzero(y))
print(np.any(x > 4), np.all(x > -10), np.count_nonzero(y), np.unique(y, return_counts=True))
x[x < 0] = 0
print(x, np.clip(x, 1, 4), np.sign(x - 3))
for label in np.unique(y):
    print(label, x[y == label].mean(), type(label).__name__)
if (x > 0).all():
    print("all")
elif (x > 0).any():
    print("some")
if x > 0:
    print("never")
