import torch
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, y, torch.is_grad_enabled())
    with torch.enable_grad():
        z = x * 3
        print(z.requires_grad, torch.is_grad_enabled())
    print(torch.is_grad_enabled())
print(torch.is_grad_enabled())
@torch.no_grad()
def f(a):
    return a * 2
print(f(x).requires_grad)
@torch.enable_grad()
def g(a):
    return a * 2
with torch.no_grad():
    print(g(x).requires_grad)
with torch.inference_mode():
    print((x * 2).requires_grad)
with torch.set_grad_enabled(False):
    print((x * 2).requires_grad)
torch.set_grad_enabled(False)
print((x * 2).requires_grad)
torch.set_grad_enabled(True)
print((x * 2).requires_grad)
train = False
with torch.set_grad_enabled(train):
    print((x + 1).requires_grad)
try:
    with torch.no_grad():
        raise ValueError("out")
except ValueError as e:
    print(e, torch.is_grad_enabled())
y = x * 2
d = y.detach()
print(d.requires_grad, d.is_leaf)
d[0] = 10
print(y)
y2 = x * 2
y2.detach_()
print(y2.requires_grad, y2.is_leaf, y2)
c = x.clone()
print(c, c.is_leaf)
c.sum().backward()
print(x.grad)
with torch.no_grad():
    x -= 0.1 * x.grad
    x.grad.zero_()
print(x, x.grad)
x.data = torch.tensor([5., 6.])
print(x)
x.data -= 1
print(x)
x.data[0] = 0
print(x, x.data)
y = (x ** 2).sum()
x.data.mul_(2)
y.backward()
print(x.grad)
w = torch.zeros(2)
w.requires_grad_()
print(w.requires_grad)
w.requires_grad_(False)
print(w.requires_grad)
w.requires_grad = True
print(w)
h = (w + 1) * 2
h.retain_grad()
h.sum().backward()
print(h.grad, w.grad)
print((w + 1).grad)
from torch.autograd import Variable
v = Variable(torch.ones(2), requires_grad=True)
print(v)
v = torch.autograd.Variable(torch.ones(2))
print(v)
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
print(torch.autograd.grad(a * b, (a, b)))
print(torch.autograd.grad(a ** 2, a))
print(torch.autograd.grad(a ** 2, [a, b], allow_unused=True))
v = torch.tensor([1., 2.], requires_grad=True)
print(torch.autograd.grad(v ** 2, v, grad_outputs=torch.tensor([1., 10.])))
print(a.grad, b.grad)
(a * 2).backward()
print(a.grad)
k = torch.tensor([1., 2., 3.])
u = torch.tensor([1., 2., 3.], requires_grad=True)
p = (k * u).sum()
p.backward()
print(u.grad, k.grad, k.requires_grad)
print(u.grad.requires_grad)
