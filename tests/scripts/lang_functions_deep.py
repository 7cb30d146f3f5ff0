def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(b=1, a=0, c=2))
for bad in [lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: f(1, 2, b=3, c=4)]:
    try:
        bad()
    except TypeError as e:
        print(e)


def g(x, y):
    return x - y


for bad in [lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, z=2), lambda: g(), lambda: g(1, y=1, x=2), lambda: g(*[1, 2, 3, 4]), lambda: g(**{"x": 1})]:
    try:
        bad()
    except TypeError as e:
        print(e)


def default_list(x, acc=[]):
    acc.append(x)
    return acc


print(default_list(1), default_list(2), default_list(3, []), default_list(4))


def make_counter():
    count = 0

    def inc(step=1):
        nonlocal count
        count += step
        return count
    return inc


c1, c2 = make_counter(), make_counter()
print(c1(), c1(), c1(5), c2())
fs = [lambda: i for i in range(3)]
print([h() for h in fs], [h() for h in [lambda i=i: i for i in range(3)]])


def compose(*fns):
    def run(x):
        for fn in fns:
            x = fn(x)
        return x
    return run


print(compose(abs, lambda v: v + 1, str)(-5), (lambda *a, **k: (a, k))(1, 2, x=3), (lambda: None)())
x = 10


def shadow():
    x = 20

    def inner():
        return x
    return inner() + 1


def use_global():
    global x, brand_new
    x += 1
    brand_new = "made"
    return x


print(shadow(), x, use_global(), x, brand_new)


def local_error():
    print(y_later)
    y_later = 1


try:
    local_error()
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    print(never_defined)
except NameError as e:
    print(e)


def free_error():
    def inner():
        return value
    if False:
        value = 1
    return inner()


try:
    free_error()
except NameError as e:
    print(type(e).__name__, e)


def fact(n):
    """n! by recursion"""
    return 1 if n <= 1 else n * fact(n - 1)


def no_return():
    pass


def early(n):
    if n > 0:
        return "pos"
    return


print(fact(10), fact(20), no_return(), early(1), early(-1), fact.__name__, fact.__doc__, (lambda: 0).__name__)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def is_prime(n):
    if n < 2:
        return False
    for i in range(2, int(n ** 0.5) + 1):
        if n % i == 0:
            return False
    else:
        return True


print(gcd(48, 18), [n for n in range(30) if is_prime(n)], [is_prime(n) for n in (1, 2, 97)])


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


def typed(a: int, b: "float" = 1.0, *c: str, d: list = None) -> dict:
    total: float = a + b
    unset: int
    return {"t": total}


print(typed(1), typed(1, 2), [x for x in range(3)], x)
squares = {n: (lambda k: k * n)(n) for n in range(4)}
print(squares, sorted([3, 1, 2], key=lambda v: (v % 2, v)), list(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])))
print((lambda a, b=2, *c: a + b + sum(c))(1), (lambda a, b=2, *c: a + b + sum(c))(1, 1, 1, 1), max([1, -5], key=abs), sorted("bAc", key=str.lower))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
for name, op in ops.items():
    print(name, op(3, 5), end=" | ")
print()
print([(lambda y: [y * z for z in range(2)])(w) for w in range(3)], callable(f), callable(3), f is f, type(f).__name__, type(len).__name__, type(lambda: 0).__name__)
