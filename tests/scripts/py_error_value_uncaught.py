def check_probabilities(p, tolerance=1e-9):
    if not p:
        raise ValueError("no probabilities given")
    for i, x in enumerate(p):
        if x < 0 or x > 1:
            raise ValueError(f"p[{i}] = {x} is not between 0 and 1")
    if abs(sum(p) - 1) > tolerance:
        raise ValueError("probabilities sum to %.3f, not to 1" % sum(p))
    return True

candidates = [[0.2, 0.3, 0.5], [], [0.5, 0.6], [1.5, -0.5], (0.25,) * 4]
for c in candidates:
    try:
        ok = check_probabilities(c)
    except ValueError as err:
        print("rejected:", err)
    else:
        print("accepted:", c)
    finally:
        print("-" * 20)

numbers = []
for word in "1 2.5 three 4e1 nan -inf".split():
    try:
        numbers.append(float(word))
    except ValueError as err:
        print(err)
print(numbers)
print(int("12") + int(float("3.9")))
print(check_probabilities([0.1, 0.2]))
print("not reached")
