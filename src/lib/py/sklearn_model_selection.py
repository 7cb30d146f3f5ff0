# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.model_selection: rows parted for training and testing.
import numpy as np
from _xent import is_integral, is_real, split_rows, warn
import sklearn_check as check


def train_test_split(*arrays, test_size=None, train_size=None,
                     random_state=None, shuffle=True, stratify=None):
    """rows to train with and rows to test with, the same of every array

    >>> sklearn.model_selection.train_test_split([1, 2, 3, 4], random_state=0)
    [[4, 2, 1], [3]]
    """
    if len(arrays) == 0:
        raise ValueError("At least one array required as input")
    arrays = check.indexable(*arrays)
    n = check.num_samples(arrays[0])
    _check_size("train_size", train_size)
    _check_size("test_size", test_size)
    shuffled = shuffle is not False
    labels = None
    if stratify is not None:
        check.check_consistent_length(arrays[0], stratify)
        labels = _classes(stratify)
    stream = check.stream(random_state if shuffled else None)
    train, test = split_rows(stream, n, test_size, train_size, shuffled,
                             labels)
    parts = []
    for x in arrays:
        parts += [check.take_rows(x, train), check.take_rows(x, test)]
    return parts


def _check_size(name, size):
    if size is not None and (not is_real(size) or isinstance(size, bool)):
        raise ValueError("Invalid value for %s: %s" % (name, size))


def _classes(y):
    # the number of each row's class among the sorted ones
    if hasattr(y, "tolist"):
        y = y.tolist()
    keys = [_text_of(row) if isinstance(row, list) else row for row in y]
    found = sorted(set(keys))
    number = dict(zip(found, range(len(found))))
    return np.array([number[key] for key in keys], dtype=int)


def _text_of(row):
    return " ".join([str(x) for x in row])


class _Folds:
    def __init__(self, n_splits, shuffle, random_state):
        if not is_integral(n_splits):
            raise ValueError(
                "The number of folds must be of Integral type. %s of type %s "
                "was passed." % (n_splits, type(n_splits)))
        if n_splits <= 1:
            raise ValueError(
                "k-fold cross-validation requires at least one train/test "
                "split by setting n_splits=2 or more, got n_splits=%s."
                % n_splits)
        if not isinstance(shuffle, bool):
            raise TypeError("shuffle must be True or False; got %s" % shuffle)
        if not shuffle and random_state is not None:
            raise ValueError(
                "Setting a random_state has no effect since shuffle is False. "
                "You should leave random_state to its default (None), or set "
                "shuffle=True.")
        self.n_splits = int(n_splits)
        self.shuffle = shuffle
        self.random_state = random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def split(self, X, y=None, groups=None):
        n = check.num_samples(check.indexable(X, y, groups)[0])
        if self.n_splits > n:
            raise ValueError(
                "Cannot have number of splits n_splits=%d greater than the "
                "number of samples: n_samples=%d." % (self.n_splits, n))
        rows = np.arange(n)
        return iter([(rows[fold != k], rows[fold == k])
                     for fold in [self._fold_of_rows(n, y)]
                     for k in range(self.n_splits)])

    def __repr__(self):
        return "%s(n_splits=%r, random_state=%r, shuffle=%r)" % (
            type(self).__name__, self.n_splits, self.random_state,
            self.shuffle)


class KFold(_Folds):
    """n_splits times other rows to test with, every row once

    >>> kf = sklearn.model_selection.KFold(n_splits=2); kf
    KFold(n_splits=2, random_state=None, shuffle=False)
    """
    __module__ = "sklearn.model_selection._split"

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        super().__init__(n_splits, shuffle, random_state)

    def _fold_of_rows(self, n, y):
        order = np.arange(n)
        if self.shuffle:
            check.check_random_state(self.random_state).shuffle(order)
        fold = np.zeros(n, dtype=int)
        start = 0
        for k in range(self.n_splits):
            stop = start + n // self.n_splits + (k < n % self.n_splits)
            fold[order[start:stop]] = k
            start = stop
        return fold


class StratifiedKFold(_Folds):
    """as KFold, with the classes of y in the same shares in every fold

    >>> sklearn.model_selection.StratifiedKFold(3).get_n_splits()
    3
    """
    __module__ = "sklearn.model_selection._split"

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        super().__init__(n_splits, shuffle, random_state)

    def split(self, X, y, groups=None):
        return super().split(X, y, groups)

    def _fold_of_rows(self, n, y):
        generator = check.check_random_state(self.random_state)
        y = np.asarray(y)
        if y.dtype.kind == "f" and np.any(y != y.astype(int)):
            raise ValueError("Supported target types are: ('binary', "
                             "'multiclass'). Got 'continuous' instead.")
        labels = _by_appearance(_classes(y))
        counts = np.bincount(labels)
        self._check_counts(counts)
        order = np.sort(labels)
        fold = np.zeros(n, dtype=int)
        for c in range(len(counts)):
            shares = [int(np.sum(order[k::self.n_splits] == c))
                      for k in range(self.n_splits)]
            folds = np.repeat(np.arange(self.n_splits), shares)
            if self.shuffle:
                generator.shuffle(folds)
            fold[labels == c] = folds
        return fold

    def _check_counts(self, counts):
        if np.all(self.n_splits > counts):
            raise ValueError(
                "n_splits=%d cannot be greater than the number of members in "
                "each class." % self.n_splits)
        if self.n_splits > np.min(counts):
            warn("UserWarning", "The least populated class in y has only %d "
                 "members, which is less than n_splits=%d."
                 % (np.min(counts), self.n_splits))


def _by_appearance(labels):
    # the same classes, numbered as they come
    number = {}
    for label in labels.tolist():
        if label not in number:
            number[label] = len(number)
    return np.array([number[label] for label in labels.tolist()], dtype=int)
