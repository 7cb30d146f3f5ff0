# gather, scatter, masks and their like.
import torch

m = torch.tensor([[1., 2., 3.], [4., 5., 6.]])
idx = torch.tensor([[0], [2]])
print(m.gather(1, idx), m.gather(1, torch.tensor([[2, 1, 0], [0, 0, 1]])))
print(torch.zeros(2, 3).scatter_(1, idx, 1.0), torch.zeros(2, 3).scatter(1, idx, m))
print(torch.zeros(2, 3).scatter_add_(1, torch.tensor([[0, 0, 1], [2, 2, 2]]), m))
print(torch.zeros(3).index_add_(0, torch.tensor([0, 2, 0]), torch.tensor([1., 2., 3.])))
print(torch.zeros(3).index_fill_(0, torch.tensor([1]), 9.), torch.zeros(4).index_copy_(0, torch.tensor([3, 0]), torch.tensor([5., 6.])))
print(m.index_select(1, torch.tensor([2, 0])), torch.take(m, torch.tensor([0, 5])), m[:, [2, 1]])
print(m[m > 2], m.masked_select(m > 2), m.masked_fill(m > 4, -1), torch.where(m > 2, m, torch.zeros(2, 3)))
print(torch.nonzero(m > 4), torch.nonzero(m > 4, as_tuple=True), torch.where(m > 4), (m > 4).nonzero().shape)
print(torch.argwhere(m == 3), torch.count_nonzero(m > 2), torch.isin(m, torch.tensor([2., 6.])))
values, places = m.max(dim=1)
print(values, places, m.argmax(), m.argmax(1), m.min(0), m.topk(2, dim=1), m.sort(descending=True))
print(torch.unique(torch.tensor([3, 1, 3, 2]), return_counts=True), torch.unique(torch.tensor([3, 1, 3]), return_inverse=True))
print(torch.bincount(torch.tensor([0, 1, 1, 3])), torch.histc(m, bins=3, min=0, max=6), torch.bucketize(m, torch.tensor([2., 4.])))
labels = torch.tensor([2, 0])
print(m[range(2), labels], m[torch.arange(2), labels], torch.nn.functional.one_hot(labels, 3))
probs = torch.softmax(m, dim=1)
print(-torch.log(probs.gather(1, labels.view(-1, 1))).mean())
m2 = m.clone()
m2[0, 1] = 10
m2[1] = torch.tensor([7., 8., 9.])
m2[:, 0] += 1
m2[m2 > 9] = 0
print(m2, m)
for bad in (lambda: m[5], lambda: m[0, 9], lambda: m.gather(1, torch.tensor([[7], [0]])), lambda: m[torch.tensor([0, 5])],
            lambda: m.index_select(0, torch.tensor([4])), lambda: m[torch.tensor([True, False, True])], lambda: m.item()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])
