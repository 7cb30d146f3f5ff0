import numpy as np
a = np.arange(6)
print(a.reshape(2, 3), a.reshape(3, -1), a.reshape((1, 6)), a[:, None].shape)
b = a.reshape(2, 3)
print(b.T, b.flatten(), np.transpose(b).shape, b.ravel(), np.squeeze(b[None]).shape, np.expand_dims(a, 1).shape)
print(np.concatenate([b, b]), np.concatenate([b, b], axis=1), np.vstack([a, a]), np.hstack([a, a]), np.stack([a, a], axis=1))
print(np.tile(a, 2), np.repeat([1, 2], 3), np.append(a, 9), np.insert(a, 0, 1), np.cumsum(a), np.diff(a))
print(np.argsort([3, 1, 2]), np.sort([3, 1, 2])[::-1], np.outer([1, 2], [3, 4]), np.meshgrid([1, 2], [3, 4]))
print(b.reshape(4, 2))
