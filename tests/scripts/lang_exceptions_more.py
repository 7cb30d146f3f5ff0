def attempt(f, *args):
    try:
        result = f(*args)
    except (ZeroDivisionError, OverflowError) as e:
        print("math:", type(e).__name__, e)
    except LookupError as e:
        print("lookup:", type(e).__name__, e, repr(e), e.args)
    except Exception as e:
        print("other:", type(e).__name__, e)
    else:
        print("ok:", result)
    finally:
        print("done", end="; ")


attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 0 ** -1)
attempt(lambda: [1, 2][5])
attempt(lambda: (1, 2)[5])
attempt(lambda: {"a": 1}["b"])
attempt(lambda: {1: 1}[(1, 2)])
attempt(lambda: int("x"))
attempt(lambda: int(None))
attempt(lambda: int([1]))
attempt(lambda: float("1,5"))
attempt(lambda: [1] + (2,))
attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: [1] - [1])
attempt(lambda: None + 1)
attempt(lambda: len(5))
attempt(lambda: 5())
attempt(lambda: 5[0])
attempt(lambda: None[0])
attempt(lambda: [1, 2]["a"])
attempt(lambda: [3, 1, "a"].sort())
attempt(lambda: sorted([1, None]))
attempt(lambda: max([]))
attempt(lambda: min())
attempt(lambda: sum(["a"]))
attempt(lambda: undefined_name)
attempt(lambda: [].pop())
attempt(lambda: {}.pop("x"))
attempt(lambda: set().pop())
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: (1).foo)
attempt(lambda: "abc".foo())
attempt(lambda: [].foo)
attempt(lambda: range(3).append(1))
attempt(lambda: range(1.5))
attempt(lambda: "abc" * 1.5)
attempt(lambda: {[1]: 2})
attempt(lambda: {[1]})
attempt(lambda: abs("x"))
attempt(lambda: round("x"))
attempt(lambda: ord("ab"))
attempt(lambda: chr(-1))
attempt(lambda: iter(5))
attempt(lambda: next([1]))
attempt(lambda: next(iter([])))
attempt(lambda: zip(1, 2))
attempt(lambda: list(map(1, [1])))
attempt(lambda: enumerate(5))
attempt(lambda: isinstance(1, 1))
attempt(lambda: print(1, foo=2))
attempt(lambda x: x)
attempt(lambda x: x, 1, 2)
attempt(lambda: -"a")
attempt(lambda: ~1.5)
attempt(lambda: 1 < "a")
attempt(lambda: [1] < 1)
attempt(lambda: 1 in 5)
attempt(lambda: not_defined())
print()


class ModelError(Exception):
    """Something is wrong with the model."""


class ShapeError(ModelError, ):
    def __init__(self, expected, got):
        super().__init__(f"expected {expected}, got {got}")
        self.expected = expected


def check(n):
    if n < 0:
        raise ShapeError(1, n)
    if n == 0:
        raise ModelError
    if n > 5:
        raise ValueError("too large", n)
    return n


for n in [-1, 0, 3, 9]:
    try:
        print("value", check(n))
    except ShapeError as err:
        print("shape", err, err.expected, err.args)
    except ModelError as err:
        print("model", repr(err), str(err) == "", err.args)
    except ValueError as err:
        print("value", err, err.args, repr(err))


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("cleanup 1")
    except KeyError:
        print("caught")
        try:
            raise
        except KeyError as e:
            print("again", e)
    return "end"


print(nested())


def order():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return i
            print("body", i)
        finally:
            print("finally", i)


print(order())
try:
    assert 1 == 2
except AssertionError as e:
    print("assert", repr(e), str(e) == "")
try:
    assert 1 == 2, f"values differ: {1} != {2}"
except AssertionError as e:
    print("assert", e)
try:
    raise RuntimeError("first") from ValueError("cause")
except RuntimeError as e:
    print(e)
try:
    x = [1, 2, 3]
    a, b = x
except ValueError as e:
    print(e)
try:
    a, b, c, d = x
except ValueError as e:
    print(e)
try:
    a, *b = []
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
