class ShapeError(ValueError):
    def __init__(self, want, got):
        super().__init__(f"want {want}, got {got}")
        self.want = want

def check(n):
    try:
        if n == 0:
            return 1 / n
        if n == 1:
            raise ShapeError(2, n)
        if n == 2:
            return [1, 2][5]
        if n == 3:
            return {"a": 1}["b"]
        if n == 4:
            return int("x")
        return "fine"
    except ZeroDivisionError as e:
        return f"zero: {e}"
    except ShapeError as e:
        return f"shape: {e} {e.want} {e.args}"
    except (IndexError, KeyError) as e:
        return f"{type(e).__name__}: {e} {e!r}"
    except Exception as e:
        return "other: " + str(e)
    else:
        print("else")
    finally:
        print("finally", n)

for n in range(6):
    print(check(n))
while True:
    try:
        break
    finally:
        print("left")
try:
    try:
        raise KeyError("inner")
    except KeyError:
        raise RuntimeError("outer") from None
except RuntimeError as e:
    print(e)
assert 1 + 1 == 3, "arithmetic"
