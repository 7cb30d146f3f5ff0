# A network of any depth: ModuleList, ModuleDict and plain lists.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(3)


class MLP(nn.Module):
    def __init__(self, sizes, activation='relu'):
        super().__init__()
        self.layers = nn.ModuleList()
        for a, b in zip(sizes[:-1], sizes[1:]):
            self.layers.append(nn.Linear(a, b))
        self.activations = nn.ModuleDict([['relu', nn.ReLU()],
                                          ['tanh', nn.Tanh()]])
        self.choice = activation

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i + 1 < len(self.layers):
                x = self.activations[self.choice](x)
        return x


net = MLP([2, 3, 3, 1])
print(net)
print(net(torch.tensor([[1.0, -1.0]])))
net.choice = 'tanh'
print(net(torch.tensor([[1.0, -1.0]])))
print([tuple(p.shape) for p in net.parameters()])
print([name for name, _ in net.named_parameters()])
print(net.layers[-1], net.layers[0:2], len(net.layers))
net.layers.extend([nn.Linear(1, 1)])
net.layers.insert(1, nn.Linear(3, 3))
print(net.layers)
print(net(torch.tensor([[1.0, -1.0]])))


class Forgotten(nn.Module):
    """Layers in a plain list are not seen."""

    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 2)]
        self.out = nn.Linear(2, 1)


print(Forgotten())
print(len(list(Forgotten().parameters())))


class Weighted(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.weights = nn.ParameterList([nn.Parameter(torch.randn(2, 2))
                                         for i in range(n)])

    def forward(self, x):
        for w in self.weights:
            x = F.relu(x @ w)
        return x


w = Weighted(3)
print(w(torch.ones(1, 2)))
print(w.weights[0])
print(sorted(w.state_dict().keys()))
