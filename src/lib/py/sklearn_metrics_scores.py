# SPDX-License-Identifier: GPL-3.0-or-later
# Metrics of numbers: errors of a regression, the area under the ROC curve.
import numpy as np
from sklearn_check import check_consistent_length
from sklearn_check import wrong_shape
from sklearn_labels import as_array, column, finite, target_type
from sklearn_labels import is_text, unique
from _xent import refuse, warn


def average(a, weights=None, axis=None):
    # np.average
    if weights is None:
        return np.mean(a, axis=axis)
    weights = np.asarray(weights)
    whole = weights.sum()
    if whole == 0:
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    if axis == 0 and a.ndim == 2:
        weights = weights.reshape(-1, 1)
    weights = weights.astype(np.float64)
    return (a * weights).sum(axis=axis) / whole


# --- regression --------------------------------------------------------------


def _values(y):
    a = as_array(y)
    if is_text(a):
        raise ValueError("dtype='numeric' is not compatible with arrays of "
                         "bytes/strings.Convert your data to numeric values "
                         "explicitly instead.")
    if a.ndim > 2:
        raise wrong_shape(a)
    finite(a)
    if a.shape[0] == 0:
        raise ValueError(f"Found array with 0 sample(s) (shape={a.shape}) "
                         "while a minimum of 1 is required.")
    return a.reshape(-1, 1) if a.ndim == 1 else a


def _pair(y_true, y_pred, multioutput):
    check_consistent_length(y_true, y_pred)
    y_true, y_pred = _values(y_true), _values(y_pred)
    if y_true.shape[1] != y_pred.shape[1]:
        raise ValueError("y_true and y_pred have different number of output "
                         f"({y_true.shape[1]}!={y_pred.shape[1]})")
    known = ("raw_values", "uniform_average", "variance_weighted")
    if not isinstance(multioutput, str):
        refuse("weights as multioutput")
    if multioutput not in known:
        raise ValueError(f"Allowed 'multioutput' string values are {known}. "
                         f"You provided multioutput={multioutput!r}")
    return y_true, y_pred


def _combined(errors, multioutput):
    return errors if multioutput == "raw_values" else np.mean(errors)


def mean_absolute_error(y_true, y_pred, *, sample_weight=None,
                        multioutput="uniform_average"):
    """the mean of |true - predicted|

    >>> sklearn.metrics.mean_absolute_error([3, -0.5, 2], [2.5, 0.0, 2])
    0.3333333333333333
    """
    y_true, y_pred = _pair(y_true, y_pred, multioutput)
    check_consistent_length(y_true, y_pred, sample_weight)
    errors = average(np.abs(y_pred - y_true), sample_weight, 0)
    return _combined(errors, multioutput)


def mean_squared_error(y_true, y_pred, *, sample_weight=None,
                       multioutput="uniform_average", squared=True):
    """the mean of (true - predicted)**2; squared=False: its root

    >>> sklearn.metrics.mean_squared_error([3, -0.5, 2, 7], [2.5, 0.0, 2, 8])
    0.375
    """
    y_true, y_pred = _pair(y_true, y_pred, multioutput)
    check_consistent_length(y_true, y_pred, sample_weight)
    errors = average((y_true - y_pred) ** 2, sample_weight, 0)
    return _combined(errors if squared else np.sqrt(errors), multioutput)


def r2_score(y_true, y_pred, *, sample_weight=None,
             multioutput="uniform_average", force_finite=True):
    """the share of the variance that is explained

    >>> sklearn.metrics.r2_score([3, -0.5, 2, 7], [2.5, 0.0, 2, 8])
    0.9486081370449679
    """
    y_true, y_pred = _pair(y_true, y_pred, multioutput)
    check_consistent_length(y_true, y_pred, sample_weight)
    if len(y_pred) < 2:
        warn("UndefinedMetricWarning",
             "R^2 score is not well-defined with less than two samples.")
        return float("nan")
    weight = 1.0
    if sample_weight is not None:
        weight = column(sample_weight)[:, np.newaxis]
    miss = (weight * (y_true - y_pred) ** 2).sum(axis=0, dtype=np.float64)
    mean = average(y_true, sample_weight, 0)
    spread = (weight * (y_true - mean) ** 2).sum(axis=0, dtype=np.float64)
    if force_finite:
        scores = 1 - miss / np.where(spread == 0, 1, spread)
        scores[(spread == 0) & (miss != 0)] = 0.0
        scores[miss == 0] = 1.0
    else:
        scores = 1 - miss / spread
    if multioutput == "variance_weighted" and (spread != 0).any():
        return average(scores, spread)
    return _combined(scores, multioutput)


# --- curves ------------------------------------------------------------------


def auc(x, y):
    """the area under a curve, by trapezoids

    >>> sklearn.metrics.auc([0, 0.5, 1], [0, 1, 1])
    0.75
    """
    check_consistent_length(x, y)
    x, y = column(x), column(y)
    if len(x) < 2:
        raise ValueError("At least 2 points are needed to compute area under "
                         f"curve, but x.shape = {len(x)}")
    steps = x[1:] - x[:-1]
    sign = 1
    if (steps < 0).any():
        if not (steps <= 0).all():
            raise ValueError(f"x is neither increasing nor decreasing : {x}.")
        sign = -1
    return sign * (steps * (y[1:] + y[:-1]) / 2.0).sum()


# False and true positives at every threshold, from the highest score down.
def _positives(y_true, y_score, pos_label):
    kind = target_type(y_true, "y_true")
    if kind != "binary" and not (kind == "multiclass"
                                 and pos_label is not None):
        raise ValueError(f"{kind} format is not supported")
    check_consistent_length(y_true, y_score)
    y_true, y_score = column(y_true), column(y_score)
    finite(y_score)
    if pos_label is None:
        pos_label = _positive(unique(y_true))
    hit = y_true == pos_label
    down = np.argsort(y_score, kind="mergesort")[::-1]
    y_score, hit = y_score[down], hit[down]
    last = np.concatenate([np.nonzero(y_score[1:] != y_score[:-1])[0],
                           [len(hit) - 1]])
    right = np.cumsum(hit.astype(np.float64))[last]
    return 1 + last - right, right, y_score[last]


def _positive(classes):
    if is_text(classes) or not set(classes.tolist()) <= {-1, 0, 1} or set(
            classes.tolist()) == {-1, 0}:
        shown = ", ".join([repr(c) for c in classes.tolist()])
        raise ValueError(
            f"y_true takes value in {{{shown}}} and pos_label is not "
            "specified: either make y_true take value in {0, 1} or {-1, 1} or "
            "pass pos_label explicitly.")
    return 1


def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None,
              drop_intermediate=True):
    """false positive rates, true positive rates, thresholds

    >>> sklearn.metrics.roc_curve([0, 1, 1], [0.1, 0.4, 0.8])[1]
    array([0. , 0.5, 1. , 1. ])
    """
    if sample_weight is not None:
        refuse("sample_weight of roc_curve")
    wrong, right, levels = _positives(y_true, y_score, pos_label)
    if drop_intermediate and len(wrong) > 2:
        bends = (np.diff(np.diff(wrong)) != 0) | (np.diff(np.diff(right)) != 0)
        keep = np.concatenate([[True], bends, [True]])
        wrong, right, levels = wrong[keep], right[keep], levels[keep]
    zero = np.zeros(1)
    return (_rate(np.concatenate([zero, wrong]), "negative", "false"),
            _rate(np.concatenate([zero, right]), "positive", "true"),
            np.concatenate([levels[:1] + 1, levels]))


def _rate(counts, what, rate):
    if counts[-1] > 0:
        return counts / counts[-1]
    warn("UndefinedMetricWarning", f"No {what} samples in y_true, {rate} "
         "positive value should be meaningless")
    return np.full(counts.shape, np.nan)


def roc_auc_score(y_true, y_score, *, average="macro", sample_weight=None,
                  max_fpr=None, multi_class="raise", labels=None):
    """the area under the ROC curve of two classes

    >>> sklearn.metrics.roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    0.75
    """
    kind = target_type(y_true, "y_true")
    y_score = as_array(y_score)
    finite(y_score)
    wide = y_score.ndim == 2 and y_score.shape[1] > 2
    if kind == "multiclass" or kind == "binary" and wide:
        if multi_class == "raise":
            raise ValueError("multi_class must be in ('ovo', 'ovr')")
        refuse("roc_auc_score of more than two classes")
    if kind != "binary" or max_fpr is not None or sample_weight is not None:
        refuse("roc_auc_score with these arguments")
    y_true = column(y_true)
    classes = unique(y_true)
    check_consistent_length(y_true, y_score)
    if len(classes) != 2:
        raise ValueError("Only one class present in y_true. ROC AUC score is "
                         "not defined in that case.")
    hit = (y_true == classes[1]).astype(int)
    return auc(*roc_curve(hit, y_score)[:2])
