import torch
import torch.nn.functional as F
torch.manual_seed(3)
X = torch.randn(40, 5)
y = (X[:, 0] * X[:, 1] > 0).long()
W1 = (torch.randn(5, 16) * 0.5).requires_grad_()
b1 = torch.zeros(16, requires_grad=True)
W2 = (torch.randn(16, 2) * 0.5).requires_grad_()
b2 = torch.zeros(2, requires_grad=True)
for epoch in range(300):
    h = F.relu(X @ W1 + b1)
    logits = h @ W2 + b2
    loss = F.cross_entropy(logits, y)
    for p in (W1, b1, W2, b2):
        p.grad = None
    loss.backward()
    for p in (W1, b1, W2, b2):
        p.data -= 0.1 * p.grad
    if epoch % 20 == 0:
        acc = (logits.argmax(1) == y).float().mean()
        print(f"{epoch:3d} {loss.item():.5f} {acc.item():.4f} {W2.grad.norm().item():.4f} {b1.grad.sum().item():.4f}")
for name, p in [("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2)]:
    print(f"{name} {p.sum().item():.4f} {p.abs().max().item():.4f}")
