# What train_test_split says about arguments that do not fit
import numpy as np
from sklearn.model_selection import train_test_split

a, b = np.arange(6), np.arange(5)
for arrays, named in (((), {}), ((a, b), {}), ((a,), {"test_size": 1.5}),
                      ((a,), {"test_size": 6}), ((a,), {"test_size": 0}),
                      ((a,), {"train_size": -0.1}), ((a,), {"test_size": "3"}),
                      ((a,), {"test_size": True}), ((a,), {"test_size": 1.0}),
                      ((a,), {"test_size": 0.7, "train_size": 0.6}),
                      ((a,), {"test_size": 4, "train_size": 3}),
                      ((a[:1],), {}), ((a,), {"random_state": "a"}),
                      ((a,), {"random_state": -1}), ((3,), {}),
                      ((np.float64(3),), {}),
                      ((a,), {"shuffle": False, "stratify": a}),
                      ((a,), {"stratify": b}), ((a,), {"stratify": a}),
                      ((a,), {"stratify": [0, 0, 0, 1, 1, 1], "test_size": 1}),
                      ((a,), {"test": 3})):
    try:
        print(train_test_split(*arrays, **named))
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
