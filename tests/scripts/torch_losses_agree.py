import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(7)
logits = torch.randn(5, 3, requires_grad=True)
target = torch.tensor([0, 2, 1, 1, 0])

ce = nn.CrossEntropyLoss()(logits, target)
nll = nn.NLLLoss()(nn.LogSoftmax(dim=1)(logits), target)
manual = -(F.one_hot(target, 3).float() * F.log_softmax(logits, dim=1)).sum(1).mean()
print("ce    ", ce)
print("nll   ", nll)
print("manual", manual)
print(torch.allclose(ce, nll), torch.isclose(ce, manual))
for red in ['none', 'mean', 'sum']:
    print(red, F.cross_entropy(logits, target, reduction=red))
soft = F.one_hot(target, num_classes=3).float() * 0.9 + 0.1 / 3
print(F.cross_entropy(logits, soft).item(), F.cross_entropy(logits, target, label_smoothing=0.1).item())
w = torch.tensor([1.0, 2.0, 0.5])
print(F.cross_entropy(logits, target, weight=w))
manual_w = -(w[target] * F.log_softmax(logits, 1)[torch.arange(5), target]).sum() / w[target].sum()
print(manual_w)
ce.backward()
print(logits.grad)
p = F.softmax(logits, dim=1)
print(torch.allclose(logits.grad, (p - F.one_hot(target)) / 5))
ignore = torch.tensor([0, -100, 1, -100, 2])
print(F.cross_entropy(logits, ignore), F.nll_loss(F.log_softmax(logits, -1), ignore, ignore_index=-100))
x = torch.randn(4)
t = torch.tensor([1., 0., 1., 0.])
print(F.binary_cross_entropy(torch.sigmoid(x), t), F.binary_cross_entropy_with_logits(x, t))
print(nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.0))(x, t))
print(nn.BCEWithLogitsLoss(reduction='none')(x, t))
print(F.kl_div(F.log_softmax(logits, 1), soft, reduction='batchmean'))
print(nn.KLDivLoss(reduction='sum')(F.log_softmax(logits, 1), soft))
print(nn.MSELoss()(x, t), nn.L1Loss()(x, t), nn.SmoothL1Loss()(x, t), F.huber_loss(x, t))
print(nn.CrossEntropyLoss(weight=w, label_smoothing=0.05))
