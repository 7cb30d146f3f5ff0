import torch
for d in (torch.float, torch.float32, torch.double, torch.int, torch.long, torch.half, torch.bool):
    print(d, torch.ones(2, dtype=d))
print(torch.tensor([1.5]).double() + 1, torch.tensor([1, 2]).to(torch.float), torch.zeros(1, dtype=torch.float) == 0)
print(torch.tensor([1e-5, 1.0]), torch.tensor([1e6, 0.1]), torch.tensor([float("nan"), float("inf")]), torch.tensor(1 / 3))
print(torch.arange(1200), torch.arange(6).view(1, 2, 3), torch.tensor([]))
