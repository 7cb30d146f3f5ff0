import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]])
target = torch.tensor([0, 1])
criterion = nn.CrossEntropyLoss()
loss = criterion(logits, target)
print(loss, loss.item())
print(F.cross_entropy(logits, target), F.nll_loss(F.log_softmax(logits, dim=1), target))
print(F.cross_entropy(logits, target, reduction="none"), nn.CrossEntropyLoss(reduction="sum")(logits, target))
p = torch.softmax(logits, dim=1)
print(p, p.sum(dim=1), -torch.log(p[range(2), target]).mean())
one_hot = F.one_hot(target, num_classes=3)
print(one_hot, -(one_hot * torch.log(p)).sum(dim=1))
x = torch.tensor([0.5, -1.0, 2.0])
t = torch.tensor([1.0, 0.0, 1.0])
print(nn.BCEWithLogitsLoss()(x, t), nn.BCELoss()(torch.sigmoid(x), t), F.mse_loss(x, t), nn.L1Loss()(x, t))
print(nn.Softmax(dim=1)(logits), nn.ReLU()(x), nn.LeakyReLU(0.1, inplace=True)(x), x, nn.LogSoftmax(dim=0)(x))
print(criterion, nn.Softmax(dim=1), nn.ReLU(inplace=True), nn.Softplus())
_, predicted = torch.max(logits, 1)
print(predicted, (predicted == target).sum().item() / len(target))
F.cross_entropy(logits, torch.tensor([0, 3]))
