import numpy as np

def f(x):
    return np.sum(np.log1p(np.exp(x)) * np.arange(x.size).reshape(x.shape))

def numgrad(f, x, eps=1e-6):
    g = np.empty_like(x)
    for idx in np.ndindex(*x.shape):
        xp = x.copy(); xp[idx] += eps
        xm = x.copy(); xm[idx] -= eps
        g[idx] = (f(xp) - f(xm)) / (2*eps)
    return g

def analytic(x):
    return np.arange(x.size).reshape(x.shape) / (1 + np.exp(-x))

x = np.linspace(-2, 2, 6).reshape(2, 3)
n, a = numgrad(f, x), analytic(x)
for (i, j), v in np.ndenumerate(x):
    print(f"x[{i},{j}]={v:+.2f}  numeric={n[i, j]:.5f}  analytic={a[i, j]:.5f}")
diff = np.linalg.norm(n - a) / (np.linalg.norm(n) + np.linalg.norm(a))
print("PASS" if diff < 1e-7 else "FAIL")
for row in a:
    print(" ".join("%8.4f" % v for v in row))
print(list(np.ndindex(2, 2)))
print(x.flat[3], x.flat[1:4], len(x.flat))
