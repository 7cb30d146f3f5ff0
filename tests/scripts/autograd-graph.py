import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
z = y.sum()
print(x.is_leaf, y.is_leaf, z.is_leaf)
print(x.requires_grad, y.requires_grad, z.requires_grad)
y.retain_grad()
z.backward()
print(y.grad, x.grad)
print(torch.is_grad_enabled(), torch.is_tensor(x))
w = y.detach().requires_grad_()
(w * w).sum().backward()
print(w.grad, x.grad)
print(y.detach().clone() * 2)
c = x.clone().detach()
print(c.requires_grad, c)
q = x.detach().clone().requires_grad_(True)
(q ** 3).sum().backward()
print(q.grad)
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
Q = 3 * a ** 3 - b ** 2
Q.backward()
print(a.grad == 9 * a ** 2, b.grad == -2 * b)
print(a.grad, b.grad)
v = torch.ones(3, requires_grad=True)
for i in range(3):
    (v * (i + 1)).sum().backward()
    print(i, v.grad)
v.grad = torch.tensor([1., 2., 3.])
print(v.grad)
v.grad *= 2
print(v.grad)
v.grad.data.fill_(7)
print(v.grad)
del v.grad
print(v.grad)
frozen = torch.ones(2)
free = torch.ones(2, requires_grad=True)
(frozen * free).sum().backward()
print(frozen.grad, free.grad)
free.requires_grad = False
print((frozen * free).sum())
params = {"w": torch.ones(2, 2, requires_grad=True), "b": torch.zeros(2, requires_grad=True)}
out = (torch.ones(3, 2) @ params["w"] + params["b"]).pow(2).mean()
out.backward()
for name, p in params.items():
    print(name, tuple(p.shape), p.grad.tolist(), p.grad.norm().item())
total = sum(p.numel() for p in params.values() if p.requires_grad)
print("parameters:", total)
g = torch.autograd.grad((x ** 2).sum(), x)[0]
print(g)
torch.autograd.backward((x * 5).sum())
print(x.grad)
