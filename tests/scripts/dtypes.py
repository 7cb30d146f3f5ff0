import numpy as np
i = np.array([1, 2, 3])
f = np.array([1.0, 2.5, 3])
s = np.array([1, 2, 3], dtype=np.float32)
for x in (i, f, s, i > 1):
    print(x, x.dtype, x.shape, x.size, x.ndim)
print((i + f).dtype, (i / 2).dtype, (i // 2).dtype, (s + f).dtype, (s * 2).dtype, (s + i).dtype, (i * True).dtype)
print(i.astype(float), f.astype(int), s.astype("float64"), np.array([True, False]).astype(int))
print(type(i[0]), type(f.sum()), type(i.tolist()[0]), float(s[0]), int(f[1]), i[0].item())
print(repr(i), repr(f), repr(s), repr(i > 1), [s[1]], {"a": f[0]})
print(np.array([1, 2.0]), np.array([1, True]), np.zeros(2, dtype=int), np.ones((1, 2), dtype=bool))
print(np.float32(0.1), np.float64(0.1), np.float32(0.1) + np.float64(0.2), np.int64(7) / 2, np.pi)
