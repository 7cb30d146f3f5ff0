import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler, Subset, ConcatDataset
torch.manual_seed(0)
y = torch.cat([torch.zeros(20), torch.ones(5)]).long()
X = torch.randn(25, 2) + y[:, None].float() * 2
counts = torch.bincount(y)
weights = 1. / counts.float()
print(counts, weights, weights[y][:3], len(y) / (2 * counts))
class D(Dataset):
    def __init__(self, X, y): self.X, self.y = X, y
    def __len__(self): return self.X.shape[0]
    def __getitem__(self, i): return {"x": self.X[i], "y": self.y[i], "i": i}
ds = D(X, y)
sampler = WeightedRandomSampler(weights[y], num_samples=10, replacement=True)
for batch in DataLoader(ds, batch_size=5, sampler=sampler):
    print(batch["i"], batch["y"], batch["x"].shape)
sub = Subset(ds, [1, 3, 5]); print(len(sub), sub[2]["i"], len(ConcatDataset([sub, sub])))
def collate(items): return torch.stack([it["x"] for it in items]), [int(it["y"]) for it in items]
for xb, yb in DataLoader(sub, batch_size=2, collate_fn=collate): print(xb.shape, yb)
for w in (None, weights, weights / weights.sum() * 2):
    m = nn.Linear(2, 2)
    with torch.no_grad():
        m.weight.fill_(0.1); m.bias.zero_()
    crit = nn.CrossEntropyLoss(weight=w)
    opt = torch.optim.RMSprop(m.parameters(), lr=0.05)
    for e in range(20):
        opt.zero_grad()
        l = crit(m(X), y); l.backward(); opt.step()
    p = m(X).argmax(1)
    print(f"loss {l:.4f} recall0 {(p[y == 0] == 0).float().mean():.2f} recall1 {(p[y == 1] == 1).float().mean():.2f}", m.bias.data)
ds[30]
