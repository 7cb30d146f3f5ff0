import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
z, y = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]), torch.tensor([0, 1])
t, i = torch.tensor([1.0, 2.0]), torch.tensor([1, 2])
tests = [
    lambda: torch.mm(z, z), lambda: z @ z, lambda: i @ t, lambda: z + t, lambda: torch.mean(i),
    lambda: F.softmax(i, dim=0), lambda: F.softmax([1.0, 2.0], dim=0), lambda: torch.exp([1]), lambda: torch.exp(np.ones(2)),
    lambda: F.cross_entropy(z, torch.tensor([0, 3])), lambda: F.cross_entropy(z, y.float()), lambda: F.cross_entropy(z, 0),
    lambda: F.cross_entropy(z, torch.tensor([0, 1, 2])), lambda: nn.CrossEntropyLoss(z, y), lambda: nn.CrossEntropyLoss()(z),
    lambda: nn.BCELoss()(torch.tensor([1.5]), torch.tensor([1.0])), lambda: nn.BCELoss()(t[:1], i[:1]),
    lambda: F.one_hot(torch.tensor([0, 3]), 3), lambda: F.one_hot(t), lambda: t[5], lambda: z[0, 7], lambda: t[1.5],
    lambda: z.view(4, 2), lambda: t.item(), lambda: bool(t > 1), lambda: z.sum(dim=2), lambda: torch.cat([z, t]),
    lambda: torch.cat(t), lambda: t.foo, lambda: torch.tensr(1), lambda: torch.tensor([[1, 2], [3]]),
    lambda: torch.stack([np.ones(2)]), lambda: torch.zeros(2).view(3), lambda: z[:, ::-1], lambda: nn.NLLLoss()(z, z),
]
for k, test in enumerate(tests):
    try:
        print(k, test())
    except Exception as e:
        print(k, type(e).__name__, "-", e)
