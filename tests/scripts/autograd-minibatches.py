import torch
import torch.nn.functional as F
torch.manual_seed(5)
N = 64
X = torch.cat([torch.randn(N // 2, 2) + 2, torch.randn(N // 2, 2) - 2])
y = torch.cat([torch.zeros(N // 2), torch.ones(N // 2)]).long()
W = torch.empty(2, 2).normal_(0, 0.1).requires_grad_()
b = torch.zeros(2, requires_grad=True)
lr = 0.2
for epoch in range(10):
    order = torch.randperm(N)
    total, hits = 0.0, 0
    for i in range(0, N, 16):
        idx = order[i:i + 16]
        xb, yb = X[idx], y[idx]
        logits = xb @ W + b
        loss = F.cross_entropy(logits, yb)
        loss.backward()
        with torch.no_grad():
            W.sub_(lr * W.grad)
            b.sub_(lr * b.grad)
            W.grad.zero_()
            b.grad.zero_()
        total += loss.item() * len(xb)
        hits += (logits.argmax(dim=1) == yb).sum().item()
    lr *= 0.9
    print(f"epoch {epoch + 1:2d}  loss {total / N:.8f}  acc {hits / N:.4f}")
print(W.data)
print(b.data)
with torch.no_grad():
    p = F.softmax(X[:3] @ W + b, dim=1)
print(p, p.requires_grad)
