# SPDX-License-Identifier: GPL-3.0-or-later
# The table of a classifier, and its log loss.
import numpy as np
from sklearn_base import floats
from sklearn_check import check_consistent_length
from sklearn_label_encoders import LabelBinarizer
from sklearn_labels import as_array, unique_labels
from sklearn_metrics_counts import precision_recall_fscore_support
from sklearn_metrics_counts import one_kind, targets, weighted_sum
from _xent import warn

_HEADERS = ("precision", "recall", "f1-score", "support")


def classification_report(y_true, y_pred, *, labels=None, target_names=None,
                          sample_weight=None, digits=2, output_dict=False,
                          zero_division="warn"):
    """a table of precision, recall and F-score of each class

    >>> y, p = [0, 1, 1], [0, 1, 0]
    >>> r = sklearn.metrics.classification_report(y, p, output_dict=True)
    >>> r["0"]["precision"], r["0"]["recall"], r["0"]["support"]
    (0.5, 1.0, 1)
    """
    kind, y_true, y_pred = targets(y_true, y_pred)
    one_kind(kind)
    present = unique_labels(y_true, y_pred)
    given = labels is not None
    labels = as_array(labels) if given else present
    whole = not given or set(labels.tolist()) == set(present.tolist())
    names = _names(labels, target_names, given)

    def scores(average):
        return precision_recall_fscore_support(
            y_true, y_pred, labels=labels, average=average,
            sample_weight=sample_weight, zero_division=zero_division)

    columns = scores(None)
    support = np.sum(columns[3])
    rows = [(name, [c[i] for c in columns]) for i, name in
            zip(range(len(labels)), names)]
    averages = []
    for average in ("micro", "macro", "weighted"):
        name = "accuracy" if average == "micro" and whole else average + " avg"
        averages.append((name, list(scores(average)[:3]) + [support]))
    if output_dict:
        return _as_dict(rows + averages)
    return _as_text(rows, averages, digits)


def _names(labels, names, given):
    if names is None:
        return [str(x) for x in labels]
    if len(labels) != len(names) and given:
        warn("UserWarning", f"labels size, {len(labels)}, does not match size "
             f"of target_names, {len(names)}")
    elif len(labels) != len(names):
        raise ValueError(f"Number of classes, {len(labels)}, does not match "
                         f"size of target_names, {len(names)}. Try specifying "
                         "the labels parameter")
    return list(names)


def _as_dict(rows):
    report = {name: {h: x.item() for h, x in zip(_HEADERS, row)}
              for name, row in rows}
    if "accuracy" in report:
        report["accuracy"] = report["accuracy"]["precision"]
    return report


def _as_text(rows, averages, digits):
    width = max([len(name) for name, row in rows] + [len("weighted avg"),
                                                     digits])
    head = "{:>{width}s} " + " {:>9}" * len(_HEADERS)
    line = "{:>{width}s} " + " {:>9.{digits}f}" * 3 + " {:>9}\n"
    one = "{:>{width}s} " + " {:>9}" * 2 + " {:>9.{digits}f}" + " {:>9}\n"
    text = head.format("", *_HEADERS, width=width) + "\n\n"
    for name, row in rows:
        text += line.format(name, *row, width=width, digits=digits)
    text += "\n"
    for name, row in averages:
        if name == "accuracy":
            text += one.format(name, "", "", *row[2:], width=width,
                               digits=digits)
        else:
            text += line.format(name, *row, width=width, digits=digits)
    return text


# --- log loss ----------------------------------------------------------------


_EPS = {"float64": 2.220446049250313e-16,
        "float32": np.float32(1.1920929e-07), "float16": np.float16(0.000977)}


def log_loss(y_true, y_pred, *, eps="auto", normalize=True, sample_weight=None,
             labels=None):
    """cross-entropy of labels and probabilities

    >>> sklearn.metrics.log_loss([1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65])
    0.21616187468057912
    """
    y_pred = floats(y_pred, "", True, nan_too=False, name="")
    if eps == "auto":
        eps = _EPS[str(y_pred.dtype)]
    check_consistent_length(y_pred, y_true, sample_weight)
    binarizer = LabelBinarizer().fit(y_true if labels is None else labels)
    _check_loss_classes(binarizer.classes_, labels)
    hot = binarizer.transform(y_true)
    if hot.shape[1] == 1:
        hot = np.concatenate([1 - hot, hot], axis=1)
    y_pred = np.clip(y_pred, eps, 1 - eps)
    if y_pred.ndim == 1:
        y_pred = y_pred[:, np.newaxis]
    if y_pred.shape[1] == 1:
        y_pred = np.concatenate([1 - y_pred, y_pred], axis=1)
    _check_loss_columns(hot, y_pred, binarizer.classes_, labels)
    y_pred = y_pred / y_pred.sum(axis=1)[:, np.newaxis]
    terms = np.where(hot == 0, 0.0, hot * np.log(y_pred.astype(np.float64)))
    return weighted_sum(-terms.sum(axis=1), sample_weight, normalize)


def _check_loss_classes(classes, labels):
    if len(classes) != 1:
        return
    if labels is None:
        raise ValueError(f"y_true contains only one label ({classes[0]}). "
                         "Please provide the true labels explicitly through "
                         "the labels argument.")
    raise ValueError("The labels array needs to contain at least two labels "
                     f"for log_loss, got {classes}.")


def _check_loss_columns(hot, y_pred, classes, labels):
    if len(classes) == y_pred.shape[1]:
        return
    if labels is None:
        raise ValueError("y_true and y_pred contain different number of "
                         f"classes {hot.shape[1]}, {y_pred.shape[1]}. Please "
                         "provide the true labels explicitly through the "
                         f"labels argument. Classes found in y_true: {classes}")
    raise ValueError("The number of classes in labels is different from that "
                     f"in y_pred. Classes found in labels: {classes}")
