import torch
import torch.nn as nn
import torch.nn.functional as F

class MLP(nn.Module):
    def __init__(self, dims, activation='relu', p=0.1):
        super(MLP, self).__init__()
        self.layers = nn.ModuleList()
        for i in range(len(dims) - 1):
            self.layers.append(nn.Linear(dims[i], dims[i + 1]))
        self.acts = nn.ModuleDict({'relu': nn.ReLU(), 'tanh': nn.Tanh()})
        self.activation = activation
        self.drop = nn.Dropout(p)

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i != len(self.layers) - 1:
                x = self.acts[self.activation](x)
                x = self.drop(x)
        return x

torch.manual_seed(42)
net = MLP([4, 6, 5, 3], 'tanh')
print(net)
total = 0
for name, p in net.named_parameters():
    print(f"{name:<20} {str(tuple(p.shape)):<10} {p.numel():>4}")
    total += p.numel()
print("total", total, sum(p.numel() for p in net.parameters() if p.requires_grad))
x = torch.rand(2, 4)
net.eval()
with torch.no_grad():
    out = net(x)
    print(out)
    print(F.softmax(out, dim=1))
    print(F.softmax(out, dim=-1).sum(dim=1))
net.train()
o1 = net(x)
print(o1.shape, o1.requires_grad, net.training, net.drop.training)
for n, m in net.named_modules():
    print(repr(n), m.__class__.__name__)
for c in net.children():
    print(type(c))
print(len(list(net.modules())), len(net.layers), net.layers[-1].out_features)
