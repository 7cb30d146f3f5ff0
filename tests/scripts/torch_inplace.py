# Methods with an underscore, and what shares memory.
import numpy as np
import torch

x = torch.tensor([[1., -2.], [3., 4.]])
y = x
x.add_(1).mul_(2)
print(x, y is x, x.data_ptr() == y.data_ptr())
print(x.clone().sub_(1), x.clone().div_(4), x.clone().pow_(2), x.clone().neg_(), x.clone().abs_(), x.clone().zero_(), x.clone().fill_(7))
print(x.clone().clamp_(0, 5), x.clone().clamp_(min=3), x.clone().exp_(), x.abs().sqrt_(), x.abs().log_(), x.clone().relu_())
print(x.clone().sigmoid_(), x.clone().tanh_(), x.clone().round_(), x.clone().masked_fill_(x > 4, 0), x.clone().copy_(torch.ones(2)))
print(x.clone().t_(), x.clone().unsqueeze_(0).shape, x.clone().squeeze_().shape, x.clone().tril_(), x.clone().fill_diagonal_(0))
print(x.clone().addcmul_(x, x, value=0.1), x.clone().lerp_(torch.zeros(2, 2), 0.25), x.clone().add_(x, alpha=-1))
x += 1
x *= torch.tensor([1., 2.])
x -= x.mean()
x /= 2
print(x, y is x)
row = x[0]
row.zero_()
print(x)
view = x.view(4)
view[3] = 100
print(x, x.t()[1, 1])
a = np.zeros(3)
t = torch.from_numpy(a)
t += 1
a[0] = 5
print(a, t, t.numpy() is a)
copy = torch.tensor(a)
copy[1] = -1
print(a, copy)
w = torch.ones(2, requires_grad=True)
with torch.no_grad():
    w -= 0.5
    w.mul_(2)
print(w)
for bad in (lambda: w.add_(1), lambda: torch.tensor([1]).add_(0.5), lambda: torch.ones(2).add_(torch.ones(3)),
            lambda: torch.tensor([1, 2]).div_(2), lambda: torch.ones(1, 2).add_(torch.ones(2, 2))):
    try:
        bad()
    except RuntimeError as e:
        print('RuntimeError:', e)
