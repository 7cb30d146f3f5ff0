import torch
import numpy as np
def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
x = torch.tensor([1.0, 2.0], requires_grad=True)
attempt(lambda: (x * 2).backward())
attempt(lambda: torch.tensor(1.0).backward())
attempt(lambda: torch.tensor([1, 2], requires_grad=True))
attempt(lambda: torch.arange(3, requires_grad=True))
attempt(lambda: x.numpy())
attempt(lambda: (x * 2).numpy())
attempt(lambda: np.array(x))
attempt(lambda: np.exp(x))
attempt(lambda: np.asarray(x))
attempt(lambda: x.detach().numpy())
attempt(lambda: x.add_(1))
attempt(lambda: x[0].add_(1))
attempt(lambda: x.zero_())
attempt(lambda: x.fill_(2))
attempt(lambda: x.view(2).mul_(3))
attempt(lambda: x.copy_(torch.ones(2)))
attempt(lambda: x.normal_())
attempt(lambda: x.clamp_(0))
attempt(lambda: torch.relu_(x))
attempt(lambda: torch.nn.functional.relu(x, inplace=True))
def assign():
    x[0] = 5.0
attempt(assign)
def iadd():
    global x
    x += 1
attempt(iadd)
def isub():
    global x
    x -= 0.1 * x
attempt(isub)
y = (x * 2).sum()
y.backward()
attempt(lambda: y.backward())
z = (x * x).sum()
z.backward()
attempt(lambda: z.backward())
z = torch.exp(x).sum()
z.backward()
attempt(lambda: z.backward())
z = torch.sigmoid(x).mean()
z.backward()
attempt(lambda: z.backward())
z = (x * x).sum()
z.backward(retain_graph=True)
z.backward()
print(x.grad)
y = x * 2
attempt(lambda: y.requires_grad_(False))
def setrg():
    y.requires_grad = False
attempt(setrg)
attempt(lambda: y.backward(torch.ones(3)))
attempt(lambda: y.backward(2.0))
attempt(lambda: y.backward(torch.tensor([1., 2.])))
print(x.grad)
attempt(lambda: bool(x))
attempt(lambda: float(x))
attempt(lambda: x.item())
w = torch.ones(2)
attempt(lambda: w.retain_grad())
attempt(lambda: torch.autograd.grad(w.sum(), w))
attempt(lambda: torch.autograd.grad(y.sum(), w))
attempt(lambda: torch.autograd.grad(x.sum(), [x, y]))
def set_bad():
    x.grad = 3
attempt(set_bad)
def set_bad2():
    x.grad = torch.ones(3)
attempt(set_bad2)
def set_bad3():
    x.grad = torch.ones(2, dtype=torch.float64)
attempt(set_bad3)
y = x.exp()
y += 1
attempt(lambda: y.sum().backward())
y = x * x
w = y * y
y += 1
attempt(lambda: w.sum().backward())
y = x * 2
y += 1
y.sum().backward()
print(x.grad)
y = x.sigmoid()
y.mul_(2)
attempt(lambda: y.sum().backward())
y = x ** 2
y[0] = 0
y.sum().backward()
print(x.grad)
