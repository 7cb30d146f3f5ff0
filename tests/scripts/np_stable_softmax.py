import numpy as np

def softmax_naive(z):
    return np.exp(z) / np.sum(np.exp(z))

def softmax_stable(z):
    z = np.asarray(z, dtype=float)
    shifted = z - np.max(z, axis=-1, keepdims=True)
    e = np.exp(shifted)
    return e / np.sum(e, axis=-1, keepdims=True)

examples = {
    "small": [1.0, 2.0, 3.0],
    "negative": [-1.0, -2.0, -3.0],
    "equal": [5.0, 5.0, 5.0, 5.0],
    "large": [1000.0, 1001.0, 1002.0],
    "mixed": [-1000.0, 0.0, 1000.0],
}

for name, logits in examples.items():
    logits = np.array(logits)
    naive = softmax_naive(logits)
    stable = softmax_stable(logits)
    print("%-10s naive : %s" % (name, naive))
    print("%-10s stable: %s" % ("", stable))
    if np.isnan(naive).any():
        print("           -> naive softmax broke down!")
    assert np.isclose(stable.sum(), 1.0)

batch = np.array([[2.0, 1.0, 0.1], [1.0, 3.0, 0.2], [0.0, 0.0, 0.0]])
p = softmax_stable(batch)
print("\nBatch probabilities:\n", p)
print("Row sums:", p.sum(axis=1))
print("Predicted classes:", p.argmax(axis=1))

# adding a constant changes nothing
print(np.allclose(softmax_stable(batch), softmax_stable(batch + 100)))
