import numpy as np

def entropy(p):
    return -sum(x * np.log2(x) for x in p if x > 0)

def kl(p, q):
    return np.sum(np.where(p != 0, p * np.log(p / q), 0))

p, q = np.array([0.10, 0.40, 0.50]), np.array([0.80, 0.15, 0.05])
print("H(p) = %.3f bits" % entropy(p), "H(q) = %.3f bits" % entropy(q))
print(kl(p, q), kl(q, p), -np.sum(p * np.log(q)))
for t in (0.5, 1, 5):
    e = np.exp(np.array([1.0, 2.0, 3.0]) / t)
    d = e / e.sum()
    print(t, d.round(4), f"{entropy(d):.4f}", "max" if d.argmax() == 2 else "?")
