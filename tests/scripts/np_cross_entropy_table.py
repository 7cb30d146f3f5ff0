import numpy as np

def one_hot(labels, num_classes):
    return np.eye(num_classes)[labels]

def cross_entropy(y_true, y_pred, eps=1e-12):
    y_pred = np.clip(y_pred, eps, 1. - eps)
    return -np.sum(y_true * np.log(y_pred), axis=1)

class_names = ["cat", "dog", "bird"]
labels = np.array([0, 2, 1, 1])
probs = np.array([
    [0.70, 0.20, 0.10],
    [0.05, 0.15, 0.80],
    [0.30, 0.40, 0.30],
    [1.00, 0.00, 0.00],
])

Y = one_hot(labels, 3)
losses = cross_entropy(Y, probs)

header = f"{'true':<6}|{'predicted':^11}|{'p(true)':>9} |{'loss':>8}"
print(header)
print("-" * len(header))
for i, (label, p) in enumerate(zip(labels, probs)):
    pred = class_names[np.argmax(p)]
    mark = "ok" if np.argmax(p) == label else "!!"
    print(f"{class_names[label]:<6}|{pred:^11}|{p[label]:9.2f} |{losses[i]:8.4f} {mark}")
print("-" * len(header))
print(f"mean loss = {losses.mean():.6f}, accuracy = {np.mean(probs.argmax(1) == labels):.0%}")
print("one hot:\n%s" % Y.astype(int))
print("log-likelihood: {0:.3f}, perplexity: {1:.3e}".format(-losses.sum(), np.exp(losses.mean())))
