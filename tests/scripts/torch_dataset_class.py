# A Dataset of one's own, batches, a schedule and early stopping.
import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader, random_split


class Circle(Dataset):
    """Points in the square; label 1 inside the circle."""

    def __init__(self, n=200, seed=0):
        g = torch.Generator().manual_seed(seed)
        self.x = torch.rand(n, 2, generator=g) * 2 - 1
        self.y = (self.x.pow(2).sum(dim=1) < 0.5).float().unsqueeze(1)

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return self.x[i], self.y[i]


torch.manual_seed(7)
data = Circle()
train, valid = random_split(data, [160, 40])
print(len(train), len(valid), data[3])
loader = DataLoader(train, batch_size=32, shuffle=True)
model = nn.Sequential(nn.Linear(2, 12), nn.Tanh(), nn.Linear(12, 1))
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(model.parameters(), lr=0.05)
sched = torch.optim.lr_scheduler.StepLR(opt, step_size=5, gamma=0.5)


def evaluate():
    model.eval()
    total, right = 0.0, 0
    with torch.no_grad():
        for xb, yb in DataLoader(valid, batch_size=20):
            z = model(xb)
            total += loss_fn(z, yb).item() * len(xb)
            right += ((z > 0).float() == yb).sum().item()
    return total / len(valid), right / len(valid)


best, patience = float("inf"), 0
for epoch in range(20):
    model.train()
    running = 0.0
    for xb, yb in loader:
        opt.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        opt.step()
        running += loss.item()
    sched.step()
    v, acc = evaluate()
    if epoch % 4 == 0:
        print(f"{epoch:2d} train {running / len(loader):.4f} valid {v:.4f} acc {acc:.3f} lr {sched.get_last_lr()[0]:.4f}")
    if v < best - 1e-4:
        best, patience = v, 0
        state = {k: t.clone() for k, t in model.state_dict().items()}
    else:
        patience += 1
        if patience == 3:
            print("stopped at", epoch)
            break
model.load_state_dict(state)
print("best %.4f" % best, list(state)[:2], state["0.weight"].shape)
print(opt)
