# Which question tells most? Information gain on the classic weather data
import numpy as np

outlook = "sunny sunny overcast rain rain rain overcast sunny sunny rain sunny overcast overcast rain".split()
windy = [0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1]
humidity = np.array([85, 90, 78, 96, 80, 70, 65, 95, 70, 80, 70, 90, 75, 80])
play = np.array([0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0])

def entropy(labels):
    _, counts = np.unique(labels, return_counts=True)
    p = counts / counts.sum()
    return -np.sum(p * np.log2(p))

def information_gain(feature, labels):
    before = entropy(labels)
    after = 0.0
    for value in sorted(set(feature)):
        mask = np.array([f == value for f in feature])
        weight = mask.mean()
        after += weight * entropy(labels[mask])
        print(f"    {str(value):<9} n={mask.sum():<3} p(play)={labels[mask].mean():.2f}  H={entropy(labels[mask]) + 0:.3f}")
    return before - after

print(f"H(play) = {entropy(play):.4f}")
features = {"outlook": outlook, "windy": windy, "humid": (humidity > 77).tolist()}
gains = {}
for name, feature in features.items():
    print(name)
    gains[name] = information_gain(feature, play)
for name in sorted(gains, key=gains.get, reverse=True):
    print("gain(%-8s) = %.4f %s" % (name, gains[name], "*" * int(gains[name] * 100)))
best_threshold = max(range(65, 97), key=lambda t: entropy(play) - sum(
    m.mean() * entropy(play[m]) for m in [humidity <= t, humidity > t] if m.any()))
print("best humidity threshold:", best_threshold)
