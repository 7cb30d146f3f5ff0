import numpy as np
import torch
import torch.nn.functional as F

def mixup(x, y, alpha, n_classes, rng):
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1
    idx = torch.randperm(x.size(0))
    mixed = lam * x + (1 - lam) * x[idx, :]
    y1 = F.one_hot(y, n_classes).float()
    return mixed, lam * y1 + (1 - lam) * y1[idx], lam

def soft_ce(logits, soft):
    return torch.mean(torch.sum(-soft * F.log_softmax(logits, dim=-1), -1))

torch.manual_seed(0)
rng = np.random.RandomState(0)
x = torch.randn(6, 2); y = torch.tensor([0, 1, 2, 0, 1, 2])
mx, my, lam = mixup(x, y, 0.4, 3, rng)
print("lam %.6f" % lam)
print(mx)
print(my, my.sum(dim=1))
w = torch.zeros(2, 3, requires_grad=True)
for i in range(5):
    loss = soft_ce(mx @ w, my)
    assert torch.isclose(loss, F.cross_entropy(mx @ w, my))
    g, = torch.autograd.grad(loss, [w])
    w = (w - 0.5 * g).detach().requires_grad_(True)
    print(i, f"{loss:.5f}")
print(w)
