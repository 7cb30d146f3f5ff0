import torch

t = torch.tensor([1.5, 2.25, -3.0])
i = torch.tensor([[1, 2], [3, 4]])
s, k = t[0], i[0, 0]
print(s, k, type(t).__name__, t.dtype, i.dtype, t.shape, i.size(), i.size(0), tuple(i.shape), len(i), t.numel(), t.dim(), i.ndim)
print(f"{s:.3f} {s.item():.2f} {k.item():4d} {t.mean().item():.4f} {k} {i.shape}", "%.3f %d" % (s, k), "{:.1f}".format(s), str(t), [s.item(), k.item()], t.tolist(), float(s), int(k), i.tolist())
print(s + 1, 1 + s, s * k, k / 2, k // 2, k ** 2, -s, abs(t), round(s.item()), bool(k), s == 1.5, (t > 0).sum(), t[t > 0], t[[0, 2]], t[-1], i[:, 0], i[1], i[..., 1], i[None].shape, t.max().item(), sum(t), max(t), sorted(t.tolist()), 2 in i)
for bad in [lambda: bool(t), lambda: t[5], lambda: t + torch.tensor([1, 2]), lambda: i.float() @ torch.ones(3, 2), lambda: t.reshape(2, 2), lambda: t.view(4), lambda: t.foo, lambda: t.item(), lambda: int(t), lambda: torch.cat([t, i]), lambda: torch.zeros(2, 2) + torch.zeros(3, 2), lambda: torch.mm(t, t), lambda: i @ i.float(), lambda: i.mean(), lambda: torch.stack([t, t[:2]]), lambda: torch.tensor([[1], [2, 3]]), lambda: torch.tensor("x"), lambda: t.sum(dim=1), lambda: t[0, 0], lambda: len(s), lambda: torch.ones(-1), lambda: torch.arange(6).view(4, -1), lambda: t.squeeze(3), lambda: torch.nn.functional.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 3])), lambda: torch.nn.functional.cross_entropy(torch.zeros(2, 3), torch.tensor([0])), lambda: torch.log_softmax(i, dim=0), lambda: t + "a", lambda: torch.exp(1.0), lambda: torch.max(torch.tensor([]))]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
u = t
u[0] = 100
c = t.clone()
c[1] = -1
v = i[0]
v += 10
print(t, c, i, t is u, torch.equal(t, u))
for row in i:
    print(row, row.sum().item(), [x.item() for x in row])
for idx, (x, y) in enumerate(zip(t, i.flatten())):
    print(idx, x, y.item())
values, indices = torch.max(i, dim=1)
print(values, indices, i.max(1).values, i.argmax(dim=0), torch.topk(t, 2), torch.sort(t, descending=True).indices, (t.argmax() == 0).item(), i.max(dim=0))
print(torch.tensor([1, 2.0]), torch.tensor(3), torch.tensor([]), torch.tensor([True, False]), torch.tensor([[1e-5, 1.0]]), torch.tensor([1e5, 1.0]), torch.tensor([float("nan"), float("inf")]), torch.zeros(0, 3), torch.tensor([0.1, 1000000.0]), torch.tensor(1e-8), torch.tensor([1, 1000000]))
print(i / 2, i // 2, i * 1.5, i % 3, 2 - i, 2.0 ** t.clamp(max=2), ~torch.tensor([True]), i > 2, (i == 3).nonzero(), torch.where(t > 0, t, torch.zeros(3)), t.int(), i.float().mean(dim=0, keepdim=True), t.double().dtype, i.t(), i.T)
correct = (torch.tensor([1, 0, 2]) == torch.tensor([1, 1, 2])).sum().item()
print(correct, correct / 3, f"{100 * correct / 3:.2f}%", f"Accuracy: {torch.tensor(correct / 3):.4f}", (torch.tensor([1, 0]) == torch.tensor([1, 1])).float().mean())
total, losses = 0.0, []
for step in range(3):
    loss = (t[:2] ** 2).mean() / (step + 1)
    total += loss.item()
    losses.append(loss.item())
print(total, losses, f"{total / 3:.6f}", torch.tensor(losses), torch.stack([torch.tensor(x) for x in losses]).mean())
print(torch.tensor([[1.0, 2.0], [3.0, 4.0]]).sum(0), torch.ones(2, 3).shape[1], torch.arange(0, 1, 0.25), torch.linspace(0, 1, 3), torch.eye(2), torch.full((2,), 7), torch.zeros_like(i), torch.ones(2, dtype=torch.long), torch.arange(3).float().unsqueeze(1), torch.rand(2).shape)
print({"loss": loss, "acc": torch.tensor(0.5)}, [t[:2], i[0]], (s,))
