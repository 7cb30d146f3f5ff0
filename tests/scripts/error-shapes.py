import numpy as np
tests = [
    lambda: np.ones(3) + np.ones(2),
    lambda: np.ones((2, 3)) @ np.ones((2, 3)),
    lambda: np.dot(np.ones((2, 3)), np.ones(2)),
    lambda: np.ones(6).reshape(4, 2),
    lambda: np.ones((2, 3)).sum(axis=2),
    lambda: np.ones(3)[5],
    lambda: np.ones((2, 3))[0, 0, 0],
    lambda: np.concatenate([np.ones((2, 3)), np.ones((3, 2))]),
    lambda: float(np.ones(3)),
    lambda: np.zeros(2, 3),
    lambda: np.exp(),
    lambda: np.exp("a"),
    lambda: np.expp(1),
    lambda: np.float(1),
    lambda: [1, 2] - np.ones(3),
    lambda: np.ones(3).foo,
    lambda: np.arange(3).item(),
    lambda: np.linalg.inv(np.zeros((2, 2))),
]
for t in tests:
    try:
        print(t())
    except Exception as e:
        print(type(e).__name__, "-", e)
