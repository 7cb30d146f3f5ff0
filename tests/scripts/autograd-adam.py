import torch
torch.manual_seed(7)
X = torch.randn(30, 2)
y = (X[:, :1] * 2 - X[:, 1:] + 0.5)
W = torch.zeros(2, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
params = [W, b]
m = [torch.zeros_like(p) for p in params]
v = [torch.zeros_like(p) for p in params]
beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.05
for t in range(1, 201):
    loss = ((X @ W + b - y) ** 2).mean()
    grads = torch.autograd.grad(loss, params)
    with torch.no_grad():
        for i, (p, g) in enumerate(zip(params, grads)):
            m[i] = beta1 * m[i] + (1 - beta1) * g
            v[i] = beta2 * v[i] + (1 - beta2) * g ** 2
            m_hat = m[i] / (1 - beta1 ** t)
            v_hat = v[i] / (1 - beta2 ** t)
            p -= lr * m_hat / (v_hat.sqrt() + eps)
    if t % 20 == 0:
        print(t, loss.item(), W.flatten().tolist(), b.item())
norm = torch.sqrt(sum((g ** 2).sum() for g in grads))
print(f"norm {norm.item():.8f}")
print(all(p.grad is None for p in params))
