from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, mean_squared_error, mean_absolute_error, r2_score

def attempt(label, f, *args, **kwargs):
    try:
        print(label, "->", f(*args, **kwargs))
    except (ValueError, TypeError) as e:
        print(label, "->", type(e).__name__ + ":", e)

y = [0, 1, 1, 0]
attempt("lengths", accuracy_score, y, [0, 1])
attempt("probabilities", accuracy_score, y, [0.1, 0.9, 0.8, 0.3])
attempt("rounded", accuracy_score, y, [round(p) for p in [0.1, 0.9, 0.8, 0.3]])
attempt("average", f1_score, [0, 1, 2], [0, 2, 2])
attempt("macro", f1_score, [0, 1, 2], [0, 2, 2], average="macro")
attempt("positive", f1_score, ["no", "yes"], ["no", "yes"])
attempt("positive yes", f1_score, ["no", "yes"], ["no", "yes"], pos_label="yes")
attempt("matrix", confusion_matrix, y, y, labels=[7, 8])

print("MSE", mean_squared_error([3, -0.5, 2, 7], [2.5, 0.0, 2, 8]))
print("RMSE", mean_squared_error([3, -0.5, 2, 7], [2.5, 0.0, 2, 8], squared=False))
print("MAE", mean_absolute_error([3, -0.5, 2, 7], [2.5, 0.0, 2, 8]))
print("R2", r2_score([3, -0.5, 2, 7], [2.5, 0.0, 2, 8]))

y_pred = [[0.1, 0.9], [0.8, 0.2], [0.3, 0.7], [0.9, 0.1]]
print(accuracy_score(y, y_pred))
