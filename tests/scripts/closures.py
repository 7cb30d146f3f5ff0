def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step

a, b = counter(), counter(10)
print(a(), a(), b(5), a(by=3))

def append_to(x, acc=[]):
    acc.append(x)
    return acc

print(append_to(1), append_to(2), append_to(3, []))
total = 0

def add(*xs, scale=1, **rest):
    global total
    for x in xs:
        total += x * scale
    return total, rest

print(add(1, 2), add(*[3], scale=10, note="x"), total)

def twice(f):
    return lambda *args: f(f(*args))

print(twice(lambda x: x * 2)(3), (lambda *a, k=1: (a, k))(1, 2, k=3))

def fact(n):
    return 1 if n < 2 else n * fact(n - 1)

print([fact(n) for n in range(8)])

def broken():
    print(total)
    total = 1

broken()
