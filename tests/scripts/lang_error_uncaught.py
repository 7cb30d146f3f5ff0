import numpy as np


def predict(x, w):
    return x @ w


def train(data, epochs):
    for epoch in range(epochs):
        print("epoch", epoch)
        scores = predict(data, np.ones((3, 2)))
        print(scores)
    return scores


print("start")
train(np.ones((2, 3)), 1)
train(np.ones((2, 4)), 2)
print("never")
