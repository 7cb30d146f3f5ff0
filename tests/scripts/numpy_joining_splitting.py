# Putting arrays together and taking them apart.
import numpy as np

a = np.arange(6).reshape(2, 3)
print(np.c_[a, [7, 8]])
print(np.r_[0:5, 10, [7, 7]])
print(np.c_[np.array([1, 2, 3]), np.array([4, 5, 6])])
print(np.column_stack(([1, 2], [3, 4])), np.dstack(([1, 2], [3, 4])))
for part in np.array_split(np.arange(7), 3):
    print(part)
print(np.split(np.arange(10), [3, 5]))
print(np.hsplit(a, 3), np.vsplit(a, 2))
try:
    np.split(np.arange(7), 3)
except ValueError as e:
    print("ValueError:", e)
print(np.pad(a, 1), np.pad([1, 2, 3], (1, 2), "edge"))
print(np.pad([1, 2, 3], 2, mode="reflect"))
print(np.delete(a, 1, axis=1), np.delete(np.arange(5), [0, -1]))
print(np.insert(np.arange(3), 1, 9), np.append([1, 2], [[3], [4]]))
print(np.rot90(a), np.flipud(a), np.fliplr(a), np.roll(a, 1, axis=1))
print(np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 3))]]))
print(np.kron([1, 2], [[1], [1]]), np.tile([1, 2], (2, 2)))
print(np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape)
print(np.resize([1, 2, 3], (2, 4)))
