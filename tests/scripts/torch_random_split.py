# Splits, samplers and generators.
import torch
from torch.utils.data import (random_split, TensorDataset, DataLoader, RandomSampler,
                              SequentialSampler, SubsetRandomSampler, BatchSampler)

torch.manual_seed(7)
data = TensorDataset(torch.arange(12.0), torch.arange(12) % 3)
train, test = random_split(data, [9, 3])
print(len(train), len(test))
print(train.indices, test.indices)
print(test[0], train[1])
for xb, yb in DataLoader(train, batch_size=4, shuffle=True):
    print(xb, yb)

a, b, c = random_split(range(11), [0.5, 0.3, 0.2], generator=torch.Generator().manual_seed(42))
print(list(a), list(b), list(c))
try:
    random_split(data, [5, 5])
except ValueError as e:
    print('ValueError:', e)

print(list(SequentialSampler(range(4))))
print(list(RandomSampler(range(6))))
print(list(RandomSampler(range(3), replacement=True, num_samples=7)))
print(list(SubsetRandomSampler([2, 4, 6, 8])))
print(list(BatchSampler(SequentialSampler(range(7)), 3, False)))
print(list(BatchSampler(SequentialSampler(range(7)), 3, True)))
order = RandomSampler(data, generator=torch.Generator().manual_seed(1))
for xb, yb in DataLoader(data, batch_size=5, sampler=order):
    print(xb.tolist())
weights = torch.tensor([0.1, 0.0, 0.9])
print(list(torch.utils.data.WeightedRandomSampler(weights, 8)))
