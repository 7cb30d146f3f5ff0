import torch
import torch.nn as nn

sentences = ["good movie", "bad movie", "great fun good", "awful bad", "fun movie", "boring awful movie"]
labels = [1, 0, 1, 0, 1, 0]
vocab = {"<pad>": 0}
for s in sentences:
    for w in s.split():
        if w not in vocab:
            vocab[w] = len(vocab)
print(vocab)
maxlen = max(len(s.split()) for s in sentences)
def encode(s):
    ids = [vocab[w] for w in s.split()]
    return ids + [0] * (maxlen - len(ids))
X = torch.tensor([encode(s) for s in sentences])
y = torch.tensor(labels)
print(X)

class BoW(nn.Module):
    def __init__(self, V, E, C):
        super().__init__()
        self.emb = nn.Embedding(V, E, padding_idx=0)
        self.out = nn.Linear(E, C)
    def forward(self, x):
        e = self.emb(x)
        mask = (x != 0).unsqueeze(-1).float()
        mean = (e * mask).sum(1) / mask.sum(1)
        return self.out(mean)

torch.manual_seed(4)
m = BoW(len(vocab), 3, 2)
print(m)
opt = torch.optim.Adam(m.parameters(), lr=0.1)
for i in range(20):
    loss = nn.functional.cross_entropy(m(X), y)
    opt.zero_grad(); loss.backward(); opt.step()
    if i % 5 == 0: print(f"{i} {loss.item():.4f}")
print(m.emb.weight[:3])
print(m(X).argmax(1), (m(X).argmax(1) == y).all())
probs = torch.softmax(m(torch.tensor([encode("good fun")])), 1)
print("P(positive) = {:.3f}".format(probs[0, 1].item()))
m(torch.tensor([[99, 0, 0]]))
