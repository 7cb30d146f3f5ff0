# Looking into a network while it runs.
import torch
import torch.nn as nn

torch.manual_seed(2)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
seen = {}


def remember(name):
    def hook(module, input, output):
        seen[name] = output.detach()
    return hook


handles = []
for name, layer in model.named_children():
    handles.append(layer.register_forward_hook(remember(name)))
out = model(torch.tensor([[1.0, 2.0]]))
for name, value in seen.items():
    print(name, value)
for h in handles:
    h.remove()
seen.clear()
model(torch.tensor([[1.0, 2.0]]))
print(seen)


def double(module, input):
    return (input[0] * 2,)


h = model.register_forward_pre_hook(double)
print(model(torch.tensor([[0.5, 1.0]])))
print(out)
h.remove()


def count(module):
    if not list(module.children()):
        print('leaf', module)


model.apply(count)
print(model.get_parameter('0.weight'))
print(model.get_submodule('2'))
