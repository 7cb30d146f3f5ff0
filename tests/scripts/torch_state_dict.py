# state_dict: what a module remembers, and how it gets it back.
import torch
from torch import nn
from collections import OrderedDict

torch.manual_seed(1)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(3, 2)
        self.output = nn.Linear(2, 1, bias=False)
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer('mean', torch.zeros(3))

    def forward(self, x):
        x = torch.sigmoid(self.hidden(x - self.mean))
        return self.output(x) * self.scale


model = Model()
state = model.state_dict()
print(state)
print(type(state), isinstance(state, dict), len(state))
for name, tensor in state.items():
    print(f"{name:16s} {tuple(tensor.shape)}", tensor.requires_grad)
print(list(state.keys()))
print(state.keys())
print('hidden.weight' in state, 'nothing' in state)

other = Model()
x = torch.tensor([[1.0, 2.0, 3.0], [0.5, 0.0, -0.5]])
print(torch.equal(model(x), other(x)))
print(other.load_state_dict(state))
print(torch.equal(model(x), other(x)))

print("the state shares memory with the parameters")
with torch.no_grad():
    model.scale.mul_(2)
print(state['scale'], model.scale.item(), other.scale.item())

print("errors")
try:
    model.load_state_dict({'scale': torch.ones(1), 'extra': torch.ones(2)})
except RuntimeError as e:
    print(e)
try:
    model.load_state_dict(OrderedDict(state, scale=torch.ones(2)))
except RuntimeError as e:
    print(e)
report = model.load_state_dict({'scale': torch.ones(1)}, strict=False)
print(report.missing_keys, report.unexpected_keys)
print(report)
print(model.scale)
