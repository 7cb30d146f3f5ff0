import numpy as np
rng = np.random.RandomState(0)
words = np.array(["the", "cat", "sat", "mat", "dog"]); logits = np.array([2., 1., .5, .1, -1.])
def softmax(z, T=1.0): z = np.asarray(z) / T; e = np.exp(z - z.max()); return e / e.sum()
for T in (.1, .5, 1., 2., 10.):
    p = softmax(logits, T); c = rng.choice(words, size=200, p=p); u, n = np.unique(c, return_counts=True)
    print(f"T={T:<4} {' '.join(f'{w}:{q:.2f}' for w, q in zip(words, p))} | {dict(zip(u, n))} | H={-(p * np.log(p + 1e-12)).sum():.3f}")
def top_k(z, k): i = np.argsort(z)[::-1][:k]; m = np.full_like(z, -np.inf); m[i] = z[i]; return softmax(m)
def top_p(z, p):
    q = softmax(z); order = np.argsort(-q); cum = np.cumsum(q[order]); keep = order[:np.searchsorted(cum, p) + 1]
    out = np.zeros_like(q); out[keep] = q[keep]; return out / out.sum()
print(top_k(logits, 2), top_p(logits, .9), rng.multinomial(10, softmax(logits)))
g = -np.log(-np.log(rng.uniform(size=(1000, 5)))); print(np.bincount((logits + g).argmax(1), minlength=5) / 1000, softmax(logits).round(3))
for w, q in sorted(zip(words, softmax(logits)), key=lambda t: -t[1]): print("%-5s %5.1f%% %s" % (w, 100 * q, "=" * int(round(30 * q))))
rng.choice(words, p=[.5, .5, .1, 0, 0])
