import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
y = torch.tensor([1, 2, 3])
print(x, y, x.dtype, y.dtype, x.shape, x.size(0), y.numel())
print(x + 1, x * x, x @ x, x.T, x.sum(), x.mean(dim=0), x.sum(1, True), x.max(), x.argmax(dim=1))
print(torch.max(x, 1), x.max(dim=0).values, torch.sort(y, descending=True)[0])
print(y / 2, y // 2, y.float() / 3, (y + 0.5).dtype, y > 1, (y > 1).sum(), torch.tensor([1, 2], dtype=torch.float))
print(x.view(-1), x.reshape(4, 1), x.unsqueeze(0).shape, torch.cat([x, x], dim=1), torch.stack([y, y]))
print(x[0], x[:, 1], x[0, 1].item(), x[x > 2], x.tolist(), x.numpy(), float(x[1, 1]))
print(torch.zeros(2, 3), torch.ones(2), torch.eye(2), torch.arange(0, 1, 0.25), torch.linspace(0, 1, 3), torch.full((2,), 7.0))
v = x.view(4)
v[0] = 100
print(x, f"{x.mean():.2f} {x[0, 1]}")
x += 1
x.mul_(2)
print(x)
y += 1.5
