from math import *
print(sqrt(2), pi, pow(2, 3))
from numpy import *
print(array([1, 2]), exp(array([0.0, 1.0])), max([1, 2]), abs(-1), round(2.5), sum([[1, 2], [3, 4]], axis=0), any([0, 1]), all([]))
print(dot(array([1, 2]), array([3, 4])), random.seed, zeros(2), linspace(0, 1, 3), pi, e, inf)


def sigmoid(x):
    return 1 / (1 + exp(-x))


print(sigmoid(array([0, 2.0])), shape(array([[1]])), mean([1, 2, 3]), float64(3), arange(3).sum())
from random import *
seed(1)
print(random(), randint(1, 6))
