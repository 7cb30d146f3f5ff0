import torch
W = torch.ones(2, 2, requires_grad=True)
y = W @ torch.tensor([1.0, 2.0])
print(y)
y.backward()
