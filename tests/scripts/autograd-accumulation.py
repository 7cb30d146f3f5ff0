import torch
# accumulation
x = torch.tensor([1., 2.], requires_grad=True)
total = 0
for i in range(3):
    total = total + (x * i).sum()
print(total)
total.backward()
print(x.grad)
x.grad.zero_()
losses = [(x ** k).sum() for k in range(1, 4)]
sum(losses).backward()
print(x.grad)
x.grad = None
torch.stack([(x ** k).sum() for k in range(1, 4)]).mean().backward()
print(x.grad)
loss = 0
for k in range(4):
    loss += (x * k).sum()
print(loss)
x.grad = None
loss.backward()
print(x.grad)
# deep chain
y = torch.tensor(1.0, requires_grad=True)
z = y
for i in range(100000):
    z = z + 1
z.backward()
print(z.item(), y.grad)
# double loops
a = torch.ones(3, requires_grad=True)
b = torch.ones(2, 3, requires_grad=True)
((a + b) * a).sum().backward()
print(a.grad, b.grad)
s = torch.tensor(2.0, requires_grad=True)
v = torch.arange(3.)
(s * v).sum().backward()
print(s.grad, v.requires_grad)
c = torch.zeros(2, 1, requires_grad=True)
r = torch.zeros(1, 3, requires_grad=True)
((c + 1) * (r + 2)).sum().backward()
print(c.grad, r.grad)
# int in the middle
i = torch.tensor([0, 2])
t = torch.tensor([1., 2., 3.], requires_grad=True)
t[i].sum().backward()
print(t.grad)
q = torch.tensor([1., 2., 3.], requires_grad=True)
(q * torch.tensor([1, 2, 3])).sum().backward()
print(q.grad)
(q.double() * 2).sum().backward()
print(q.grad, q.grad.dtype)
h = torch.tensor([1., 2., 3.], requires_grad=True)
(h * h.detach()).sum().backward()
print(h.grad)
p = (h > 1.5)
print(p, p.requires_grad, h.argmax(), h.argmax().requires_grad)
k = h.clone()
k[0] = 9
print(k)
k.sum().backward()
print(h.grad)
print(torch.tensor(h.detach()).requires_grad)
print(h.new_tensor([1., 2.]) if False else 0)
def f(x):
    return (x ** 3).sum()
x = torch.tensor([1., 2.], requires_grad=True)
f(x).backward()
print(x.grad, 3 * x.detach() ** 2)
eps = 1e-3
num = [(f(x + eps * torch.eye(2)[i]) - f(x - eps * torch.eye(2)[i])).item() / (2 * eps) for i in range(2)]
print([round(n, 1) for n in num])
m = torch.ones(2, 2, requires_grad=True)
(m @ m).sum().backward()
print(m.grad)
m.grad.zero_()
m.pow(2).sum().backward()
print(m.grad)
d = {"w": torch.ones(1, requires_grad=True)}
(d["w"] * 3).backward()
print(d)
u = torch.ones(2, requires_grad=True)
w = u * 2
w.backward(torch.tensor([1., 0.5]))
print(u.grad)
w = u + 2
w.backward(gradient=torch.ones_like(w))
print(u.grad)
w.sum().backward()
print(u.grad)
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
x.mean(dim=0).sum().backward()
print(x.grad)
x.grad.data.zero_()
print(x.grad)
x.max().backward()
print(x.grad)
print(x.grad.is_leaf, x.grad.requires_grad)
