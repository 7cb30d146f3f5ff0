"""A module docstring."""
from __future__ import annotations, division
import math as m, random, sys
import time as clock
from math import exp, log as ln, pi as PI
from math import (
    sqrt,
    floor,
)

CONSTANT = 3
_private = "hidden"


def main(argv=None):
    """Entry point."""
    random.seed(42)
    print(len(argv), [random.random() for _ in range(2)], random.randint(1, 6))
    print(random.choice(["a", "b", "c"]), random.uniform(0, 1), random.gauss(0, 1))
    deck = [1, 2, 3, 4, 5]
    random.shuffle(deck)
    print(deck, random.sample(range(100), 3))
    print(m.floor(2.7), exp(0), ln(m.e), PI, sqrt(16), floor(-0.5))
    start = clock.time()
    elapsed = clock.perf_counter() - clock.perf_counter()
    print(elapsed <= 0, clock.time() >= start, type(start).__name__)
    return 0


def helper(x, *, verbose=False): return x * 2 if not verbose else (x, "v")


class Config: lr = 0.1; epochs = 3
class Empty: pass
class Also: ...


if CONSTANT == 3: print("one line"); print("two")
for i in range(2): print(i, end=" ")
while CONSTANT > 1: CONSTANT -= 1
print(CONSTANT, __doc__, __name__, main.__doc__, helper(2), helper(2, verbose=True), Config.lr * Config.epochs)
try: 1 / 0
except ZeroDivisionError: print("div")
finally: print("fin")
x = 1; y = 2; print(x, y)
result = (1 +
          2 +
          3)
text = "a" \
       "b"
values = [
    1,
    2,  # comment
    # another
    3,
]
print(result, text, values, 1 if x else 2,
      "last")
if (x == 1 and
        y == 2):
    print("both")
matrix = {
    "a": [1,
          2],
}
print(matrix)
if __name__ == "__main__":
    status = main(sys.argv[1:] + ["x"])
    print("exit", status)
