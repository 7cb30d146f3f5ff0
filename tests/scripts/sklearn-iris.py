# Looking at the iris data before training on it
import numpy as np
from sklearn.datasets import load_iris

iris = load_iris()
print(type(iris))
print(iris.keys())
print(iris.data.shape, iris.target.shape, iris.data.dtype, iris.target.dtype)
print(iris["feature_names"])
print(iris.target_names)
print(repr(iris.target_names))
print(iris.data[:5])
print(iris["target"])

for number, name in enumerate(iris.target_names):
    rows = iris.data[iris.target == number]
    print(f"{number} {name:12s} {len(rows)} {rows.mean(axis=0).round(3)}")

print(iris.target_names[iris.target[[0, 60, 120]]])
print(iris.target_names[2], len(iris.target_names), iris.target_names.shape)
print(list(iris.target_names), "setosa" in iris.target_names)
named = iris.target_names[iris.target]
print(named.shape, named.dtype, (named == "virginica").sum())
print(np.mean(named != "setosa"))
print(named[::10])

X, y = load_iris(return_X_y=True)
print(np.array_equal(X, iris.data), np.bincount(y))
print(X.min(axis=0), X.max(axis=0), X.std(axis=0))
print("data" in iris, len(iris), iris.filename, iris.frame)
try:
    iris.labels
except AttributeError as error:
    print("AttributeError:", error)
try:
    iris["labels"]
except KeyError as error:
    print("KeyError:", error)
iris.note = "mine"
print(iris["note"], list(iris)[-1])
