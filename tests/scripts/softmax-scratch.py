import numpy as np

def softmax(z):
    z = z - np.max(z, axis=-1, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=-1, keepdims=True)

scores = np.array([2.0, 1.0, 0.1])
print(softmax(scores))
print(softmax(scores).sum())
batch = np.array([[1, 2, 3, 6], [2, 4, 5, 6], [3, 8, 7, 6]])
print(softmax(batch))
print(softmax(batch).sum(axis=1), softmax(batch).argmax(axis=1))
print(softmax(np.array([1000.0, 1001.0, 1002.0])))
