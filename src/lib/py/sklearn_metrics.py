# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.metrics: how good predictions are; the files named here hold it.
from sklearn_metrics_counts import (accuracy_score, confusion_matrix, f1_score,
                                    fbeta_score, precision_score,
                                    precision_recall_fscore_support,
                                    recall_score)
from sklearn_metrics_report import classification_report, log_loss
from sklearn_metrics_scores import (auc, mean_absolute_error,
                                    mean_squared_error, r2_score,
                                    roc_auc_score, roc_curve)
