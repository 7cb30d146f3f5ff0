from math import log2

def entropy(probabilities):
    return sum(-p * log2(p) for p in probabilities if p > 0)

def kl_divergence(p, q):
    total = 0
    for pi, qi in zip(p, q):
        if pi == 0:
            continue
        if qi == 0:
            return float("inf")
        total += pi * log2(pi / qi)
    return total

def cross_entropy(p, q):
    return entropy(p) + kl_divergence(p, q)

distributions = {
    "fair coin": [1/2, 1/2],
    "biased coin": [0.9, 0.1],
    "fair die": [1/6] * 6,
    "loaded die": [0.1, 0.1, 0.1, 0.1, 0.1, 0.5],
    "certain": [1.0, 0.0],
}
for name, p in distributions.items():
    print(f"H({name}) = {entropy(p):.4f} bits")

fair, loaded = distributions["fair die"], distributions["loaded die"]
print("KL(loaded || fair) =", round(kl_divergence(loaded, fair), 5))
print("KL(fair || loaded) =", round(kl_divergence(fair, loaded), 5))
print("H(loaded, fair)    =", round(cross_entropy(loaded, fair), 5))
print("KL to impossible   =", kl_divergence([0.5, 0.5], [1, 0]))

best = (None, -1)
for i in range(0, 101, 5):
    p = i / 100
    h = entropy([p, 1 - p])
    if h > best[1]:
        best = (p, h)
print("maximum of the coin entropy:", best)
print("asymmetric:", kl_divergence(fair, loaded) != kl_divergence(loaded, fair))
p = [0.25] * 4
print(entropy(p), entropy([1]), entropy([]))
