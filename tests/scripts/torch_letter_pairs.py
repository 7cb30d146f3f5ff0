import torch
import torch.nn.functional as F
words = ["emma", "olivia", "ava", "isabella", "sophia"]
chars = sorted(list(set(''.join(words))))
stoi = {s: i + 1 for i, s in enumerate(chars)}
stoi['.'] = 0
itos = {i: s for s, i in stoi.items()}
V = len(stoi)
N = torch.zeros((V, V), dtype=torch.int32)
for w in words:
    chs = ['.'] + list(w) + ['.']
    for ch1, ch2 in zip(chs, chs[1:]):
        N[stoi[ch1], stoi[ch2]] += 1
print(N[0], N.sum().item())
P = (N + 1).float()
P /= P.sum(1, keepdim=True)
g = torch.Generator().manual_seed(2147483647)
for i in range(3):
    out, ix = [], 0
    while True:
        p = P[ix]
        ix = torch.multinomial(p, num_samples=1, replacement=True, generator=g).item()
        out.append(itos[ix])
        if ix == 0: break
    print(''.join(out))
log_likelihood, n = 0.0, 0
for w in words[:2]:
    chs = ['.'] + list(w) + ['.']
    for ch1, ch2 in zip(chs, chs[1:]):
        prob = P[stoi[ch1], stoi[ch2]]
        logprob = torch.log(prob)
        log_likelihood += logprob
        n += 1
        if n < 4: print(f'{ch1}{ch2}: {prob:.4f} {logprob:.4f}')
print(f'{log_likelihood=}'); nll = -log_likelihood; print(f'{nll/n}')
xs, ys = [], []
for w in words:
    for a, b in zip('.' + w, w + '.'): xs.append(stoi[a]); ys.append(stoi[b])
xs, ys = torch.tensor(xs), torch.tensor(ys); num = xs.nelement()
W = torch.randn((V, V), generator=torch.Generator().manual_seed(1), requires_grad=True)
for k in range(20):
    xenc = F.one_hot(xs, num_classes=V).float()
    counts = (xenc @ W).exp()
    probs = counts / counts.sum(1, keepdims=True)
    loss = -probs[torch.arange(num), ys].log().mean() + 0.01*(W**2).mean()
    if k % 5 == 0: print("%.4f" % loss.item(), num)
    W.grad = None
    loss.backward()
    W.data += -10 * W.grad
block = 3; C = torch.randn((V, 2), generator=g); W1 = torch.randn((6, 10), generator=g); b1 = torch.randn(10, generator=g)
X = torch.tensor([[0, 0, 1], [0, 1, 2]]); emb = C[X]; h = torch.tanh(emb.view(-1, 6) @ W1 + b1)
print(emb.shape, h.shape, h[0, :4], torch.cat(torch.unbind(emb, 1), 1).shape)
C[V]
