# SPDX-License-Identifier: GPL-3.0-or-later
# torch.utils.data: samples, their order, and batches of them.
import math

import numpy as np
import torch
from _xent import warn


class Dataset:
    """what has len(d) and d[i]: derive from it for your own samples"""
    __module__ = "torch.utils.data.dataset"

    def __getitem__(self, index):
        raise NotImplementedError

    def __add__(self, other):
        return ConcatDataset([self, other])


class TensorDataset(Dataset):
    """tensors of one length; d[i] is the tuple of their rows i
    >>> X = torch.tensor([[1., 2.], [3., 4.]])
    >>> torch.utils.data.TensorDataset(X, torch.tensor([0, 1]))[1]
    (tensor([3., 4.]), tensor(1))
    """
    __module__ = "torch.utils.data.dataset"

    def __init__(self, *tensors):
        n = [t.size(0) for t in tensors]
        assert all(n[0] == other for other in n), \
            "Size mismatch between tensors"
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(t[index] for t in self.tensors)

    def __len__(self):
        return self.tensors[0].size(0)


class Subset(Dataset):
    """the samples of a dataset that the indices name"""
    __module__ = "torch.utils.data.dataset"

    def __init__(self, dataset, indices):
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, idx):
        if isinstance(idx, list):
            return self.dataset[[self.indices[i] for i in idx]]
        return self.dataset[self.indices[idx]]

    def __len__(self):
        return len(self.indices)


class ConcatDataset(Dataset):
    """several datasets, one after the other"""
    __module__ = "torch.utils.data.dataset"

    def __init__(self, datasets):
        self.datasets = list(datasets)
        assert len(self.datasets) > 0, \
            "datasets should not be an empty iterable"
        self.cumulative_sizes = []
        for d in self.datasets:
            self.cumulative_sizes.append(len(self) + len(d))

    def __len__(self):
        return self.cumulative_sizes[-1] if self.cumulative_sizes else 0

    def __getitem__(self, idx):
        if idx < 0:
            if -idx > len(self):
                raise ValueError("absolute value of index should not exceed "
                                 "dataset length")
            idx += len(self)
        for d in self.datasets:
            if idx < len(d):
                return d[idx]
            idx -= len(d)
        raise IndexError("list index out of range")


def _shares(lengths, n):
    """how many samples each of these fractions of n gets"""
    counts = []
    for i, part in enumerate(lengths):
        if part < 0 or part > 1:
            raise ValueError(f"Fraction at index {i} is not between 0 and 1")
        counts.append(math.floor(n * part))
    for i in range(n - sum(counts)):
        counts[i % len(counts)] += 1
    for i, count in enumerate(counts):
        if count == 0:
            warn("UserWarning", f"Length of split at index {i} is 0. This "
                 "might result in an empty dataset.")
    return counts


def random_split(dataset, lengths, generator=None):
    """disjoint random subsets, by their lengths or by fractions of 1"""
    if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
        lengths = _shares(lengths, len(dataset))
    if sum(lengths) != len(dataset):
        raise ValueError("Sum of input lengths does not equal the length of "
                         "the input dataset!")
    order = torch.randperm(sum(lengths), generator=generator).tolist()
    parts = []
    start = 0
    for n in lengths:
        parts.append(Subset(dataset, order[start:start + n]))
        start += n
    return parts


# --- orders -----------------------------------------------------------------

class Sampler:
    """an order of the samples: derive from it for your own"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, data_source=None):
        pass

    def __iter__(self):
        raise NotImplementedError


class SequentialSampler(Sampler):
    """the samples as they come"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, data_source):
        self.data_source = data_source

    def __iter__(self):
        return iter(range(len(self.data_source)))

    def __len__(self):
        return len(self.data_source)


def _private(generator):
    """the generator, or a new one that the common stream seeds"""
    if generator is not None:
        return generator
    seed = int(torch.empty((), dtype=torch.int64).random_().item())
    return torch.Generator().manual_seed(seed)


class _RandomOrder:
    """permutations of 0 .. n-1, each drawn when it is needed first"""

    def __init__(self, n, count, generator):
        self.n = n
        self.left = count
        self.given = generator
        self.generator = None
        self.order = []
        self.at = 0

    def __iter__(self):
        return self

    def draw(self):
        if self.generator is None:
            self.generator = _private(self.given)
        self.order = torch.randperm(self.n, generator=self.generator).tolist()
        self.at = 0

    def __next__(self):
        if self.at == len(self.order) and self.left >= 0:
            self.draw()
        if self.left <= 0:
            self.left = -1
            raise StopIteration
        self.left -= 1
        self.at += 1
        return self.order[self.at - 1]


class RandomSampler(Sampler):
    """the samples in random order, or drawn with replacement"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, data_source, replacement=False, num_samples=None,
                 generator=None):
        self.data_source = data_source
        self.replacement = replacement
        self._num_samples = num_samples
        self.generator = generator
        if not isinstance(replacement, bool):
            raise TypeError("replacement should be a boolean value, but got "
                            f"replacement={replacement}")
        if not isinstance(self.num_samples, int) or self.num_samples <= 0:
            raise ValueError("num_samples should be a positive integer value, "
                             f"but got num_samples={self.num_samples}")

    @property
    def num_samples(self):
        if self._num_samples is None:
            return len(self.data_source)
        return self._num_samples

    def __iter__(self):
        n = len(self.data_source)
        if not self.replacement:
            return _RandomOrder(n, self.num_samples, self.generator)
        return iter(torch.randint(n, (self.num_samples,),
                                  generator=_private(self.generator)).tolist())

    def __len__(self):
        return self.num_samples


class SubsetRandomSampler(Sampler):
    """these indices in random order"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, indices, generator=None):
        self.indices = indices
        self.generator = generator

    def __iter__(self):
        order = torch.randperm(len(self.indices), generator=self.generator)
        return iter([self.indices[i] for i in order.tolist()])

    def __len__(self):
        return len(self.indices)


class WeightedRandomSampler(Sampler):
    """indices drawn with these weights"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, weights, num_samples, replacement=True, generator=None):
        if not isinstance(num_samples, int) or num_samples <= 0:
            raise ValueError("num_samples should be a positive integer value, "
                             f"but got num_samples={num_samples}")
        self.weights = torch.as_tensor(weights, dtype=torch.double)
        self.num_samples = num_samples
        self.replacement = replacement
        self.generator = generator

    def __iter__(self):
        return iter(torch.multinomial(
            self.weights, self.num_samples, self.replacement,
            generator=self.generator).tolist())

    def __len__(self):
        return self.num_samples


class _Batches:
    """lists of batch_size indices from a sampler, whose order is drawn when
    the first batch is asked for: after the loader's own random number"""

    def __init__(self, sampler, batch_size, drop_last):
        self.sampler = sampler
        self.order = None
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __iter__(self):
        return self

    def __next__(self):
        if self.order is None:
            self.order = iter(self.sampler)
        batch = []
        for index in self.order:
            batch.append(index)
            if len(batch) == self.batch_size:
                return batch
        if not batch or self.drop_last:
            raise StopIteration
        return batch


class BatchSampler(Sampler):
    """the order of a sampler in lists of batch_size indices"""
    __module__ = "torch.utils.data.sampler"

    def __init__(self, sampler, batch_size, drop_last):
        if (not isinstance(batch_size, int) or isinstance(batch_size, bool)
                or batch_size <= 0):
            raise ValueError("batch_size should be a positive integer value, "
                             f"but got batch_size={batch_size}")
        if not isinstance(drop_last, bool):
            raise ValueError("drop_last should be a boolean value, but got "
                             f"drop_last={drop_last}")
        self.sampler = sampler
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __iter__(self):
        return _Batches(self.sampler, self.batch_size, self.drop_last)

    def __len__(self):
        n = len(self.sampler)
        if self.drop_last:
            return n // self.batch_size
        return (n + self.batch_size - 1) // self.batch_size


# --- batches ----------------------------------------------------------------

def default_collate(batch):
    """a batch from a list of samples: tensors are stacked, numbers joined
    >>> torch.utils.data.default_collate([(1, 2.5), (3, 4.5)])
    [tensor([1, 3]), tensor([2.5000, 4.5000], dtype=torch.float64)]
    """
    first = batch[0]
    if isinstance(first, torch.Tensor):
        return torch.stack(batch)
    if isinstance(first, np.ndarray):
        return torch.stack([torch.as_tensor(x) for x in batch])
    if isinstance(first, np.generic):
        return torch.as_tensor(np.array(batch))
    if isinstance(first, float):
        return torch.tensor(batch, dtype=torch.float64)
    if isinstance(first, int):
        return torch.tensor(batch)
    if isinstance(first, str):
        return batch
    if isinstance(first, dict):
        return {k: default_collate([x[k] for x in batch]) for k in first}
    if isinstance(first, (tuple, list)):
        if any(len(x) != len(first) for x in batch):
            raise RuntimeError("each element in list of batch should be of "
                               "equal size")
        return [default_collate(list(column)) for column in zip(*batch)]
    raise TypeError("default_collate: batch must contain tensors, numpy "
                    "arrays, numbers, dicts or lists; found "
                    f"{type(first)}")


def default_convert(data):
    """what a loader without batches gives: arrays become tensors"""
    if isinstance(data, np.ndarray):
        return torch.as_tensor(data)
    if isinstance(data, dict):
        return {k: default_convert(v) for k, v in data.items()}
    if isinstance(data, tuple):
        return [default_convert(x) for x in data]
    if isinstance(data, list):
        return [default_convert(x) for x in data]
    return data


def _plain_tensors(dataset):
    """the tensors whose rows the dataset's samples are, or None"""
    if type(dataset) is not TensorDataset:
        return None
    if any(t.requires_grad for t in dataset.tensors):
        return None
    return dataset.tensors


class _LoaderIter:
    def __init__(self, loader):
        self.loader = loader
        self.dataset = loader.dataset
        self.indices = iter(loader._index_sampler())
        torch.empty((), dtype=torch.int64).random_(generator=loader.generator)
        self.rows = None
        self.tensors = None
        if loader.collate_fn is default_collate:
            self.tensors = _plain_tensors(self.dataset)
            if type(self.dataset) is Subset:
                self.tensors = _plain_tensors(self.dataset.dataset)
                self.rows = self.dataset.indices

    def __iter__(self):
        return self

    def __len__(self):
        return len(self.loader)

    def __next__(self):
        index = next(self.indices)
        if self.loader.batch_sampler is None:
            return self.loader.collate_fn(self.dataset[index])
        if self.tensors is None:
            samples = [self.dataset[i] for i in index]
            return self.loader.collate_fn(samples)
        if self.rows is not None:
            index = [self.rows[i] for i in index]
        places = torch.tensor(index)
        return [t[places] for t in self.tensors]


class DataLoader:
    """batches of a dataset, shuffled anew for every loop if wanted
    >>> d = torch.utils.data.TensorDataset(torch.arange(5))
    >>> [x.tolist() for x, in torch.utils.data.DataLoader(d, batch_size=2)]
    [[0, 1], [2, 3], [4]]
    """
    __module__ = "torch.utils.data.dataloader"

    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None,
                 batch_sampler=None, num_workers=0, collate_fn=None,
                 pin_memory=False, drop_last=False, timeout=0,
                 worker_init_fn=None, multiprocessing_context=None,
                 generator=None, *, prefetch_factor=2,
                 persistent_workers=False, pin_memory_device=""):
        if num_workers < 0:
            raise ValueError("num_workers option should be non-negative; use "
                             "num_workers=0 to disable multiprocessing.")
        if num_workers > 0:
            warn("note", "xent loads batches without workers, as with "
                 "num_workers=0")
        if timeout < 0:
            raise ValueError("timeout option should be non-negative")
        self.dataset = dataset
        self.num_workers = num_workers
        self.pin_memory = pin_memory
        self.timeout = timeout
        self.generator = generator
        _check_options(sampler, shuffle, batch_sampler, batch_size, drop_last)
        if batch_sampler is not None:
            batch_size = None
        if sampler is None:
            sampler = (RandomSampler(dataset, generator=generator) if shuffle
                       else SequentialSampler(dataset))
        if batch_size is not None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = False if batch_size is None else drop_last
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        if collate_fn is None:
            collate_fn = (default_convert if batch_sampler is None
                          else default_collate)
        self.collate_fn = collate_fn

    def _index_sampler(self):
        if self.batch_sampler is None:
            return self.sampler
        return self.batch_sampler

    def __iter__(self):
        return _LoaderIter(self)

    def __len__(self):
        return len(self._index_sampler())


def _check_options(sampler, shuffle, batch_sampler, batch_size, drop_last):
    if sampler is not None and shuffle:
        raise ValueError("sampler option is mutually exclusive with shuffle")
    if batch_sampler is not None:
        if batch_size != 1 or shuffle or sampler is not None or drop_last:
            raise ValueError("batch_sampler option is mutually exclusive with "
                             "batch_size, shuffle, sampler, and drop_last")
    elif batch_size is None and drop_last:
        raise ValueError("batch_size=None option disables auto-batching and "
                         "is mutually exclusive with drop_last")
