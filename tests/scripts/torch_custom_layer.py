# A layer of one's own: parameters, buffers and gradients.
import torch
import torch.nn as nn
import math


class MyLinear(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_in, n_out) / math.sqrt(n_in))
        self.bias = nn.Parameter(torch.zeros(n_out))
        self.register_buffer('calls', torch.zeros(1))
        self.names = ['weight', 'bias']

    def forward(self, x):
        self.calls += 1
        return x @ self.weight + self.bias

    def extra_repr(self):
        return f'{self.weight.shape[0]} -> {self.weight.shape[1]}'

    @property
    def size(self):
        return self.weight.numel() + self.bias.numel()


torch.manual_seed(0)
layer = MyLinear(3, 2)
print(layer, layer.size)
print(layer.weight)
x = torch.tensor([[1.0, 2.0, 3.0]])
y = layer(x)
print(y)
loss = (y ** 2).mean()
print(loss)
loss.backward()
print(layer.weight.grad)
print(layer.bias.grad)
with torch.no_grad():
    for p in layer.parameters():
        p -= 0.1 * p.grad
layer.zero_grad()
print(layer.weight.grad)
print(layer.weight)
print(layer(x))
print(layer.calls, dict(layer.named_buffers()))
print(isinstance(layer.weight, nn.Parameter), isinstance(layer.weight, torch.Tensor),
      isinstance(layer.calls, nn.Parameter), isinstance(layer, nn.Module))
print(layer.state_dict())
p = nn.Parameter(torch.tensor([1.0, 2.0]))
print(p, p.requires_grad, p.data, p * 2, p.detach())
q = nn.Parameter(torch.ones(2), requires_grad=False)
print(q)
print(type(p), type(p.data), type(p + 1))


class Both(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = MyLinear(3, 4)
        self.b = MyLinear(4, 1)
        self.shared = self.a

    def forward(self, x, flip=False):
        x = torch.tanh(self.a(x))
        return -self.b(x) if flip else self.b(x)


both = Both()
print(both)
print(both(x), both(x, flip=True), both.forward(x))
print([n for n, _ in both.named_parameters()], len(list(both.modules())))
