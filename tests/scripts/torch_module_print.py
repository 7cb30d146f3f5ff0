# How nested modules print.
import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self, size, p=0.1):
        super().__init__()
        self.linear = nn.Linear(size, size)
        self.act = nn.LeakyReLU(0.2)
        self.drop = nn.Dropout(p)

    def forward(self, x):
        return self.drop(self.act(self.linear(x)))


class Net(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super(Net, self).__init__()
        self.first = nn.Linear(n_in, n_hidden, bias=False)
        self.blocks = nn.ModuleList([Block(n_hidden) for _ in range(2)])
        self.head = nn.Sequential(nn.ReLU(inplace=True),
                                  nn.Linear(n_hidden, n_out),
                                  nn.LogSoftmax(dim=1))
        self.n_out = n_out

    def forward(self, x):
        x = self.first(x)
        for block in self.blocks:
            x = block(x)
        return self.head(x)


class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return self.factor * x

    def extra_repr(self):
        return 'factor={}'.format(self.factor)


net = Net(4, 8, 3)
print(net)
print(repr(net.head))
print(str(net.blocks[0]))
print(Scale(3))
print(nn.Sequential(Scale(2), nn.Sequential(), nn.Identity()))
print("The loss is", nn.CrossEntropyLoss(), "and the activation", nn.GELU())
print([nn.Tanh(), nn.Softmax(dim=-1), nn.Softplus(), nn.ELU(), nn.Hardtanh()])
print(nn.ModuleDict({'relu': nn.ReLU(), 'sigmoid': nn.Sigmoid()}))
print(type(net), type(net.first), type(net.blocks))
print(net.__class__.__name__, net.head[1].__class__.__name__)
print(f"{net.first!r} | {net.first}")
