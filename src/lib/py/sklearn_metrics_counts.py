# SPDX-License-Identifier: GPL-3.0-or-later
# What classifiers got right: accuracy, confusion, precision, recall, F.
import numpy as np
from sklearn_check import check_consistent_length
from sklearn_exceptions import InvalidParameterError
from sklearn_labels import as_array, codes, column, is_text, target_type
from sklearn_labels import unique_labels
from sklearn_metrics_scores import average
from _xent import refuse, warn


# The kind of labels that both are, and both as arrays.
def targets(y_true, y_pred):
    check_consistent_length(y_true, y_pred)
    true, pred = target_type(y_true, "y_true"), target_type(y_pred, "y_pred")
    kinds = {true, pred}
    if kinds == {"binary", "multiclass"}:
        kinds = {"multiclass"}
    if len(kinds) > 1:
        raise ValueError("Classification metrics can't handle a mix of "
                         f"{true} and {pred} targets")
    kind = list(kinds)[0]
    if kind not in ("binary", "multiclass", "multilabel-indicator"):
        raise ValueError(f"{kind} is not supported")
    if kind == "multilabel-indicator":
        return kind, as_array(y_true), as_array(y_pred)
    y_true, y_pred = column(y_true), column(y_pred)
    if kind == "binary" and _together(y_true, y_pred) > 2:
        kind = "multiclass"
    return kind, y_true, y_pred


# How many different labels both have.
def _together(a, b):
    return len(set(a.tolist() + b.tolist()))


def one_kind(kind):
    if kind not in ("binary", "multiclass"):
        refuse(f"{kind} targets here")


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """the share of labels that are right

    >>> sklearn.metrics.accuracy_score([0, 1, 2, 3], [0, 2, 1, 3])
    0.5
    """
    for name, y in (("y_true", y_true), ("y_pred", y_pred)):
        if not isinstance(y, (list, tuple)) and not hasattr(y, "shape"):
            raise InvalidParameterError(
                f"The {name!r} parameter of accuracy_score must be an "
                f"array-like or a sparse matrix. Got {y!r} instead.")
    kind, y_true, y_pred = targets(y_true, y_pred)
    check_consistent_length(y_true, y_pred, sample_weight)
    if kind == "multilabel-indicator":
        score = (y_true == y_pred).all(axis=1)
    elif is_text(y_true) != is_text(y_pred):
        score = np.array([False])
    else:
        score = y_true == y_pred
    return weighted_sum(score, sample_weight, normalize)


def weighted_sum(score, weights, normalize):
    if normalize:
        return average(score, weights)
    if weights is not None:
        return np.dot(score, np.asarray(weights))
    return score.sum()


def _weights(sample_weight, n):
    if sample_weight is None:
        return np.ones(n, dtype=np.int64)
    return np.asarray(sample_weight)


# --- the confusion matrix ----------------------------------------------------


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None,
                     normalize=None):
    """how often each label (row) was taken for each label (column)

    >>> sklearn.metrics.confusion_matrix([2, 0, 2, 0], [0, 0, 2, 0])
    array([[2, 0],
           [1, 1]])
    """
    kind, y_true, y_pred = targets(y_true, y_pred)
    if kind not in ("binary", "multiclass"):
        raise ValueError(f"{kind} is not supported")
    if labels is None:
        labels = unique_labels(y_true, y_pred)
    else:
        labels = as_array(labels)
        if labels.size == 0:
            raise ValueError("'labels' should contains at least one label.")
        if y_true.size == 0:
            return np.zeros((len(labels), len(labels)), dtype=int)
        if (codes(y_true, labels) < 0).all():
            raise ValueError("At least one label specified must be in y_true")
    weights = _weights(sample_weight, len(y_true))
    check_consistent_length(y_true, y_pred, weights)
    if normalize not in ("true", "pred", "all", None):
        raise ValueError("normalize must be one of {'true', 'pred', 'all', "
                         "None}")
    return _shares(_counts(codes(y_true, labels), codes(y_pred, labels),
                           weights, len(labels)), normalize)


# counts[i, k]: the weights of the pairs i, k; what is negative is left out.
def _counts(rows, columns, weights, n):
    inside = (rows >= 0) & (columns >= 0)
    places = rows[inside] * n + columns[inside]
    return _binned(places, weights[inside], n * n).reshape(n, n)


# The sum of the weights at each place; whole when they are.
def _binned(places, weights, n):
    sums = np.bincount(places, weights=weights, minlength=n)
    return sums if weights.dtype.kind == "f" else sums.astype(np.int64)


def _shares(counts, normalize):
    if normalize is None:
        return counts
    if normalize == "true":
        whole = counts.sum(axis=1, keepdims=True)
    elif normalize == "pred":
        whole = counts.sum(axis=0, keepdims=True)
    else:
        whole = counts.sum()
    return np.where(whole == 0, 0.0, counts / np.where(whole == 0, 1, whole))


# --- precision, recall, F ----------------------------------------------------

_AVERAGES = (None, "micro", "macro", "weighted", "samples")


# The labels to count, or None for all.
def _counted(kind, present, average, labels, pos_label):
    if average not in _AVERAGES and average != "binary":
        raise ValueError(f"average has to be one of {_AVERAGES}")
    if average != "binary":
        if pos_label not in (None, 1):
            warn("UserWarning", f"Note that pos_label (set to {pos_label!r}) "
                 f"is ignored when average != 'binary' (got {average!r}). You "
                 "may use labels=[pos_label] to specify a single positive "
                 "class.")
        return labels
    if kind != "binary":
        choices = [a for a in _AVERAGES
                   if a != "samples" or kind != "multiclass"]
        raise ValueError(f"Target is {kind} but average='binary'. Please "
                         f"choose another average setting, one of {choices}.")
    present = present.tolist()
    if pos_label not in present and len(present) >= 2:
        raise ValueError(f"pos_label={pos_label} is not a valid label. It "
                         f"should be one of {present}")
    return [pos_label]


# For each label: how often right, how often predicted, how often true.
def _tallies(y_true, y_pred, present, labels, weights):
    labels = present if labels is None else as_array(labels)
    more = [x for x in present.tolist() if x not in labels.tolist()]
    every = as_array(labels.tolist() + more)
    n = len(every)
    true, pred = codes(y_true, every), codes(y_pred, every)
    right = true == pred
    tallies = (_binned(true[right], weights[right], n),
               _binned(pred, weights, n), _binned(true, weights, n))
    return [t[:len(labels)] for t in tallies]


def _share(part, whole, zero_division):
    empty = whole == 0
    result = part / np.where(empty, 1, whole)
    result[empty] = 0.0 if zero_division in ("warn", 0) else 1.0
    return result


def _warn_empty(whole, metric, modifier, warn_for):
    if metric not in warn_for or not (whole == 0).any():
        return
    start = metric[0].upper() + metric[1:]
    start += " and F-score are" if "f-score" in warn_for[1:] else " is"
    where = "due to" if len(whole) == 1 else "in labels with"
    warn("UndefinedMetricWarning",
         f"{start} ill-defined and being set to 0.0 {where} no {modifier} "
         "samples. Use `zero_division` parameter to control this behavior.")


def _check_prf(beta, zero_division):
    if zero_division != "warn" and zero_division not in (0, 1):
        raise ValueError(f"Got zero_division={zero_division}. Must be one of "
                         '["warn", 0, 1]')
    if beta < 0:
        raise ValueError("beta should be >=0 in the F-beta score")


def precision_recall_fscore_support(
        y_true, y_pred, *, beta=1.0, labels=None, pos_label=1, average=None,
        warn_for=("precision", "recall", "f-score"), sample_weight=None,
        zero_division="warn"):
    """precision, recall, F-score and number of true labels of each class

    >>> y, p = [0, 1, 1, 0], [0, 1, 0, 0]
    >>> sklearn.metrics.precision_recall_fscore_support(y, p, average="macro")
    (0.8333333333333333, 0.75, 0.7333333333333334, None)
    """
    _check_prf(beta, zero_division)
    kind, y_true, y_pred = targets(y_true, y_pred)
    one_kind(kind)
    present = unique_labels(y_true, y_pred)
    labels = _counted(kind, present, average, labels, pos_label)
    if average == "samples":
        raise ValueError("Samplewise metrics are not available outside of "
                         "multilabel classification.")
    check_consistent_length(y_true, y_pred, sample_weight)
    weights = _weights(sample_weight, len(y_true))
    if sample_weight is not None:
        weights = weights.astype(float)
    right, pred, true = _tallies(y_true, y_pred, present, labels, weights)
    if average == "micro":
        right, pred, true = [t.sum(keepdims=True) for t in (right, pred, true)]
    if zero_division == "warn":
        _warn_empty(pred, "precision", "predicted", warn_for)
        _warn_empty(true, "recall", "true", warn_for)
        if tuple(warn_for) == ("f-score",):
            _warn_empty(pred + true, "f-score", "true nor predicted", warn_for)
    precision = _share(right, pred, zero_division)
    recall = _share(right, true, zero_division)
    score = _fscore(precision, recall, beta ** 2)
    return _averaged(precision, recall, score, true, pred, average,
                     zero_division)


def _fscore(precision, recall, beta2):
    if np.isinf(beta2):
        return recall
    whole = beta2 * precision + recall
    whole[whole == 0.0] = 1
    return (1 + beta2) * precision * recall / whole


def _averaged(precision, recall, score, true, pred, how, zero_division):
    if how is None:
        return precision, recall, score, true
    weights = None
    if how == "weighted":
        weights = true
        if true.sum() == 0:
            empty = np.float64(0 if zero_division in ("warn", 0) else 1)
            if pred.sum() == 0:
                return empty, empty, empty, None
            return np.float64(0), empty, np.float64(0), None
    return (average(precision, weights), average(recall, weights),
            average(score, weights), None)


def precision_score(y_true, y_pred, *, labels=None, pos_label=1,
                    average="binary", sample_weight=None, zero_division="warn"):
    """of what was called positive, the share that is

    >>> sklearn.metrics.precision_score([0, 1, 1, 0], [1, 1, 1, 0])
    0.6666666666666666
    """
    return precision_recall_fscore_support(
        y_true, y_pred, labels=labels, pos_label=pos_label, average=average,
        warn_for=("precision",), sample_weight=sample_weight,
        zero_division=zero_division)[0]


def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary",
                 sample_weight=None, zero_division="warn"):
    """of what is positive, the share that was called so

    >>> sklearn.metrics.recall_score([0, 1, 1, 0], [1, 1, 0, 0])
    0.5
    """
    return precision_recall_fscore_support(
        y_true, y_pred, labels=labels, pos_label=pos_label, average=average,
        warn_for=("recall",), sample_weight=sample_weight,
        zero_division=zero_division)[1]


def fbeta_score(y_true, y_pred, *, beta, labels=None, pos_label=1,
                average="binary", sample_weight=None, zero_division="warn"):
    """precision and recall in one number, recall beta times as important

    >>> sklearn.metrics.fbeta_score([0, 1, 1, 0], [1, 1, 0, 0], beta=0.5)
    0.5
    """
    return precision_recall_fscore_support(
        y_true, y_pred, beta=beta, labels=labels, pos_label=pos_label,
        average=average, warn_for=("f-score",), sample_weight=sample_weight,
        zero_division=zero_division)[2]


def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary",
             sample_weight=None, zero_division="warn"):
    """precision and recall in one number: 2pr / (p + r)

    >>> sklearn.metrics.f1_score([0, 1, 1, 0], [1, 1, 1, 0])
    0.8
    """
    return fbeta_score(y_true, y_pred, beta=1, labels=labels,
                       pos_label=pos_label, average=average,
                       sample_weight=sample_weight,
                       zero_division=zero_division)
