import torch
from torch import nn
torch.manual_seed(1)
body, head = nn.Linear(3, 4), nn.Linear(4, 2)
opt = torch.optim.SGD([{'params': body.parameters(), 'lr': 1e-3}, {'params': head.parameters()}], lr=1e-1, momentum=.9)
print(opt); print([g['lr'] for g in opt.param_groups], len(opt.param_groups[0]['params']))
x, y = torch.randn(6, 3), torch.tensor([0, 1, 0, 1, 1, 0])
w0 = body.weight.clone(); h0 = head.weight.detach().clone()
for _ in range(3):
    loss = nn.CrossEntropyLoss()(head(torch.relu(body(x))), y); opt.zero_grad(); loss.backward(); opt.step(); print("%.5f" % loss)
print((body.weight - w0).abs().max() < (head.weight - h0).abs().max(), torch.norm(head.weight - h0))
no_decay = ['bias']; model = nn.Sequential(body, nn.ReLU(), head)
groups = [{'params': [p for n, p in model.named_parameters() if not any(nd in n for nd in no_decay)], 'weight_decay': .01}, {'params': [p for n, p in model.named_parameters() if any(nd in n for nd in no_decay)], 'weight_decay': 0.}]
opt = torch.optim.AdamW(groups, lr=5e-2); print([len(g['params']) for g in opt.param_groups], [g['weight_decay'] for g in opt.param_groups])
def total_norm(ps): return torch.sqrt(sum(p.grad.pow(2).sum() for p in ps))
loss = nn.functional.cross_entropy(model(x), y); opt.zero_grad(); loss.backward(); print(total_norm(model.parameters())); opt.step()
l1 = sum(p.abs().sum() for p in model.parameters()); l2 = sum((p ** 2).sum() for p in model.parameters()); print(l1, l2, (loss + 1e-3 * l1 + 1e-4 * l2).item() > loss.item())
accum = 2; opt.zero_grad()
for i, (xb, yb) in enumerate(zip(x.split(2), y.split(2))):
    l = nn.functional.cross_entropy(model(xb), yb) / accum; l.backward()
    if (i + 1) % accum == 0: opt.step(); opt.zero_grad(); print("step at", i)
print(model[2].bias); sd = opt.state_dict(); print(sd['param_groups'][0]['params'], list(sd['state'][0].keys()))
opt.add_param_group({'params': body.parameters()})
