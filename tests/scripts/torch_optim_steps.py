# A parabola by hand, every optimiser, all digits.
import torch
from torch import optim

rules = [
    ('plain', optim.SGD, dict(lr=0.1)),
    ('momentum', optim.SGD, dict(lr=0.05, momentum=0.9)),
    ('nesterov', optim.SGD, dict(lr=0.05, momentum=0.9, nesterov=True)),
    ('damped', optim.SGD, dict(lr=0.05, momentum=0.9, dampening=0.5, weight_decay=0.1)),
    ('adam', optim.Adam, dict(lr=0.1)),
    ('amsgrad', optim.Adam, dict(lr=0.1, amsgrad=True, weight_decay=0.01)),
    ('adamw', optim.AdamW, dict(lr=0.1, weight_decay=0.1)),
    ('rmsprop', optim.RMSprop, dict(lr=0.05)),
    ('centered', optim.RMSprop, dict(lr=0.05, centered=True, momentum=0.5)),
    ('adagrad', optim.Adagrad, dict(lr=0.5, lr_decay=0.01)),
]
target = torch.tensor([3.0, -1.0, 0.5])
for name, make, options in rules:
    w = torch.zeros(3, requires_grad=True)
    opt = make([w], **options)
    for step in range(25):
        opt.zero_grad()
        loss = ((w - target) ** 2).sum()
        loss.backward()
        opt.step()
    print(f'{name:10}', loss.item(), w.tolist())

# A closure, maximising, and doubles.
w = torch.tensor([0.5, 0.5], dtype=torch.float64, requires_grad=True)
opt = optim.Adam([w], lr=0.01, maximize=True)


def closure():
    opt.zero_grad()
    value = -(w ** 4).sum() + w.sum()
    value.backward()
    return value


for step in range(5):
    print(opt.step(closure).item(), w.tolist())
opt.zero_grad(set_to_none=True)
print(w.grad)
