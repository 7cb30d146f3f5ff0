# Reductions along dimensions, in all their forms.
import torch

x = torch.tensor([[1., -2., 3.], [4., 5., -6.]])
print(x.sum(), x.sum(0), x.sum(dim=1), x.sum(1, keepdim=True), x.sum((0, 1)), x.sum(-1, True), torch.sum(x, axis=0))
print(x.mean(), x.mean(0), x.mean(dim=(0, 1)), x.mean(1, keepdim=True), x.prod(), x.prod(1))
print(x.std(), x.std(0), x.std(dim=1, unbiased=False), torch.std(x, 1, keepdim=True), x.var(), torch.var(x, dim=0, unbiased=False))
print(torch.std_mean(x), torch.var_mean(x, 0), torch.std(x, False))
print(x.max(), x.min(), x.max(0), x.min(dim=1, keepdim=True), x.amax(1), x.amin(dim=(0, 1)), torch.aminmax(x))
print(x.argmax(), x.argmin(dim=0), x.argmax(1, keepdim=True))
print(x.median(), x.median(1), torch.mode(torch.tensor([1, 2, 2, 3, 3])), torch.kthvalue(x, 2, dim=1))
print(torch.quantile(x, 0.5), torch.quantile(x, torch.tensor([0.25, 0.75]), dim=1))
print(x.norm(), x.norm(1), x.norm(dim=1), torch.norm(x, p=float('inf')), torch.linalg.norm(x), torch.linalg.norm(x, ord=1))
print((x > 0).any(), (x > 0).all(1), x.any(), torch.all(x > -10), x.count_nonzero(0))
print(x.cumsum(0), x.cumsum(dim=1), x.cumprod(1), torch.cummax(x, 1), torch.logcumsumexp(x, 1))
print(torch.logsumexp(x, 1), torch.logsumexp(x, dim=(0, 1)), x.softmax(1).sum(1))
print(torch.nansum(torch.tensor([1., float('nan')])), torch.nan_to_num(torch.tensor([float('inf'), float('nan')]), posinf=9.))
e = torch.tensor([])
print(e.sum(), e.mean(), e.prod(), torch.zeros(0, 3).sum(0), torch.zeros(0, 3).shape)
s = torch.tensor(2.5)
print(s.sum(), s.max(), s.mean(), s.argmax(), s.norm())
for bad in (lambda: x.sum(3), lambda: e.max(), lambda: e.argmax(), lambda: x.max(2), lambda: torch.tensor([1, 2]).mean(),
            lambda: v.topk(9) if False else x.topk(9), lambda: torch.kthvalue(x, 9)):
    try:
        bad()
    except Exception as err:
        print(type(err).__name__ + ':', str(err).split('\n')[0])
