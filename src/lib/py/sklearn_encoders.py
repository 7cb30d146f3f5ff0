# SPDX-License-Identifier: GPL-3.0-or-later
# OneHotEncoder and OrdinalEncoder: columns of categories as numbers.
import numpy as np
from numpy_text import text_array
from numpy_text import ndarray as TextArray
from scipy_sparse import csr_matrix
from sklearn_base import Estimator, enough
from sklearn_check import wrong_shape
from sklearn_exceptions import InvalidParameterError
from sklearn_labels import as_array, codes, finite, is_text, unique, unseen
from _xent import refuse, warn


# The columns of X; texts in a list are objects, as in NumPy's own way there.
def _columns(X):
    a = as_array(X)
    if a.ndim != 2:
        raise wrong_shape(a)
    finite(a, True)
    enough(a)
    if is_text(a) and not isinstance(X, TextArray):
        a = text_array(X, True)
    return [a[:, i] for i in range(a.shape[1])]


# Columns beside each other: numbers when all are numbers.
def _beside(columns):
    if not any([is_text(c) for c in columns]):
        return np.stack(columns, axis=1)
    n = len(columns[0])
    objects = any([not is_text(c) or c.dtype.kind == "O" for c in columns])
    lists = [c.tolist() for c in columns]
    return text_array([[c[i] for c in lists] for i in range(n)], objects)


class _Encoder(Estimator):
    _fitted = "categories_"

    def _learn(self, X):
        columns = _columns(X)
        self.n_features_in_ = len(columns)
        if self.categories != "auto" and len(self.categories) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it "
                             "has to be of shape (n_features,).")
        self.categories_ = [self._known(c, i) for i, c in enumerate(columns)]

    def _known(self, column, i):
        if self.categories == "auto":
            return unique(column)
        if is_text(column):
            known = text_array(list(self.categories[i]), True)
        else:
            known = np.array(self.categories[i], dtype=column.dtype)
            if (np.sort(known) != known).any():
                raise ValueError("Unsorted categories are not supported for "
                                 "numerical categories")
        new = unseen(column, known)
        if new and self.handle_unknown == "error":
            raise ValueError(f"Found unknown categories {new} in column {i} "
                             "during fit")
        return known

    # One list of places per column, -1 for what is unknown.
    def _places(self, X):
        self._check_fitted()
        columns = _columns(X)
        self._check_features(np.zeros((1, len(columns))))
        found = []
        for i, column in enumerate(columns):
            known = self.categories_[i]
            new = unseen(column, known)
            if new and self.handle_unknown == "error":
                raise ValueError(f"Found unknown categories {new} in column "
                                 f"{i} during transform")
            found.append(codes(column, known))
        return found


class OneHotEncoder(_Encoder):
    """categories as columns of 0 and 1

    >>> enc = sklearn.preprocessing.OneHotEncoder(sparse_output=False)
    >>> enc.fit_transform([["red"], ["blue"], ["red"]])
    array([[0., 1.],
           [1., 0.],
           [0., 1.]])
    """
    __module__ = "sklearn.preprocessing._encoders"
    _defaults = {"categories": "auto", "drop": None, "sparse": "deprecated",
                 "sparse_output": True, "dtype": np.float64,
                 "handle_unknown": "error", "min_frequency": None,
                 "max_categories": None}

    def __init__(self, *, categories="auto", drop=None, sparse="deprecated",
                 sparse_output=True, dtype=np.float64, handle_unknown="error",
                 min_frequency=None, max_categories=None):
        self.categories = categories
        self.sparse = sparse
        self.sparse_output = sparse_output
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.drop = drop
        self.min_frequency = min_frequency
        self.max_categories = max_categories

    def fit(self, X, y=None):
        """learns which categories each column has"""
        if self.min_frequency is not None or self.max_categories is not None:
            refuse("min_frequency and max_categories of OneHotEncoder")
        if self.sparse != "deprecated":
            warn("FutureWarning", "`sparse` was renamed to `sparse_output` in "
                 "version 1.2 and will be removed in 1.4. `sparse_output` is "
                 "ignored unless you leave `sparse` to its default value.")
            self.sparse_output = self.sparse
        if self.handle_unknown not in ("error", "ignore",
                                       "infrequent_if_exist"):
            raise InvalidParameterError(
                "The 'handle_unknown' parameter of OneHotEncoder must be a str "
                "among {'error', 'ignore', 'infrequent_if_exist'}. Got "
                f"{self.handle_unknown!r} instead.")
        self._learn(X)
        self._dropped = self._drops()
        self.drop_idx_ = None
        if self.drop is not None:
            self.drop_idx_ = text_array(self._dropped, True)
        return self

    # The place of the category without a column, or None, for each feature.
    def _drops(self):
        known = self.categories_
        if self.drop is None:
            return [None] * len(known)
        if isinstance(self.drop, str):
            if self.drop == "first":
                return [0] * len(known)
            return [0 if len(c) == 2 else None for c in known]
        if len(self.drop) != len(known):
            raise ValueError("`drop` should have length equal to the number of "
                             f"features ({len(known)}), got {len(self.drop)}")
        places = [c.tolist().index(d) if d in c.tolist() else None
                  for c, d in zip(known, self.drop)]
        missing = [f"Category: {i}, Feature: {self.drop[i]}"
                   for i, p in enumerate(places) if p is None]
        if missing:
            raise ValueError("The following categories were supposed to be "
                             "dropped, but were not found in the training "
                             "data.\n" + "\n".join(missing))
        return places

    # The places of the categories that have columns.
    def _shown(self, i):
        return [k for k in range(len(self.categories_[i]))
                if k != self._dropped[i]]

    def transform(self, X):
        """the columns of 0 and 1"""
        found = self._places(X)
        unknown = [i for i, c in enumerate(found) if (c < 0).any()]
        if unknown and self.drop is not None:
            warn("UserWarning", "Found unknown categories in columns "
                 f"{unknown} during transform. These unknown categories will "
                 "be encoded as all zeros")
        blocks = [c.reshape(-1, 1) == np.array(self._shown(i), dtype=int)
                  for i, c in enumerate(found)]
        out = np.concatenate(blocks, axis=1).astype(self.dtype)
        return csr_matrix(out) if self.sparse_output else out

    def inverse_transform(self, X):
        """the categories of rows of 0 and 1"""
        self._check_fitted()
        X = X.toarray() if isinstance(X, csr_matrix) else as_array(X)
        if X.ndim != 2:
            raise wrong_shape(X)
        widths = [len(self._shown(i)) for i in range(self.n_features_in_)]
        if X.shape[1] != sum(widths):
            raise ValueError("Shape of the passed X data is not correct. "
                             f"Expected {sum(widths)} columns, got "
                             f"{X.shape[1]}.")
        at = 0
        columns = []
        for i, width in enumerate(widths):
            columns.append(self._category(i, X[:, at:at + width]))
            at += width
        return _beside(columns)

    # The categories of one feature; None: unknown.
    def _category(self, i, part):
        known, dropped = self.categories_[i], self._dropped[i]
        shown = np.array(self._shown(i), dtype=int)
        if not len(shown):
            return known[np.full(len(part), dropped)]
        found = shown[part.argmax(axis=1)]
        empty = part.sum(axis=1) == 0
        if not empty.any():
            return known[found]
        if dropped is not None:
            return known[np.where(empty, dropped, found)]
        if self.handle_unknown == "error":
            raise ValueError(
                f"Samples {np.nonzero(empty)[0]} can not be inverted when "
                "drop=None and handle_unknown='error' because they contain all "
                "zeros")
        values = known.tolist()
        return text_array([None if none else values[k] for k, none in
                           zip(found.tolist(), empty.tolist())], True)

    def get_feature_names_out(self, input_features=None):
        """the names of the columns, such as x0_red"""
        self._check_fitted()
        names = []
        for i, name in enumerate(self._names_in(input_features)):
            values = list(self.categories_[i])
            names += [name + "_" + str(values[k]) for k in self._shown(i)]
        return text_array(names, True)


class OrdinalEncoder(_Encoder):
    """categories as the numbers 0.0, 1.0 ... in their order

    >>> enc = sklearn.preprocessing.OrdinalEncoder()
    >>> enc.fit_transform([["red"], ["blue"], ["red"]])
    array([[1.],
           [0.],
           [1.]])
    """
    __module__ = "sklearn.preprocessing._encoders"
    _defaults = {"categories": "auto", "dtype": np.float64,
                 "encoded_missing_value": np.nan, "handle_unknown": "error",
                 "unknown_value": None}

    def __init__(self, *, categories="auto", dtype=np.float64,
                 handle_unknown="error", unknown_value=None,
                 encoded_missing_value=np.nan):
        self.categories = categories
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.unknown_value = unknown_value
        self.encoded_missing_value = encoded_missing_value

    def fit(self, X, y=None):
        """learns which categories each column has"""
        use = self.handle_unknown == "use_encoded_value"
        if use and not isinstance(self.unknown_value, (int, float)):
            raise TypeError("unknown_value should be an integer or np.nan when "
                            "handle_unknown is 'use_encoded_value', got "
                            f"{self.unknown_value}.")
        if not use and self.unknown_value is not None:
            raise TypeError("unknown_value should only be set when "
                            "handle_unknown is 'use_encoded_value', got "
                            f"{self.unknown_value}.")
        self._learn(X)
        if use and any([0 <= self.unknown_value < len(c)
                        for c in self.categories_]):
            raise ValueError("The used value for unknown_value "
                             f"{self.unknown_value} is one of the values "
                             "already used for encoding the seen categories.")
        return self

    def transform(self, X):
        """the number of each category"""
        found = np.stack(self._places(X), axis=1)
        out = found.astype(self.dtype)
        if self.handle_unknown == "use_encoded_value":
            out[found < 0] = self.unknown_value
        return out

    def inverse_transform(self, X):
        """the category of each number"""
        self._check_fitted()
        X = as_array(X)
        if X.ndim != 2:
            raise wrong_shape(X)
        if X.shape[1] != self.n_features_in_:
            raise ValueError("Shape of the passed X data is not correct. "
                             f"Expected {self.n_features_in_} columns, got "
                             f"{X.shape[1]}.")
        return _beside([self._category(i, X[:, i])
                        for i in range(self.n_features_in_)])

    def _category(self, i, places):
        known = self.categories_[i]
        if self.handle_unknown == "error":
            return known[places.astype(int)]
        values = known.tolist()
        missing = np.isnan(places) | (places == self.unknown_value)
        return text_array([None if none else values[int(k)] for k, none in
                           zip(places.tolist(), missing.tolist())], True)
