import torch
x = torch.tensor(3.0, requires_grad=True)
print(x, x.requires_grad, x.is_leaf, x.grad, x.grad_fn)
y = x ** 2 + 2 * x + 1
print(y, y.requires_grad, y.is_leaf)
print(y.grad_fn.name())
y.backward()
print(x.grad)
y = x ** 3
y.backward()
print(x.grad)
x.grad.zero_()
print(x.grad)
x.grad = None
print(x.grad)
for f in (torch.zeros, torch.ones, torch.empty, torch.rand, torch.randn):
    t = f(2, 3, requires_grad=True)
    print(f.__name__, t.requires_grad, t.is_leaf, tuple(t.shape))
print(torch.full((2,), 1.5, requires_grad=True))
print(torch.arange(3., requires_grad=True))
print(torch.linspace(0, 1, 3, requires_grad=True))
print(torch.eye(2, requires_grad=True))
print(torch.zeros_like(torch.ones(2), requires_grad=True))
print(torch.tensor([[1., 2.], [3., 4.]], requires_grad=True))
print(torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True))
print(torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True) * 2)
a = torch.tensor([1., 2., 3.], requires_grad=True)
b = a * 2
print(b)
print(b.sum(), b.mean(), b.max(), b[0], b[1:])
print(b.view(3, 1))
print(b.detach(), b.data)
print((b > 3).float())
for i in a:
    print(i)
print(torch.sigmoid(a), torch.softmax(a, 0), torch.exp(a), torch.log(a))
print(b.dtype, b.shape, len(b))
print(f"{b.sum().item():.4f}", b.tolist(), b[0].item())
print(float(b[0]), int(b[1]))
