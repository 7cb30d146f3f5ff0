# What optimisers print and keep.
import torch
import torch.optim as optim

w = torch.tensor([1.0, -2.0], requires_grad=True)
b = torch.zeros(1, requires_grad=True)

for make in (lambda p: optim.SGD(p, lr=0.1, momentum=0.9),
             lambda p: optim.Adam(p),
             lambda p: optim.AdamW(p, lr=1e-3, weight_decay=0.05),
             lambda p: optim.RMSprop(p, lr=0.01, alpha=0.9),
             lambda p: optim.Adagrad(p, lr=0.5)):
    opt = make([w, b])
    print(opt)
    print(type(opt).__name__, len(opt.param_groups), len(opt.param_groups[0]['params']))
    w.grad = torch.tensor([0.5, -1.0])
    opt.step()                  # b has no gradient: it is left alone
    print(w, b)
    state = opt.state_dict()
    print(state['state'])
    print(sorted(state['param_groups'][0]))

groups = optim.SGD([{'params': [w]}, {'params': [b], 'lr': 1.0}], lr=0.01)
print(groups)
groups.param_groups[0]['lr'] = 0.5
print([g['lr'] for g in groups.param_groups])
groups.add_param_group({'params': torch.ones(3, requires_grad=True), 'momentum': 0.1})
print(len(groups.param_groups), groups.param_groups[2]['momentum'], groups.param_groups[2]['lr'])

saved = groups.state_dict()
print(saved['param_groups'])
other = optim.SGD([{'params': [w]}, {'params': [b]}, {'params': [torch.ones(3, requires_grad=True)]}], lr=9)
other.load_state_dict(saved)
print([g['lr'] for g in other.param_groups])
