import numpy as np


def mean_squared(a, b):
    ((a - b) ** 2).mean()


loss = mean_squared(np.array([1, 2]), np.array([3, 4]))
print("loss is", loss)
print("sum", np.array([1.0]) + loss)
