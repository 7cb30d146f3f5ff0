def noisy(x):
    print("asked", x)
    return x * x

print(any(noisy(x) > 3 for x in range(1, 5)))
print(next(noisy(x) for x in [5, 6]))
print(any(1 / x > 0 for x in [1, 0]))
squares = (noisy(x) for x in range(2))
print(sum(squares), list(squares))

def scaled(items, k):
    g = (x * k for x in items if x > 1)
    k = 10
    return g

print(list(scaled([1, 2, 3], 2)), max((len(w), w) for w in "a bbb cc".split()))
print(",".join(str(i * j) for i in range(3) for j in range(i)), sorted((x % 3, x) for x in range(5)))
print(dict((k, v) for v, k in enumerate("ab")), {x for x in (1, 1, 2)}, tuple(x for x in "hi"))
g = (1 / x for x in (1, 0))
print(next(g))
print(next(g))
