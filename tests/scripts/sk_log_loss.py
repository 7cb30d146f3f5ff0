import numpy as np
from math import log
from sklearn.metrics import log_loss

y = [1, 0, 1, 1, 0]
p = [0.9, 0.2, 0.65, 0.4, 0.05]

by_hand = 0
for yi, pi in zip(y, p):
    term = -(yi * log(pi) + (1 - yi) * log(1 - pi))
    print(f"y={yi} p={pi:<5} loss={term:.6f}")
    by_hand += term
by_hand /= len(y)
print("by hand:", by_hand)
print("sklearn:", log_loss(y, p))
print("sum    :", log_loss(y, p, normalize=False))

probs = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.25, 0.25, 0.5]])
classes = ["bird", "cat", "dog"]
truth = ["bird", "cat", "dog"]
print("three classes:", log_loss(truth, probs))
print("numpy        :", -np.mean(np.log(probs[range(3), range(3)])))

print("sure and right:", log_loss([0, 1], [0, 1]))
print("sure and wrong:", log_loss([0, 1], [1, 0]))
for q in [0.5, 0.6, 0.9, 0.99, 0.999]:
    print("confidence %.3f  right %.4f  wrong %.4f" % (q, log_loss([1, 0], [q, 1 - q]), log_loss([0, 1], [q, 1 - q])))

for bad in (lambda: log_loss([1, 1], [0.9, 0.8]),
            lambda: log_loss([0, 1, 2], [0.1, 0.9]),
            lambda: log_loss([0, 1, 2], [[0.5, 0.5]] * 3)):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
print(log_loss([1, 1], [0.9, 0.8], labels=[0, 1]))
