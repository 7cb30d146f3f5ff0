import torch
import torch.nn as nn
crit = nn.CrossEntropyLoss()
out = torch.zeros(3, 2)
print(crit(out, torch.tensor([0, 1, 1])))
for t in [torch.tensor([0., 1., 1.]), torch.tensor([0, 1]), torch.tensor([[0], [1], [1]]), torch.tensor([0, 1, 2]), torch.tensor([0, 1, 1], dtype=torch.int32)]:
    try:
        print(crit(out, t))
    except (RuntimeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
try:
    nn.BCELoss()(torch.zeros(3), torch.zeros(3, 1))
except ValueError as e:
    print(e)
try:
    nn.BCELoss()(torch.tensor([1.5]), torch.tensor([1.]))
except RuntimeError as e:
    print(e)
try:
    nn.Linear(2, 2)(torch.zeros(1, 2, dtype=torch.float64))
except RuntimeError as e:
    print(e)
try:
    nn.Linear(2, 2)(torch.tensor([[1, 2]]))
except RuntimeError as e:
    print(e)
try:
    nn.BCEWithLogitsLoss()(torch.zeros(3), torch.tensor([0, 1, 1]))
    print("ok?")
except RuntimeError as e:
    print(e)
nn.BCELoss()(torch.rand(3), torch.tensor([0, 1, 1]))
