x = "outer"
print([x for x in range(3)], x)
print({x: x * x for x in range(3)}, x)
print({x % 2 for x in range(5)}, x, list(x for x in "ab"), x)
rows = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in rows] for i in range(3)], [n for row in rows for n in row if n % 2], [(i, j) for i in range(3) for j in range(i)])
print([a if a > 2 else -a for a in range(5)], [a for a in range(20) if a % 2 if a % 3], [b for a in rows for b in a[::-1]])


class Net:
    sizes = [4, 5, 1]
    total = sum(sizes)
    pairs = list(zip(sizes[:-1], sizes[1:]))
    doubled = [s * 2 for s in sizes]
    names = [f"layer{i}" for i in range(2)]


print(Net.total, Net.pairs, Net.doubled, Net.names)


def local():
    factor = 3
    inner = [factor * k for k in range(3)]
    gen = (factor + k for k in range(3))
    factor = 100
    return inner, list(gen)


print(local())
g = (n * n for n in range(4))
print(next(g), next(g), list(g), list(g), sum(n for n in range(5)), max(len(w) for w in ["a", "bcd"]), any(n > 3 for n in range(5)), all(n > 3 for n in range(5)))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "end"), next(it, None))
pairs = zip([1, 2, 3], "abc")
print(next(pairs), list(pairs), list(pairs))
e = enumerate(["x", "y"])
print(next(e), dict(e))
m = map(int, "123")
print(next(m), sum(m), list(m))
print(sorted({w.lower() for w in ["A", "b", "a"]}), {k: v for k, v in zip("abc", range(3)) if v}, dict((v, k) for k, v in {"p": 1}.items()), tuple(i for i in range(3)), ",".join(str(i) for i in range(3)))
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j, end=" ")
    else:
        print("never")
else:
    print("outer else")
print(i, j)
for k in []:
    pass
else:
    print("empty else", "k" in dir() if False else "")
i = 10
while i > 0:
    i -= 3
    if i % 2:
        continue
    if i < 2:
        break
    print("while", i)
else:
    print("no break")
print(i)
n = 0
while True:
    n += 1
    if n == 5:
        break
print(n, [[]] * 2, [c for c in "hello" if c not in "aeiou"], [ord(c) - 96 for c in "abc"], [list(range(r)) for r in range(4)])
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a + b + c, end=" ")
for idx, (k, v) in enumerate({"x": 1, "y": 2}.items()):
    print(idx, k, v, end=" ")
for first, *rest in [[1, 2, 3], "ab"]:
    print(first, rest, end=" ")
print()
items = [1, 2, 3, 4]
for item in items[:]:
    if item % 2 == 0:
        items.remove(item)
print(items)
matrix = [[i + j for j in range(3)] for i in range(2)]
matrix[0], matrix[1] = matrix[1], matrix[0]
print(matrix, [sum(col) for col in zip(*matrix)], [max(r) for r in matrix])
words = "to be or not to be".split()
print({w: words.count(w) for w in sorted(set(words))}, [w for i, w in enumerate(words) if words.index(w) == i], {len(w) for w in words})
primes = [p for p in range(2, 50) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print(primes, [(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2])
try:
    [undefined_thing for _ in range(1)]
except NameError as err:
    print(err)
try:
    print([y for y in range(2)], y)
except NameError as err:
    print(err)
