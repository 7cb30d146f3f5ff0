# What the layers between linear ones compute, with and without training.
import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.tensor([[-2.0, -0.5, 0.0], [0.5, 1.0, 7.0]])
for layer in [nn.ReLU(), nn.Sigmoid(), nn.Tanh(), nn.LeakyReLU(),
              nn.LeakyReLU(0.3), nn.Softmax(dim=1), nn.Softmax(dim=0),
              nn.LogSoftmax(dim=1), nn.Softmin(dim=1), nn.Softplus(),
              nn.LogSigmoid(), nn.ELU(), nn.SELU(), nn.GELU(), nn.SiLU(),
              nn.Mish(), nn.Hardtanh(), nn.ReLU6(), nn.Softsign(),
              nn.Tanhshrink(), nn.Identity(), nn.Flatten(), nn.Flatten(0),
              nn.Hardsigmoid(), nn.Hardswish(), nn.CELU(0.5)]:
    print(layer)
    print(layer(x))

drop = nn.Dropout(p=0.5)
ones = torch.ones(2, 8)
print(drop(ones))
print(drop(ones))
drop.eval()
print(drop(ones))
print(drop.training)
model = nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.3), nn.Linear(4, 1))
print(model(x))
model.eval()
print(model(x), model[1].training)
model.train()
print(model[1].training, model.training)
print(nn.Dropout(0.)(ones)[0], nn.Dropout(1.)(ones)[0])

norm = nn.BatchNorm1d(3)
print(norm(x))
print(norm.running_mean, norm.running_var)
norm.eval()
print(norm(x))
layer_norm = nn.LayerNorm(3)
print(layer_norm(x))
y = torch.ones(2, 3, requires_grad=True)
z = nn.LayerNorm(3)(x * y).sum()
z.backward()
print(y.grad.shape)
print(nn.Unflatten(1, (2, 2))(torch.arange(8.).reshape(2, 4)).shape)
