# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.datasets: the small data sets that come with it, and sample data.
import numpy as np
from _xent import data_table, refuse
from numpy_text import text_array as _text_array
from sklearn_generators import make_blobs, make_circles, make_classification
from sklearn_generators import make_moons
from sklearn_utils import Bunch as _Bunch


def _load(loader, file, return_X_y, as_frame, kinds, words, **more):
    """A table of ours; words are its title, its source and what it shows."""
    data, target, names = _table(loader, file, as_frame)
    if return_X_y:
        return data, target
    title, source, text = words
    return _Bunch(data=data, target=target, frame=None,
                  target_names=_text_array(kinds),
                  DESCR=_describe(title, data, target, source, text),
                  feature_names=names, **more)


def load_iris(*, return_X_y=False, as_frame=False):
    """150 irises of three kinds: lengths and widths of their sepals and petals

    >>> sklearn.datasets.load_iris().target_names
    array(['setosa', 'versicolor', 'virginica'], dtype='<U10')
    """
    return _load(
        "load_iris", "iris.csv", return_X_y, as_frame,
        ["setosa", "versicolor", "virginica"],
        ("Irises", "R. A. Fisher 1936; UCI Machine Learning "
         "Repository, CC BY 4.0",
         "Sepals and petals of 50 plants of each of three species. One "
         "species\ncan be told from the others by a straight line, the "
         "other two overlap."),
        filename="iris.csv", data_module="sklearn.datasets.data")


def load_wine(*, return_X_y=False, as_frame=False):
    """178 wines of three growers: 13 measurements of each

    >>> sklearn.datasets.load_wine().data.shape
    (178, 13)
    """
    return _load(
        "load_wine", "wine.csv", return_X_y, as_frame,
        ["class_0", "class_1", "class_2"],
        ("Wines", "M. Forina and others, given by S. "
         "Aeberhard; UCI Machine Learning\nRepository, CC BY 4.0",
         "A chemical analysis of wines from one region of Italy. The "
         "columns differ\nin size by a factor of thousands: scale them."))


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    """569 tumours, malignant (0) or benign (1): 30 measurements of each

    >>> sklearn.datasets.load_breast_cancer().data.shape
    (569, 30)
    """
    loaded = _load(
        "load_breast_cancer", "breast_cancer.csv", return_X_y, as_frame,
        ["malignant", "benign"],
        ("Breast cancer in Wisconsin, diagnostic",
         "W. H. Wolberg, O. L. Mangasarian, W. N. Street 1995; UCI "
         "Machine\nLearning Repository, CC BY 4.0",
         "Ten properties of the cell nuclei in an image of a tumour: the "
         "mean, the\nstandard error and the worst value of each."),
        filename="breast_cancer.csv", data_module="sklearn.datasets.data")
    if not return_X_y:
        loaded.feature_names = _text_array(loaded.feature_names)
    return loaded


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    """1797 written digits as 8 x 8 pixels with ink from 0 to 16

    >>> sklearn.datasets.load_digits().images[0][0]
    array([ 0.,  0.,  5., 13.,  9.,  1.,  0.,  0.])
    """
    data, target, names = _table("load_digits", "digits.csv", as_frame)
    images = data.reshape(-1, 8, 8)
    if n_class < 10:
        rows = target < n_class
        data, target, images = data[rows], target[rows], images[rows]
    if return_X_y:
        return data, target
    return _Bunch(
        data=data, target=target, frame=None, feature_names=names,
        target_names=np.arange(10), images=images,
        DESCR=_describe(
            "Written digits", data, target, "E. Alpaydin, C. Kaynak 1998; UCI "
            "Machine Learning Repository, CC BY 4.0",
            "Each pixel counts the black dots in a 4 x 4 block of a scan of "
            "32 x 32.\nThese are the digits of 13 writers."))


def _table(function, file, as_frame):
    # numbers, classes and the names of the columns
    if as_frame:
        refuse("'as_frame' of " + function + " (it needs pandas)")
    table, names = data_table(file)
    return table[:, :-1].copy(), table[:, -1].astype(int), names[:-1]


def _describe(title, data, target, source, text):
    counts = [str(count) for count in np.bincount(target).tolist()]
    return "\n".join([
        title, "=" * len(title), "",
        "Rows:    %d" % len(data), "Columns: %d" % data.shape[1],
        "Classes: %d (%s rows)" % (len(counts), ", ".join(counts)), "",
        text, "", "Source: " + source, ""])
