# TensorDataset and DataLoader: batches, order, and what is drawn.
import torch
from torch.utils.data import TensorDataset, DataLoader

torch.manual_seed(0)
X = torch.arange(20.0).view(10, 2)
y = torch.arange(10)
data = TensorDataset(X, y)
print(len(data))
print(data[3])
print(data[2:4])

loader = DataLoader(data, batch_size=4)
print(len(loader), loader.batch_size, loader.drop_last)
for i, (xb, yb) in enumerate(loader):
    print(i, xb.shape, xb.dtype, yb)

shuffled = DataLoader(data, batch_size=4, shuffle=True)
for epoch in range(2):
    for xb, yb in shuffled:
        print(epoch, yb.tolist(), xb[:, 0].tolist())
print(torch.rand(2))            # the stream goes on after the loaders' draws

print(len(DataLoader(data, batch_size=4, drop_last=True)))
for xb, yb in DataLoader(data, batch_size=4, shuffle=True, drop_last=True):
    print(yb)

g = torch.Generator()
g.manual_seed(42)
for batch in DataLoader(y, batch_size=5, shuffle=True, generator=g):
    print(batch)
print(torch.randperm(5, generator=g))

xb, yb = next(iter(shuffled))
print(xb, yb)
it = iter(DataLoader([1.5, 2.5, 3.5], batch_size=2))
print(next(it), next(it))
try:
    next(it)
except StopIteration:
    print('over')
for batch in DataLoader(list(range(5)), batch_size=None):
    print(batch, end=' ')
print()
for batch in DataLoader(data, batch_size=3, collate_fn=lambda rows: len(rows)):
    print(batch, end=' ')
print()
