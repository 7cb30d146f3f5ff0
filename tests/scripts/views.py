import numpy as np
m = np.arange(12).reshape(3, 4)
row = m[1]
row[0] = 100
m[:, 2] = -1
print(m)
t = m.T
t[0, 0] = 55
print(m[0, 0], t.shape, m.ravel()[:5], m.reshape(-1, 2)[0])
c = m[[0, 1]]
c[:] = 0
print(m[0])
m[m < 0] = 7
m[0, ::2] += 10
print(m)
b = a = np.zeros(2)
a += 1
print(b, a is b)
a = a + 1
print(b, a)

def change(x):
    x[0] = 99

change(b)
print(b)
f = np.array([1, 2, 3])
f[0] = 2.9
print(f, f.dtype)
f += 1.5
