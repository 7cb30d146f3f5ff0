import torch
import numpy as np
from torch.utils.data import Dataset, DataLoader, TensorDataset, random_split

class ToyDataset(Dataset):
    def __init__(self, n=20, transform=None):
        rng = np.random.RandomState(0)
        self.x = rng.randn(n, 2).astype(np.float32)
        self.y = (self.x.sum(axis=1) > 0).astype(np.int64)
        self.transform = transform

    def __len__(self):
        return len(self.y)

    def __getitem__(self, idx):
        x, y = torch.from_numpy(self.x[idx]), self.y[idx]
        if self.transform:
            x = self.transform(x)
        return x, y

ds = ToyDataset(transform=lambda v: v * 2)
print(len(ds), ds[0], type(ds[0][1]))
train, val = random_split(ds, [15, 5], generator=torch.Generator().manual_seed(42))
print(len(train), len(val), train.indices[:5], val.indices)
loader = DataLoader(train, batch_size=4, shuffle=False)
print("batches", len(loader), "last size", len(list(loader)[-1][1]))
for i, (xb, yb) in enumerate(loader):
    print(i, xb.shape, yb.dtype, yb.tolist())
torch.manual_seed(5)
for xb, yb in DataLoader(train, batch_size=6, shuffle=True, drop_last=True):
    print(xb[:, 0], yb)
xb, yb = next(iter(DataLoader(val, batch_size=5)))
print(xb, yb)
td = TensorDataset(torch.arange(6).view(3, 2), torch.tensor([1, 0, 1]))
for a, b in td:
    print(a, b)
print(td[1:], len(td))
print(loader.batch_size, loader.dataset is train, loader.drop_last)
for epoch in range(2):
    print([y.sum().item() for _, y in DataLoader(ds, 8, True)])
