import torch
def run(f):
    try:
        print(f())
    except RuntimeError as e:
        print("RuntimeError:", e)
def make():
    return torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
def a():
    x = make()
    y = x * 2
    z = y * y
    y.add_(1)
    z.sum().backward()
    return x.grad
def b():
    x = make()
    y = x * 2
    z = y + 1
    y.add_(1)
    z.sum().backward()
    return x.grad
def c():
    x = make()
    y = x.exp()
    y.detach().zero_()
    y.sum().backward()
    return x.grad
def d():
    x = make()
    y = x.exp()
    y.data.zero_()
    y.sum().backward()
    return x.grad
def e():
    x = make()
    y = x.tanh()
    y *= 3
    y.sum().backward()
    return x.grad
def f():
    x = make()
    w = torch.ones(3)
    y = x * w
    w.add_(1)
    y.sum().backward()
    return x.grad
def g():
    x = make()
    y = (x * 3).relu_()
    y.sum().backward()
    return x.grad
def i():
    x = make()
    y = x.clone()
    y.zero_()
    y += x
    y.sum().backward()
    return x.grad
def j():
    x = make()
    y = torch.zeros(3)
    y += x * 2
    print(y)
    y.sum().backward()
    return x.grad
def k():
    x = make()
    z = x.sigmoid()
    with torch.no_grad():
        x.zero_()
    z.sum().backward()
    return x.grad
def l():
    x = make()
    z = x ** 2
    with torch.no_grad():
        x.zero_()
    z.sum().backward()
    return x.grad
def m():
    x = make()
    z = torch.softmax(x, 0)
    z[0] = 0
    z.sum().backward()
    return x.grad
def n():
    x = make()
    z = x.max()
    with torch.no_grad():
        x += 1
    z.backward()
    return x.grad
def o():
    x = make()
    z = torch.nn.functional.mse_loss(x, torch.zeros(3))
    with torch.no_grad():
        x -= 1
    z.backward()
    return x.grad
for fn in (a, b, c, d, e, f, g, i, j, k, l, m, n, o):
    print(fn.__name__, end=" ")
    run(fn)
