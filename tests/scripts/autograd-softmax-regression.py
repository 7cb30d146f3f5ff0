import torch
import torch.nn.functional as F
torch.manual_seed(0)
X = torch.randn(60, 4)
y = torch.randint(0, 3, (60,))
W = torch.randn(4, 3) * 0.01
W.requires_grad_()
b = torch.zeros(3, requires_grad=True)
for epoch in range(200):
    logits = X @ W + b
    e = torch.exp(logits - logits.max(dim=1, keepdim=True)[0])
    p = e / e.sum(dim=1, keepdim=True)
    loss = -torch.log(p[torch.arange(60), y]).mean()
    loss.backward()
    with torch.no_grad():
        for t in (W, b):
            t -= 0.5 * t.grad
            t.grad = None
    if epoch % 20 == 0:
        print(epoch, loss.item(), b.tolist())
print(W)
W = torch.zeros(4, 3, requires_grad=True)
for epoch in range(200):
    loss = F.cross_entropy(X @ W, y)
    g, = torch.autograd.grad(loss, W)
    with torch.no_grad():
        W -= 0.3 * g
    if epoch % 20 == 0:
        print(epoch, loss.item(), W[0].tolist())
W = torch.zeros(4, 3, requires_grad=True)
onehot = F.one_hot(y, 3).float()
for epoch in range(100):
    loss = -(onehot * F.log_softmax(X @ W, dim=1)).sum(1).mean() + 0.01 * (W ** 2).sum()
    loss.backward()
    W.data -= 0.3 * W.grad
    W.grad.zero_()
    if epoch % 20 == 0:
        print(epoch, loss.item(), W[0].tolist())
