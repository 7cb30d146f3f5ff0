import numpy as np

y_true = np.array([1, 0, 1, 1, 0])
y_pred = np.array([0.9, 0.1, 0.8, 0.35, 0.05])
eps = 1e-15
y_pred = np.clip(y_pred, eps, 1 - eps)
loss = -(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
print(loss)
print(f"BCE: {loss.mean():.6f}")
labels = (y_pred > 0.5).astype(int)
print(labels, (labels == y_true).sum(), np.mean(labels == y_true))
print(f"accuracy {100 * (labels == y_true).mean():.1f}%")
