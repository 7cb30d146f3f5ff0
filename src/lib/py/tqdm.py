# SPDX-License-Identifier: GPL-3.0-or-later
# The bar itself goes to standard error in the real one; here there is none.


class tqdm:
    """goes over the iterable; no bar is drawn

    >>> [n for n in tqdm.tqdm(range(3))]
    [0, 1, 2]
    """
    __module__ = "tqdm.std"

    def __init__(self, iterable=None, desc=None, total=None, **options):
        self.iterable = iterable
        self.desc = desc
        self.total = total
        self.n = 0
        try:
            self.total = len(iterable) if total is None else total
        except TypeError:
            pass

    def __iter__(self):
        return iter(self.iterable)

    def __len__(self):
        return self.total

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    def set_postfix(self, ordered_dict=None, refresh=True, **values):
        pass

    def set_postfix_str(self, s="", refresh=True):
        pass

    def refresh(self):
        pass

    def close(self):
        pass

    @staticmethod
    def write(s, end="\n"):
        print(s, end=end)


def trange(*limits, **options):
    """tqdm(range(...))

    >>> list(tqdm.trange(3))
    [0, 1, 2]
    """
    return tqdm(range(*limits), **options)
