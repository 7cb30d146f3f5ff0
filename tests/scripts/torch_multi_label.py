import torch
import torch.nn as nn

torch.manual_seed(2)
n, d, k = 30, 5, 4
X = torch.randn(n, d)
A = torch.randn(d, k)
Y = ((X @ A) > 0.3).float()
model = nn.Linear(d, k)
pos_weight = (Y.shape[0] - Y.sum(0)) / Y.sum(0).clamp(min=1)
crit = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
opt = torch.optim.AdamW(model.parameters(), lr=0.1, weight_decay=1e-2)
for epoch in range(1, 41):
    model.train()
    opt.zero_grad(set_to_none=True)
    logits = model(X)
    loss = crit(logits, Y)
    loss.backward()
    opt.step()
    if epoch % 10 == 0:
        with torch.inference_mode() if hasattr(torch, 'inference_mode') else torch.no_grad():
            pred = (torch.sigmoid(model(X)) >= 0.5).float()
            exact = (pred == Y).all(dim=1).float().mean()
            per = (pred == Y).float().mean(dim=0)
        print("epoch {:2d} loss {:.4f} exact {:.3f} per-label {}".format(epoch, loss.item(), exact, ["%.2f" % v for v in per]))
tp = ((pred == 1) & (Y == 1)).sum(0)
fp = torch.logical_and(pred == 1, Y == 0).sum(0)
print(tp, fp, (tp / (tp + fp)).mean())
print(Y[:3])
print(pred[:3].bool())
print(torch.sigmoid(logits[:2]))
