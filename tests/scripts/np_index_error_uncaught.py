import numpy as np

def nll(log_probs, targets):
    return -log_probs[np.arange(len(targets)), targets].mean()

logits = np.array([[2.0, 0.5, -1.0], [0.1, 0.2, 3.0]])
log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
print(log_probs.round(4))
print(nll(log_probs, np.array([0, 2])))
print(nll(log_probs, [1, -1]))

for targets in ([0, 3], [0, 1, 2], [0.0, 1.0]):
    try:
        print(nll(log_probs, targets))
    except IndexError as e:
        print("IndexError:", e)

matrix = np.arange(12).reshape(3, 4)
print(matrix[-1, -1], matrix[1], matrix[:, 1])
try:
    matrix[0, 0, 0]
except IndexError as e:
    print(e)
classes = ["a", "b", "c"]
print([classes[i] for i in log_probs.argmax(axis=1)])
print(matrix[2, 4])
