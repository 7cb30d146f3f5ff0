import numpy as np

def kmeans(X, k, max_iter=100, seed=0):
    rng = np.random.RandomState(seed)
    centers = X[rng.choice(len(X), k, replace=False)]
    for it in range(max_iter):
        # distance of every point to every center, by broadcasting
        d = np.sqrt(((X[:, np.newaxis, :] - centers[np.newaxis, :, :]) ** 2).sum(axis=2))
        labels = d.argmin(axis=1)
        new_centers = np.array([X[labels == j].mean(axis=0) for j in range(k)])
        shift = np.linalg.norm(new_centers - centers)
        print(f"iteration {it}: inertia {np.sum(d.min(axis=1) ** 2):.3f}, shift {shift:.4f}")
        if np.allclose(centers, new_centers):
            break
        centers = new_centers
    return centers, labels

rng = np.random.RandomState(12)
blobs = [rng.normal(loc, 0.6, size=(15, 2)) for loc in ([0, 0], [4, 4], [0, 5])]
X = np.vstack(blobs)
print("data:", X.shape, X.min(axis=0).round(2), X.max(axis=0).round(2))

centers, labels = kmeans(X, 3, seed=4)
order = np.argsort(centers[:, 0] + centers[:, 1])
print(centers[order].round(3))
unique, counts = np.unique(labels, return_counts=True)
print(dict(zip(unique.tolist(), counts.tolist())))

grid = [["." for _ in range(20)] for _ in range(8)]
low, high = X.min(axis=0), X.max(axis=0)
for (x, y), l in zip(X, labels):
    col = int((x - low[0]) / (high[0] - low[0]) * 19)
    row = 7 - int((y - low[1]) / (high[1] - low[1]) * 7)
    grid[row][col] = "abc"[l]
print("\n".join("".join(r) for r in grid))
