import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, precision_score, recall_score, f1_score

y_true = np.array([1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1])
y_pred = np.array([1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1])

# count by hand
TP = TN = FP = FN = 0
for t, p in zip(y_true, y_pred):
    if t == 1 and p == 1:
        TP += 1
    elif t == 0 and p == 0:
        TN += 1
    elif t == 0 and p == 1:
        FP += 1
    else:
        FN += 1
print(f"TP={TP} TN={TN} FP={FP} FN={FN}")

accuracy = (TP + TN) / len(y_true)
precision = TP / (TP + FP)
recall = TP / (TP + FN)
f1 = 2 * precision * recall / (precision + recall)

cm = confusion_matrix(y_true, y_pred)
print(cm)
tn, fp, fn, tp = cm.ravel()
print("same counts:", (tn, fp, fn, tp) == (TN, FP, FN, TP))

rows = [("accuracy", accuracy, accuracy_score(y_true, y_pred)),
        ("precision", precision, precision_score(y_true, y_pred)),
        ("recall", recall, recall_score(y_true, y_pred)),
        ("f1", f1, f1_score(y_true, y_pred))]
print("%-10s %8s %8s" % ("metric", "by hand", "sklearn"))
for name, mine, theirs in rows:
    print("%-10s %8.4f %8.4f %s" % (name, mine, theirs, "OK" if np.isclose(mine, theirs) else "DIFFERENT"))

print("accuracy:", accuracy_score(y_true, y_pred), "correct:", accuracy_score(y_true, y_pred, normalize=False))
print(confusion_matrix(y_true, y_pred, normalize="true").round(2))
print(confusion_matrix(["cat", "dog", "cat"], ["cat", "cat", "cat"], labels=["cat", "dog"]))
print(f1_score([0, 1, 2, 2, 1], [0, 2, 2, 2, 1], average=None))
print(f1_score([0, 1, 2, 2, 1], [0, 2, 2, 2, 1], average="macro"))
