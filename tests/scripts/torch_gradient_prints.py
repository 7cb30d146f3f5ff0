import torch
a = torch.arange(12, dtype=torch.float32).reshape(3, 4) / 10
for name in "sum mean max min std var prod norm median argmax exp log sqrt abs neg sigmoid tanh relu softmax log_softmax cumsum sort topk numel dim t contiguous floor ceil round sign square reciprocal rsqrt sin cos".split():
    f = getattr(a, name)
    try: r = f(1) if name in ("softmax", "log_softmax", "cumsum", "topk") else f()
    except Exception as e: r = f"{type(e).__name__}: {e}"
    print(name, "->", r)
for d in (0, 1, -1):
    print(d, a.sum(d), a.mean(dim=d), a.max(dim=d).values, a.argmin(d), a.std(d), a.logsumexp(d), a.softmax(d).sum(d))
b = a.requires_grad_()
for name in "sum mean exp log1p sqrt sigmoid tanh relu t".split(): print(name, getattr(b, name)())
print(b[0], b[:, 1], b[b > .5], b.view(-1)[:3], b + 1, b * b, b / 2, b - 1, 2 / (b + 1), b ** 2, b @ b.t(), -b, b.max(), b.max(1), b.unsqueeze(0), b.sum(1, keepdim=True), b.clamp(0, .5), torch.cat([b, b]), torch.stack([b[0], b[1]]), torch.where(b > .5, b, torch.zeros_like(b)), b.flatten(), b.permute(1, 0), b.expand(1, 3, 4), b.gather(1, torch.tensor([[0], [1], [2]])), b.log_softmax(1), b.norm(), b.std(), b.var(), b.abs(), b.pow(3), b.mean(0), b.reshape(4, 3), b.squeeze(), b.chunk(2)[0], b.split(2)[1], b.clone(), b.detach(), b.float(), b.double(), b.index_select(0, torch.tensor([0])), b.masked_fill(b > .5, 0.), b.cumsum(0), b.prod(), b.min(), b.sort()[0], b.repeat(1, 2), sep="\n")
b.sum().item().foo
