# Splitting what torch is going to train on
import numpy as np
import torch
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

X, y = make_moons(n_samples=200, noise=0.2, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(
    torch.FloatTensor(X), torch.LongTensor(y), test_size=0.25, random_state=0)
print(X_train.shape, X_test.shape, y_train.dtype, type(X_train))
print(X_test[:4])
print(y_test[:20], y_test.float().mean())

t = torch.arange(8)
train, test = train_test_split(t, test_size=0.25, random_state=1)
print(train, test)
train, test, names = train_test_split(t, list("abcdefgh"), random_state=1)[:3]
print(train, test, names)
print(train_test_split(t.reshape(4, 2), np.arange(4), random_state=9))

X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, stratify=torch.tensor(y), random_state=4)
X_train = torch.tensor(X_train, dtype=torch.float32)
y_train = torch.from_numpy(y_train).float().view(-1, 1)
print(X_train.dtype, y_train.shape, y_train.sum(), np.bincount(y_test))
