# Datasets of one's own, and what a loader makes of their samples.
import numpy as np
import torch
from torch.utils.data import Dataset, DataLoader, ConcatDataset, Subset


class Squares(Dataset):
    def __init__(self, n, transform=None):
        self.x = np.arange(n, dtype=np.float32)
        self.transform = transform

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        x = self.x[i]
        if self.transform:
            x = self.transform(x)
        return x, int(i)


class Words(Dataset):
    words = ['a', 'bb', 'ccc']

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return {'word': self.words[i], 'length': len(self.words[i]),
                'half': len(self.words[i]) / 2, 'vector': torch.full((2,), i)}


squares = Squares(5)
print(len(squares), squares[3])
for x, i in DataLoader(squares, batch_size=2):
    print(x, x.dtype, i, i.dtype)
for x, i in DataLoader(Squares(4, transform=lambda v: torch.tensor([v, v * v])), batch_size=4):
    print(x, i)
for batch in DataLoader(Words(), batch_size=2):
    print(batch)

both = ConcatDataset([squares, Squares(2)])
print(len(both), both[5], both[-1], both.cumulative_sizes)
both = squares + Squares(3)
print(len(both))
part = Subset(squares, [4, 0, 2])
print(len(part), part[0], [i for _, i in part])


class NoItem(Dataset):
    pass


for bad in (lambda: NoItem()[0],
            lambda: len(DataLoader(NoItem())),
            lambda: DataLoader(squares, batch_size=0),
            lambda: DataLoader(squares, shuffle=True, sampler=[1]),
            lambda: DataLoader([], shuffle=True),
            lambda: list(DataLoader([[1, 2], [3]], batch_size=2)),
            lambda: list(DataLoader([torch.ones(2), torch.ones(3)], batch_size=2)),
            lambda: torch.utils.data.TensorDataset(torch.ones(2), torch.ones(3))):
    try:
        bad()
        print('no error')
    except Exception as e:
        print(type(e).__name__ + ':', e)
