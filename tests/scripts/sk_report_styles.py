from sklearn.metrics import classification_report, precision_recall_fscore_support

y_true = [0, 1, 2, 2, 2, 1, 0, 0]
y_pred = [0, 0, 2, 2, 1, 1, 0, 2]

print(classification_report(y_true, y_pred))
print(classification_report(y_true, y_pred, target_names=["apple", "banana", "a very long fruit name"], digits=4))

animals = ["cat", "dog", "cat", "bird", "bird"]
guesses = ["cat", "cat", "cat", "bird", "dog"]
print(classification_report(animals, guesses, zero_division=0))

report = classification_report(y_true, y_pred, output_dict=True)
for key, value in report.items():
    if isinstance(value, dict):
        print("%-14s" % key, {k: round(v, 3) for k, v in value.items()})
    else:
        print("%-14s" % key, value)

p, r, f, s = precision_recall_fscore_support(y_true, y_pred)
for label in range(3):
    print(f"class {label}: precision={p[label]:.2f} recall={r[label]:.2f} f1={f[label]:.2f} n={s[label]}")
print(precision_recall_fscore_support(y_true, y_pred, average="weighted"))
print("a class without predictions:")
print(classification_report([0, 1, 1], [0, 0, 0], zero_division=1))
