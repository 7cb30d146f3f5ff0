import numpy as np

def softmax(x, temperature=1.0):
    x = np.array(x) / temperature
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum(axis=0)

def entropy(p):
    p = p[p > 0]
    return -(p * np.log2(p)).sum()

words = ["the", "a", "this", "banana"]
logits = [3.2, 2.7, 1.1, -2.0]
for T in [0.1, 0.5, 1, 2, 10, 100]:
    p = softmax(logits, T)
    bar = "  ".join("{}={:5.1%}".format(w, q) for w, q in zip(words, p))
    print("T=%-5s %s  H=%.3f bits" % (T, bar, entropy(p)))

np.random.seed(42)
counts = {w: 0 for w in words}
for _ in range(1000):
    w = np.random.choice(words, p=softmax(logits)) if False else words[np.random.choice(4, p=softmax(logits))]
    counts[w] += 1
for w, c in sorted(counts.items(), key=lambda kv: -kv[1]):
    print(f"{w:8s}{c:5d} {'#' * (c // 20)}")
print(max(counts, key=counts.get), sum(counts.values()))
