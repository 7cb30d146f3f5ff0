import torch
import torch.nn.functional as F

def numeric(f, x, eps=1e-6):
    g = torch.zeros_like(x)
    flat, gf = x.view(-1), g.view(-1)
    for i in range(flat.numel()):
        keep = flat[i].item()
        flat[i] = keep + eps
        up = f(x).item()
        flat[i] = keep - eps
        down = f(x).item()
        flat[i] = keep
        gf[i] = (up - down) / (2 * eps)
    return g

target = torch.tensor([2, 0])
tests = {
    "cross entropy": lambda z: F.cross_entropy(z, target),
    "sum of squares": lambda z: (z ** 2).sum(),
    "softmax entropy": lambda z: -(z.softmax(1) * z.log_softmax(1)).sum(),
    "sigmoid mean": lambda z: torch.sigmoid(z).mean(),
    "max of rows": lambda z: z.max(dim=1)[0].sum(),
    "logsumexp": lambda z: torch.logsumexp(z, 1).sum(),
    "norm": lambda z: z.norm(),
}
z = torch.tensor([[0.3, -1.2, 0.7], [1.5, 0.2, -0.4]], dtype=torch.float64)
for name, f in tests.items():
    leaf = z.clone().requires_grad_(True)
    f(leaf).backward()
    gap = (leaf.grad - numeric(f, z.clone())).abs().max().item()
    print(f"{name:16s} {'ok' if gap < 1e-8 else 'WRONG'}")
    print(leaf.grad)

# by hand: (softmax - onehot) / n
leaf = z.clone().requires_grad_()
F.cross_entropy(leaf, target).backward()
byhand = (z.softmax(1) - F.one_hot(target, 3)) / 2
print(torch.allclose(leaf.grad, byhand))
p = torch.sigmoid(z[0])
y = torch.tensor([1., 0., 1.]).double()
leaf = z[0].clone().requires_grad_()
F.binary_cross_entropy_with_logits(leaf, y, reduction="sum").backward()
print(torch.allclose(leaf.grad, p - y), leaf.grad)
