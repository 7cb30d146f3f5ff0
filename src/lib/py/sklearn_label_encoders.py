# SPDX-License-Identifier: GPL-3.0-or-later
# LabelEncoder and LabelBinarizer: labels as numbers 0, 1, 2 ... or as rows.
import numpy as np
from numpy_text import text_array
from sklearn_base import Estimator
from sklearn_labels import as_array, codes, column, is_text, target_type
from sklearn_labels import unique, unique_labels, unseen
from _xent import refuse


# The labels y as values of the same kind as the classes.
def _alike(y, classes):
    y = column(y, True)
    if is_text(classes) != is_text(y) or is_text(y):
        y = y if is_text(y) else text_array(y.tolist()).astype(str)
    return y.astype(classes.dtype)


class LabelEncoder(Estimator):
    """labels as the numbers 0, 1, 2 ... in their order

    >>> sklearn.preprocessing.LabelEncoder().fit_transform(["b", "a", "b"])
    array([1, 0, 1])
    """
    __module__ = "sklearn.preprocessing._label"
    _fitted = "classes_"

    def fit(self, y):
        """learns which labels there are"""
        self.classes_ = unique(column(y, True))
        return self

    def fit_transform(self, y):
        """fit(y), then transform(y)"""
        y = column(y, True)
        self.fit(y)
        return codes(y, self.classes_)

    def transform(self, y):
        """the number of each label"""
        self._check_fitted()
        y = _alike(y, self.classes_)
        if len(y) == 0:
            return np.array([])
        new = unseen(y, self.classes_)
        if new:
            raise ValueError("y contains previously unseen labels: "
                             f"{repr(new[0]) if is_text(y) else new}")
        return codes(y, self.classes_)

    def inverse_transform(self, y):
        """the label of each number"""
        self._check_fitted()
        y = column(y, True)
        if len(y) == 0:
            return np.array([])
        wrong = unseen(y, np.arange(len(self.classes_)))
        if wrong:
            raise ValueError("y contains previously unseen labels: "
                             f"{np.array(wrong)}")
        return self.classes_[y]


class LabelBinarizer(Estimator):
    """labels as rows of 0 and 1

    >>> sklearn.preprocessing.LabelBinarizer().fit_transform([1, 2, 6])
    array([[1, 0, 0],
           [0, 1, 0],
           [0, 0, 1]])
    """
    __module__ = "sklearn.preprocessing._label"
    _defaults = {"neg_label": 0, "pos_label": 1, "sparse_output": False}
    _fitted = "classes_"

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self.neg_label = neg_label
        self.pos_label = pos_label
        self.sparse_output = sparse_output

    def fit(self, y):
        """learns which labels there are"""
        if self.neg_label >= self.pos_label:
            raise ValueError(f"neg_label={self.neg_label} must be strictly "
                             f"less than pos_label={self.pos_label}.")
        self.y_type_ = target_type(y, "y")
        if "multioutput" in self.y_type_:
            raise ValueError("Multioutput target data is not supported with "
                             "label binarization")
        if len(y) == 0:
            raise ValueError(f"y has 0 samples: {y!r}")
        self.classes_ = unique_labels(y)
        self.sparse_input_ = False
        return self

    def fit_transform(self, y):
        """fit(y), then transform(y)"""
        return self.fit(y).transform(y)

    def transform(self, y):
        """a row for each label"""
        self._check_fitted()
        several = target_type(y) == "multilabel-indicator"
        if several and self.y_type_ != "multilabel-indicator":
            raise ValueError("The object was not fitted with multilabel input.")
        return label_binarize(y, classes=self.classes_,
                              neg_label=self.neg_label,
                              pos_label=self.pos_label,
                              sparse_output=self.sparse_output)

    def inverse_transform(self, Y, threshold=None):
        """the label of each row"""
        self._check_fitted()
        Y = as_array(Y)
        if self.y_type_ == "multiclass":
            return self.classes_[Y.argmax(axis=1)]
        if threshold is None:
            threshold = (self.pos_label + self.neg_label) / 2.0
        above = (Y > threshold).astype(int)
        if self.y_type_ == "multilabel-indicator":
            return above
        if Y.ndim == 2 and Y.shape[1] > 2:
            raise ValueError(f"output_type='binary', but y.shape = {Y.shape}")
        if Y.ndim == 2 and Y.shape[1] == 2:
            return self.classes_[above[:, 1]]
        if len(self.classes_) == 1:
            return self.classes_[np.zeros(len(Y), dtype=int)]
        return self.classes_[above.ravel()]


def _binarize_check(y, kind, neg_label, pos_label):
    if not len(y):
        raise ValueError(f"y has 0 samples: {y!r}")
    if neg_label >= pos_label:
        raise ValueError(f"neg_label={neg_label} must be strictly less than "
                         f"pos_label={pos_label}.")
    if "multioutput" in kind:
        raise ValueError("Multioutput target data is not supported with label "
                         "binarization")
    if kind == "unknown":
        raise ValueError("The type of target data is not known")
    if kind == "continuous":
        raise ValueError(f"{kind} target data is not supported with label "
                         "binarization")


def label_binarize(y, *, classes, neg_label=0, pos_label=1,
                   sparse_output=False):
    """a row of 0 and 1 for each label

    >>> sklearn.preprocessing.label_binarize([1, 6], classes=[1, 2, 4, 6])
    array([[1, 0, 0, 0],
           [0, 0, 0, 1]])
    """
    if sparse_output:
        refuse("sparse_output=True of label binarization")
    kind = target_type(y)
    _binarize_check(y, kind, neg_label, pos_label)
    classes = as_array(classes)
    if kind == "multilabel-indicator":
        y = as_array(y)
        if len(classes) != y.shape[1]:
            raise ValueError(f"classes {classes} mismatch with the labels "
                             f"{unique_labels(y)} found in the data")
        return np.where(y == 0, neg_label, pos_label)
    if kind == "binary" and len(classes) == 1:
        return np.full((len(y), 1), neg_label, dtype=int)
    hits = codes(column(y), classes).reshape(-1, 1) == np.arange(len(classes))
    rows = np.where(hits, pos_label, neg_label)
    if kind == "binary" and len(classes) < 3:
        return rows[:, -1].reshape(-1, 1)
    return rows
