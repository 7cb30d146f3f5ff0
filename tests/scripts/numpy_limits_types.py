# Limits and kinds of numbers.
import numpy as np

print(np.finfo(np.float32).eps, np.finfo(float).max, np.finfo(float).tiny)
print(np.finfo(np.float32))
print(np.iinfo(np.int32).max, np.iinfo("uint8"))
for t in (np.float32, np.int64, np.uint8, bool):
    d = np.dtype(t)
    print(d, d.kind, d.itemsize, d.str, np.issubdtype(d, np.floating))
x = np.float32(1.5)
print(isinstance(x, np.floating), isinstance(np.int64(3), np.integer))
print(np.result_type(np.int64, np.float32), np.promote_types("i4", "f4"))
print(np.can_cast(np.float64, np.int64), np.can_cast(np.int32, np.int64))
print(np.array([1, 2, 3], ndmin=2).shape, np.asarray([1], dtype="f4").dtype)
print(np.isscalar(3), np.ndim([[1]]), np.size([[1, 2]]), np.shape(5))
a = np.arange(6).reshape(2, 3)
a.shape = (3, 2)
print(a, a.nbytes, a.flags["C_CONTIGUOUS"], a.T.flags.f_contiguous)
a.flat = 7
print(a, a.item(2), a.ptp(), a.nonzero()[0].tolist())
print(np.fmax([1, np.nan], 0))
print(np.gcd(12, 18), np.lcm(4, 6), np.hypot(3, 4), np.cbrt(27.0))
print(np.partition([7, 1, 5, 3], 2), np.argpartition([7, 1, 5, 3], 1))
