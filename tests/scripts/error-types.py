class A:
    def m(self, x):
        return x

def f(a, b=2):
    return a

tests = [
    lambda: "a" + 1, lambda: 1 + "a", lambda: [1] + (2,), lambda: len(5), lambda: 5[0], lambda: 5(),
    lambda: int("x"), lambda: float("y"), lambda: int(None), lambda: [1][3], lambda: [1]["a"], lambda: {}["k"],
    lambda: f(), lambda: f(1, 2, 3), lambda: f(c=1), lambda: f(1, a=2), lambda: A().m(), lambda: A().n, lambda: A(1),
    lambda: None.x, lambda: [].foo, lambda: "a".push("b"), lambda: sorted([1, "a"]), lambda: max([]), lambda: sum(["a"]),
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: "a" < 1, lambda: -"a", lambda: {[1]: 2},
    lambda: (1, 2).append(3), lambda: "abc".index("z"), lambda: [].pop(), lambda: [1].remove(2), lambda: next(iter([])),
    lambda: ",".join([1]), lambda: "%d" % "a", lambda: "{:d}".format(1.5), lambda: range(1.5), lambda: list(5),
    lambda: undefined, lambda: print(1, foo=2), lambda: None + 1, lambda: {} + {}, lambda: "a" * 1.5,
]
for i, t in enumerate(tests):
    try:
        print(i, t())
    except Exception as e:
        print(i, type(e).__name__, "-", e)
