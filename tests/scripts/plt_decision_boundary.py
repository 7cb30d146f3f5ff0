# Two classes, a small network, and the border between them as a picture.
import numpy as np
import matplotlib.pyplot as plt
from matplotlib.colors import ListedColormap

rng = np.random.RandomState(3)
X = np.vstack([rng.randn(30, 2) + [1.5, 1.5], rng.randn(30, 2) - [1.5, 1.5]])
y = np.hstack([np.ones(30), np.zeros(30)])
w, b = np.zeros(2), 0.0
losses = []
for epoch in range(100):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    losses.append(loss)
    w -= 0.1 * X.T @ (p - y) / len(y)
    b -= 0.1 * np.mean(p - y)
    if epoch % 25 == 0:
        print(f"epoch {epoch:3d}  loss {loss:.4f}")
print("accuracy:", np.mean((p > 0.5) == y))

cmap = ListedColormap(["#FFAAAA", "#AAAAFF"])
xx, yy = np.meshgrid(np.arange(-5, 5, 0.25), np.arange(-5, 5, 0.25))
Z = (np.c_[xx.ravel(), yy.ravel()] @ w + b > 0).astype(int).reshape(xx.shape)
fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
cs = left.contourf(xx, yy, Z, cmap=cmap, alpha=0.8)
left.scatter(X[:, 0], X[:, 1], c=y, edgecolors="k", cmap=ListedColormap(["r", "b"]))
left.set_title("Decision boundary")
left.set_xlabel("$x_1$")
left.set_ylabel("$x_2$")
right.plot(losses, "b-", label="loss")
right.set(xlabel="epoch", ylabel="loss", title="Training")
right.legend()
print(fig)
print(cs.levels)
print(left.get_xlim(), left.get_ylim())
print([round(v, 4) for v in right.get_xlim()], right.get_title())
plt.tight_layout()
plt.show()
print("done")
