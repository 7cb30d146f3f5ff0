# SPDX-License-Identifier: GPL-3.0-or-later
# Labels of classes, numbers or texts, as the encoders and metrics take them.
import numpy as np
from numpy_text import has_text, text_array
from numpy_text import ndarray as TextArray
from sklearn_check import wrong_shape
from _xent import warn


def as_array(x):
    # NumPy's array of a list, a tensor or an array; one of texts for texts.
    if isinstance(x, (np.ndarray, TextArray)):
        return x
    return text_array(x) if has_text(x) else np.asarray(x)


def is_text(a):
    return isinstance(a, TextArray)


def column(y, warns=False):
    # A 1-d array; a column vector is laid flat.
    a = as_array(y)
    if a.ndim > 2:
        raise wrong_shape(a)
    if a.ndim == 2 and a.shape[1] == 1 and warns:
        warn("DataConversionWarning",
             "A column-vector y was passed when a 1d array was expected. "
             "Please change the shape of y to (n_samples, ), for example "
             "using ravel().")
    if a.ndim == 1 or a.ndim == 2 and a.shape[1] == 1:
        return a.ravel()
    raise ValueError("y should be a 1d array, got an array of shape "
                     f"{a.shape} instead.")


def finite(a, nan_too=False, name=""):
    if is_text(a) or a.dtype.kind != "f" or np.isfinite(a).all():
        return
    name = name + " " if name else ""
    if not nan_too and np.isnan(a).any():
        raise ValueError(f"Input {name}contains NaN.")
    if np.isinf(a).any():
        raise ValueError(f"Input {name}contains infinity or a value too large "
                         f"for {a.dtype!r}.")


# --- what values there are ---------------------------------------------------


def unique(a):
    # The different values in order.
    if not is_text(a):
        return np.unique(a)
    values = set(a.ravel().tolist())
    try:
        values = sorted(values - {None}) + ([None] if None in values else [])
    except TypeError:
        names = sorted({type(x).__name__ for x in values})
        raise TypeError("Encoders require their input to be uniformly strings "
                        f"or numbers. Got {names}") from None
    return TextArray(values, (len(values),), a.dtype.width)


def codes(a, classes):
    # The place of each item of a in classes, or -1.
    place = {}
    for i, value in enumerate(classes.tolist()):
        place[value] = i
    items = a.ravel().tolist()
    return np.array([place.get(x, -1) for x in items], dtype=np.int64)


def unseen(a, classes):
    # The values of a that are not in classes, a list.
    known = set(classes.tolist())
    values = a.ravel().tolist() if is_text(a) else np.unique(a).tolist()
    return [x for x in dict.fromkeys(values) if x not in known]


# --- what kind of labels -----------------------------------------------------


def _has_fraction(a):
    return (a.dtype.kind == "f"
            and bool((~np.isfinite(a) | (a != np.floor(a))).any()))


def _is_indicator(a):
    return (not is_text(a) and a.ndim == 2 and a.shape[1] > 1
            and not _has_fraction(a) and len(np.unique(a)) < 3)


def target_type(y, name=""):
    # sklearn.utils.multiclass.type_of_target
    if isinstance(y, str) or not (isinstance(y, (list, tuple))
                                  or hasattr(y, "shape")):
        raise ValueError("Expected array-like (array or non-string sequence), "
                         f"got {y!r}")
    a = as_array(y)
    if a.ndim not in (1, 2):
        return "unknown"
    if a.size == 0:
        return "binary" if a.ndim == 1 else "unknown"
    if _is_indicator(a):
        return "multilabel-indicator"
    wide = a.ndim == 2 and a.shape[1] > 1
    suffix = "-multioutput" if wide else ""
    if not is_text(a) and _has_fraction(a):
        finite(a, False, name)
        return "continuous" + suffix
    return ("multiclass" + suffix if wide or len(unique(a)) > 2 else "binary")


def unique_labels(*ys):
    # The different labels of all ys in order.
    kinds = {target_type(y) for y in ys}
    if kinds == {"binary", "multiclass"}:
        kinds = {"multiclass"}
    if len(kinds) > 1:
        raise ValueError(f"Mix type of y not allowed, got types {kinds}")
    kind = list(kinds)[0]
    arrays = [as_array(y) for y in ys]
    if kind == "multilabel-indicator":
        return np.arange(arrays[0].shape[1])
    if kind not in ("binary", "multiclass"):
        raise ValueError(f"Unknown label type: {ys!r}")
    if len({is_text(a) for a in arrays if a.size}) > 1:
        raise ValueError("Mix of label input types (string and number)")
    if is_text(arrays[0]):
        return unique(text_array(sum([a.ravel().tolist() for a in arrays],
                                     [])))
    return np.unique(np.concatenate([a.ravel() for a in arrays]))
