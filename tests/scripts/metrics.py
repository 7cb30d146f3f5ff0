import numpy as np

def confusion(y, p, k):
    m = np.zeros((k, k), dtype=int)
    for a, b in zip(y, p):
        m[a][b] += 1
    return m

y = np.array([0, 1, 2, 2, 1, 0, 1, 2])
p = np.array([0, 2, 2, 2, 1, 0, 0, 1])
m = confusion(y, p, 3)
print(m, np.trace(m), m.sum(axis=0), m.sum(1), sep="\n")
precision = np.diag(m) / m.sum(axis=0)
recall = np.diag(m) / m.sum(axis=1)
f1 = 2 * precision * recall / (precision + recall)
for c in range(3):
    print("class {}: precision {:.2f} recall {:.2f} f1 {:.3f}".format(c, precision[c], recall[c], f1[c]))
print("accuracy", (y == p).mean(), np.bincount(y), np.bincount(y) / len(y))
print(classes)
