import torch
def run(f):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    try:
        y = f(x)
        y.sum().backward()
        print(f.__name__, x.grad, y.detach())
    except RuntimeError as e:
        print(f.__name__, "RuntimeError:", e)
def c(x):
    z = x * 2
    z[0] = z[1]
    return z
def e(x):
    z = x * 2
    z += z.exp()
    return z
def f(x):
    z = x * 2
    z *= z.exp()
    return z
def g(x):
    z = x * 2
    w = z * z
    z -= w
    return z
def h(x):
    z = x * 2
    w = z.exp()
    z -= w
    return z * w
def i(x):
    z = x.clone()
    for k in range(3):
        z = z * 2
        z += k
    return z
def j(x):
    z = torch.zeros(3)
    z[1] = x[0]
    z[2] = x[1] * x[2]
    return z * z
def k(x):
    z = torch.zeros(3)
    z[1] = x[0]
    w = z * z
    z[2] = x[1] * x[2]
    return w
def l(x):
    z = x.sigmoid()
    z += 1
    return z
def m(x):
    z = (x * 2).tanh_()
    return z * 2
def n(x):
    z = x * 2
    v = z[1:]
    z *= 2
    return v
for fn in (c, e, f, g, h, i, j, k, l, m):
    run(fn)
