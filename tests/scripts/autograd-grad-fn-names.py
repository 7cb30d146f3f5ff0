import torch
import torch.nn.functional as F
x = torch.tensor([[1.0, -2.0], [3.0, 4.0]], requires_grad=True)
t = torch.tensor([0, 1])
ops = [x + 1, x - 1, 1 - x, x * 2, x / 2, 2 / x, x ** 2, 2 ** x, -x, abs(x), x @ x, x.T, x.t(),
       x.exp(), x.log(), x.sqrt(), x.sigmoid(), x.tanh(), x.relu(), x.softmax(1), x.log_softmax(1),
       x.sum(), x.sum(0), x.mean(), x.mean(1), x.max(), x.max(1)[0], x.min(), x.prod(), x.std(), x.var(),
       x.norm(), x.reshape(4), x.view(4), x.flatten(), x.squeeze(), x.unsqueeze(0), x[0], x[:, 0], x[x > 0],
       x.clone(), x.clamp(0, 1), torch.cat([x, x]), torch.stack([x, x]), torch.where(x > 0, x, -x),
       x.expand(3, 2, 2), x.repeat(2, 1), x.permute(1, 0), x.transpose(0, 1), x.cumsum(0), x.double(),
       x.float() * 1.0, x.diag(), x.triu(), x.tril(), x.sort()[0], x.topk(1)[0], x.logsumexp(0),
       x.gather(1, torch.tensor([[0], [1]])), x.masked_fill(x < 0, 0.0), torch.dot(x[0], x[1]),
       torch.outer(x[0], x[1]), torch.mv(x, x[0]), F.cross_entropy(x, t), F.nll_loss(x, t),
       F.mse_loss(x, x * 0), F.l1_loss(x, x * 0), F.binary_cross_entropy_with_logits(x, x * 0 + 1),
       F.leaky_relu(x), F.softplus(x), F.linear(x, x), F.linear(x, x, x[0]), x.sin(), x.cos(), x.pow(3),
       x.square(), x.reciprocal(), torch.maximum(x, x * 0), x.fmod(2), x % 2, x.round(), x.floor(), x.sign()]
for y in ops:
    print(y.grad_fn.name(), tuple(y.shape), y.is_leaf)
z = x * 2
z[0] = 1
print(z.grad_fn.name())
