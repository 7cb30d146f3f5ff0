# Weights by hand and by nn.init.
import torch
import torch.nn as nn
import torch.nn.init as init

torch.manual_seed(42)


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight)
        m.bias.data.fill_(0.01)


net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 2))
net.apply(init_weights)
for name, p in net.named_parameters():
    print(name, p)

layer = nn.Linear(3, 2)
init.kaiming_normal_(layer.weight, nonlinearity='relu')
init.zeros_(layer.bias)
print(layer.weight)
print(layer.bias)
init.kaiming_uniform_(layer.weight, mode='fan_out', nonlinearity='relu')
print(layer.weight.data)
init.xavier_normal_(layer.weight, gain=init.calculate_gain('tanh'))
print(layer.weight.data)
init.normal_(layer.weight, mean=0.0, std=0.02)
print(layer.weight.data)
init.uniform_(layer.weight, -0.5, 0.5)
print(layer.weight.data)
init.constant_(layer.bias, 0.3)
print(layer.bias)
init.ones_(layer.bias)
print(layer.bias.tolist())
square = torch.empty(3, 3)
print(init.eye_(square))
for f in ['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu']:
    print(f, init.calculate_gain(f))
print(init.calculate_gain('leaky_relu', 0.2))

with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1., 2., 3.], [4., 5., 6.]]))
    layer.bias[0] = -1.0
print(layer.weight, layer.bias)
print(layer(torch.tensor([[1., 0., 0.], [0., 1., 1.]])))
layer.weight.data = torch.ones(2, 3)
layer.weight = nn.Parameter(torch.zeros(2, 3))
print(layer(torch.ones(1, 3)))

for bad in (lambda: init.xavier_uniform_(torch.empty(3)),
            lambda: init.eye_(torch.empty(3)),
            lambda: init.calculate_gain('reul'),
            lambda: init.kaiming_normal_(torch.empty(2, 2), mode='in')):
    try:
        bad()
    except ValueError as e:
        print('ValueError:', e)
