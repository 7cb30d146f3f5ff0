# Three classes, AdamW, StepLR, clipped gradients.
import torch
from torch import nn, optim
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(3)
centers = torch.tensor([[2., 0.], [-1., 2.], [-1., -2.]])
labels = torch.arange(90) % 3
points = centers[labels] + 0.7 * torch.randn(90, 2)
loader = DataLoader(TensorDataset(points, labels), batch_size=30, shuffle=True)

model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 3))
optimizer = optim.AdamW(model.parameters(), lr=0.02, weight_decay=0.01)
scheduler = StepLR(optimizer, step_size=4, gamma=0.5)
loss_fn = nn.CrossEntropyLoss()
for epoch in range(10):
    losses = []
    norms = []
    for xb, yb in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), max_norm=0.5).item())
        optimizer.step()
        losses.append(loss.item())
    scheduler.step()
    print(f'{epoch:2d} {sum(losses) / len(losses):.4f} {max(norms):.4f} {scheduler.get_last_lr()[0]:.5f}')
pred = model(points).argmax(1)
print((pred == labels).sum().item(), 'of', len(labels))
print(torch.bincount(labels * 3 + pred, minlength=9).view(3, 3))
for group in optimizer.param_groups:
    print({k: v for k, v in group.items() if k != 'params'})
print(nn.utils.parameters_to_vector(model.parameters()).shape)
