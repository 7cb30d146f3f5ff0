import torch
import torch.nn as nn

def init_weights(m):
    if isinstance(m, nn.Linear):
        torch.nn.init.xavier_uniform_(m.weight)
        m.bias.data.fill_(0.01)
    elif type(m) == nn.Embedding:
        nn.init.normal_(m.weight, mean=0, std=0.1)

torch.manual_seed(11)
model = nn.Sequential(nn.Embedding(6, 3), nn.Flatten(), nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 2))
model.apply(init_weights)
print(model[2].bias)
print(model[2].weight)
print(model[0].weight)
for p in model[0].parameters():
    p.requires_grad = False
for name, param in model.named_parameters():
    if name.startswith("2."):
        param.requires_grad_(False)
    print(name, param.requires_grad)
trainable = [p for p in model.parameters() if p.requires_grad]
opt = torch.optim.SGD(filter(lambda p: p.requires_grad, model.parameters()), lr=0.1)
print(len(trainable), len(opt.param_groups[0]['params']))
before = {k: v.clone() for k, v in model.state_dict().items()}
x = torch.tensor([[0, 1], [2, 3], [4, 5]])
loss = nn.CrossEntropyLoss()(model(x), torch.tensor([0, 1, 1]))
loss.backward()
print([p.grad is None for p in model.parameters()])
norm = nn.utils.clip_grad_norm_(trainable, max_norm=0.1)
print("norm", norm)
opt.step()
for k, v in model.state_dict().items():
    print(k, "changed" if not torch.equal(v, before[k]) else "frozen")
nn.init.kaiming_normal_(model[4].weight, nonlinearity='relu')
nn.init.zeros_(model[4].bias)
nn.init.constant_(model[2].bias, 0.3)
nn.init.uniform_(model[2].weight, -0.1, 0.1)
print(model[4].weight, model[4].bias, model[2].bias)
torch.nn.utils.clip_grad_value_(trainable, 0.01)
print(trainable[1].grad)
