# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.utils: Bunch, and functions that pick rows.
import numpy as np
from _xent import attributes, refuse
import sklearn_check as check
from sklearn_check import check_consistent_length, check_random_state


class Bunch:
    """a dict whose values are attributes too

    >>> sklearn.utils.Bunch(a=1, b=2).b
    2
    """
    __module__ = "sklearn.utils._bunch"

    def __init__(self, **kwargs):
        for key in kwargs:
            setattr(self, key, kwargs[key])

    def __getattr__(self, key):
        raise AttributeError(key)

    def __getitem__(self, key):
        return attributes(self)[key]

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __contains__(self, key):
        return key in attributes(self)

    def __iter__(self):
        return iter(attributes(self))

    def __len__(self):
        return len(attributes(self))

    def __repr__(self):
        return repr(attributes(self))

    def __dir__(self):
        return list(attributes(self))

    def keys(self):
        return attributes(self).keys()

    def values(self):
        return attributes(self).values()

    def items(self):
        return attributes(self).items()

    def get(self, key, default=None):
        return attributes(self).get(key, default)

    def update(self, *others, **more):
        items = dict(*others, **more)
        for key in items:
            setattr(self, key, items[key])

    def copy(self):
        return dict(attributes(self))


def shuffle(*arrays, random_state=None, n_samples=None):
    """the rows of all arrays in one new order

    >>> sklearn.utils.shuffle([1, 2, 3, 4], random_state=0)
    [3, 4, 2, 1]
    """
    return resample(*arrays, replace=False, n_samples=n_samples,
                    random_state=random_state)


def resample(*arrays, replace=True, n_samples=None, random_state=None,
             stratify=None):
    """rows drawn from all arrays alike, each any number of times

    >>> sklearn.utils.resample([1, 2, 3, 4], random_state=0)
    [1, 4, 2, 1]
    """
    generator = check_random_state(random_state)
    if stratify is not None:
        refuse("resample with stratify")
    if len(arrays) == 0:
        return None
    n = check.num_samples(arrays[0])
    wanted = n if n_samples is None else n_samples
    if wanted > n and not replace:
        raise ValueError("Cannot sample %d out of arrays with dim %d when "
                         "replace is False" % (wanted, n))
    check_consistent_length(*arrays)
    if replace:
        rows = generator.randint(0, n, size=(wanted,))
    else:
        rows = np.arange(n)
        generator.shuffle(rows)
        rows = rows[:wanted]
    found = [check.take_rows(x, rows) for x in arrays]
    return found[0] if len(found) == 1 else found
