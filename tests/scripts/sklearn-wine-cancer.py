# Two tables whose columns differ in size
import numpy as np
from sklearn.datasets import load_breast_cancer, load_wine

wine = load_wine()
print(list(wine.keys()))
print(wine.data.shape, np.bincount(wine.target), wine.target_names)
print(wine.feature_names)
print(wine.data[0])
mean, scale = wine.data.mean(axis=0), wine.data.std(axis=0)
print(mean)
print(scale)
print(((wine.data - mean) / scale)[:2].round(4))

cancer = load_breast_cancer()
print(cancer.data.shape, cancer.target.shape)
print(cancer.target_names, np.bincount(cancer.target))
print(cancer.feature_names)
print(cancer.feature_names[:4], repr(cancer.feature_names[:2]))
print(repr(cancer.feature_names))
print(cancer.filename, cancer.data_module)
X, y = load_breast_cancer(return_X_y=True)
for i in np.argsort(-np.abs(X[y == 0].mean(axis=0) / X[y == 1].mean(axis=0)))[:3]:
    print("%-25s %8.3f %8.3f" % (cancer.feature_names[i],
                                 X[y == 0][:, i].mean(), X[y == 1][:, i].mean()))
