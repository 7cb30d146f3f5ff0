scores = {"anna": [12, 15, 11], "ben": [9, 14], "carla": []}

def mean(values):
    return sum(values) / len(values)

for name in sorted(scores):
    try:
        print(f"{name.capitalize():<8}{mean(scores[name]):6.2f}")
    except ZeroDivisionError as e:
        print(f"{name.capitalize():<8}{'-':>6} ({e})")

best = max(scores, key=lambda n: max(scores[n], default=0))
print("best single score:", best, max(scores[best]))

total = 0
for name, values in scores.items():
    for i, v in enumerate(values, 1):
        total += v
print("total:", total, "of", sum(map(len, scores.values())))

age = "42"
print("age", int(age) + 1)
for wrong in (lambda: len(5), lambda: "3" * "4", lambda: [1, 2][1.0], lambda: sum(["a", "b"]), lambda: int([1])):
    try:
        wrong()
    except TypeError as e:
        print("TypeError:", e)
print("next year you are " + int(age) + 1)
print("never")
