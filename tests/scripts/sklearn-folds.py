# Cross-validation by hand, and shuffling rows together
import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.utils import shuffle

X = np.arange(20).reshape(10, 2)
y = np.array([0, 0, 0, 1, 1, 1, 1, 0, 0, 1])
kf = KFold(n_splits=3)
print(kf, kf.get_n_splits(X))
for train, test in kf.split(X):
    print(train, test)
for fold, (train, test) in enumerate(KFold(4, shuffle=True,
                                           random_state=1).split(X)):
    print(f"Fold {fold}: train={train} test={test} {X[test].sum()}")
skf = StratifiedKFold(n_splits=5)
for train, test in skf.split(X, y):
    print(train, test, y[test])
for train, test in StratifiedKFold(2, shuffle=True, random_state=0).split(X, y):
    print(train, test)
print(len(list(kf.split(X))))
for bad in (lambda: KFold(1), lambda: KFold(2.5), lambda: KFold(3, shuffle=1),
            lambda: KFold(random_state=0), lambda: next(KFold(11).split(X)),
            lambda: next(StratifiedKFold(6).split(X, y))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)

a, b = shuffle(X, y, random_state=0)
print(a.tolist(), b)
print(shuffle(["a", "b", "c", "d"], random_state=5))
np.random.seed(3)
print(shuffle(np.arange(6)), shuffle(np.arange(6), n_samples=2))
