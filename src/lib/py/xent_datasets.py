# SPDX-License-Identifier: GPL-3.0-or-later
# xent.datasets: small invented data sets to try a classifier on.
from _xent import data_path, data_table
from numpy_text import text_array as _text_array
from sklearn_utils import Bunch as _Bunch


def load_fruit(*, return_X_y=False):
    """60 invented fruits of four kinds: weight, width, height and colour

    >>> xent.datasets.load_fruit().target_names
    array(['apple', 'lemon', 'pear', 'plum'], dtype='<U5')
    """
    return _load("fruit.csv", ["apple", "lemon", "pear", "plum"], return_X_y,
                 "60 fruits, 15 of each kind; weight in g, width and height in "
                 "cm, colour\nfrom 0 to 1. Invented for xent.\n")


def load_xor(*, return_X_y=False):
    """the corners of a square and 36 points around them; 1 where x1 != x2

    >>> xent.datasets.load_xor().data[:4].tolist()
    [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    """
    return _load("xor.csv", ["alike", "different"], return_X_y,
                 "The four corners of a square, then 36 points around them: no "
                 "straight line\nparts the classes. Made for xent.\n")


def load_spiral(*, return_X_y=False):
    """300 points in three arms that wind about each other

    >>> xent.datasets.load_spiral().data.shape
    (300, 2)
    """
    return _load("spiral.csv", ["arm_0", "arm_1", "arm_2"], return_X_y,
                 "Three arms of a spiral, 100 points in each. Made for xent.\n")


def path(file):
    """where a data set lies as a file, for np.genfromtxt and the like

    >>> xent.datasets.path("iris.csv").endswith("iris.csv")
    True
    """
    return data_path(file)


def _load(file, names, return_X_y, text):
    table, columns = data_table(file)
    data, target = table[:, :-1].copy(), table[:, -1].astype(int)
    if return_X_y:
        return data, target
    return _Bunch(data=data, target=target, target_names=_text_array(names),
                  feature_names=columns[:-1], DESCR=text, filename=file)
