import numpy as np
scores = np.array([3, 1, 2])
scores -= scores.max()
print(scores, scores.dtype)
probs = np.exp(scores) / np.exp(scores).sum()
print(probs)
w = np.array([1, 2, 3])
grad = np.array([0.1, 0.2, 0.3])
w -= 0.5 * grad
print("not reached", w)
