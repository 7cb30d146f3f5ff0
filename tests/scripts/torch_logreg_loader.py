# Logistic regression: SGD with momentum, mini-batches, validation.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader, random_split

torch.manual_seed(42)
n = 120
X = torch.randn(n, 2)
y = (X[:, 0] * 2 - X[:, 1] + 0.3 * torch.randn(n) > 0).float().unsqueeze(1)
train, valid = random_split(TensorDataset(X, y), [100, 20])
train_loader = DataLoader(train, batch_size=16, shuffle=True)
valid_loader = DataLoader(valid, batch_size=20)

model = nn.Linear(2, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-3)


def accuracy(z, t):
    return ((z > 0).float() == t).float().mean().item()


for epoch in range(6):
    model.train()
    total = 0.0
    for xb, yb in train_loader:
        opt.zero_grad()
        loss = F.binary_cross_entropy_with_logits(model(xb), yb)
        loss.backward()
        opt.step()
        total += loss.item() * len(xb)
    model.eval()
    with torch.no_grad():
        xv, yv = next(iter(valid_loader))
        z = model(xv)
        print('%d  train %.5f  valid %.5f  acc %.2f' % (
            epoch, total / len(train), F.binary_cross_entropy_with_logits(z, yv).item(), accuracy(z, yv)))
print(model.weight, model.bias)
print(opt.state_dict()['state'][1])
