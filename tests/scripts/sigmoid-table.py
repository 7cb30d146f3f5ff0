import math

def sigmoid(x):
    """The logistic function."""
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))

print(sigmoid.__doc__)
for x in range(-6, 7, 3):
    s = sigmoid(x)
    print("{:>4d} | {:.6f} | {:8.2e} | {!r}".format(x, s, s * (1 - s), s))
print(sigmoid(-800), sigmoid(800))
try:
    1 / (1 + math.exp(800))
except OverflowError as e:
    print("OverflowError:", e)
