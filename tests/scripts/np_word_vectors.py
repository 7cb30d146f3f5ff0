import numpy as np
corpus = "the cat sat on the mat the dog sat on the log".split()
vocab = sorted(set(corpus))
w2i = {w: i for i, w in enumerate(vocab)}
i2w = dict((i, w) for w, i in w2i.items())
print(len(vocab), w2i, i2w[0])
pairs = []
for i, w in enumerate(corpus):
    for j in range(max(0, i - 2), min(len(corpus), i + 3)):
        if i != j:
            pairs.append((w2i[w], w2i[corpus[j]]))
print(len(pairs), pairs[:4])
np.random.seed(0)
V, D = len(vocab), 4
Win = np.random.rand(V, D) - 0.5
Wout = np.random.rand(D, V) - 0.5
def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()
for epoch in range(10):
    total = 0
    for c, o in pairs:
        h = Win[c]
        p = softmax(h @ Wout)
        total -= np.log(p[o])
        e = p.copy(); e[o] -= 1
        dWout = np.outer(h, e)
        dh = Wout @ e
        Wout -= 0.1 * dWout
        Win[c] -= 0.1 * dh
    if epoch % 3 == 0:
        print("epoch", epoch, "loss", round(total / len(pairs), 4))
def most_similar(word, n=3):
    v = Win[w2i[word]]
    sims = Win @ v / (np.linalg.norm(Win, axis=1) * np.linalg.norm(v))
    order = np.argsort(-sims)
    return [(i2w[i], round(sims[i], 3)) for i in order if i2w[i] != word][:n]
for w in ["cat", "sat"]:
    print(w, "->", ", ".join(f"{a} ({s:.3f})" for a, s in most_similar(w)))
print(most_similar("bird"))
