# Sequential: by position, by name, and as a list.
import torch
import torch.nn as nn
from collections import OrderedDict

torch.manual_seed(0)
model = nn.Sequential(OrderedDict([
    ('fc1', nn.Linear(4, 3)),
    ('relu', nn.ReLU()),
    ('fc2', nn.Linear(3, 2)),
    ('softmax', nn.Softmax(dim=1)),
]))
print(model)
print(model.fc1)
print(model[0] is model.fc1, model[-1])
print(model[:2])
print(len(model))
x = torch.randn(2, 4)
p = model(x)
print(p)
print(p.sum(dim=1))
print(model[:3](x))

layers = []
sizes = [4, 8, 8, 3]
for i in range(len(sizes) - 1):
    layers.append(nn.Linear(sizes[i], sizes[i + 1]))
    if i < len(sizes) - 2:
        layers.append(nn.ReLU())
net = nn.Sequential(*layers)
print(net)
net.append(nn.LogSoftmax(dim=-1))
print(len(net), net[-1])
net[1] = nn.Tanh()
print(net[1])
del net[-1]
print(net)
for i, layer in enumerate(net):
    print(i, layer)
for name, child in net.named_children():
    print(name, type(child).__name__)
for name, module in nn.Sequential(net, nn.Sigmoid()).named_modules():
    print(repr(name), module.__class__.__name__)
print(net(x).shape, net(x[0]).shape)
net.add_module('out', nn.Softmax(dim=1))
print(list(net._modules))
try:
    net[10]
except IndexError as e:
    print('IndexError:', e)
try:
    nn.Sequential(nn.Linear(2, 3), nn.ReLU)
except TypeError as e:
    print('TypeError:', e)
try:
    nn.Sequential([nn.Linear(2, 3), nn.ReLU()])
except TypeError as e:
    print('TypeError:', e)
try:
    model(torch.randn(2, 5))
except RuntimeError as e:
    print('RuntimeError:', e)
