squares = (n * n for n in range(1, 6))
print(next(squares), sum(squares), list(squares))
nested = ((i, j) for i in range(3) for j in range(i))
print(list(nested), dict((k, v) for k, v in [("a", 1)]), set(x % 3 for x in range(10)), tuple(x for x in "ab"), sorted((x for x in [3, 1, 2]), reverse=True))
print(max(x * y for x in [1, 2] for y in [3, 4]), " ".join(str(x) for x in range(5) if x % 2), any(x > 3 for x in [1, 2]), all(len(w) > 1 for w in ["ab", "cd"]))
z = zip([1, 2, 3], "ab", [True, False, None])
print(list(z), list(z), list(zip(*[(1, "a"), (2, "b")])), [a for a, *_ in [(1, 2, 3)]])
m = map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])
print(next(m), list(m), list(map(len, ["a", "bb"])), list(map(float, "1 2".split())), sum(map(abs, [-1, 2])))
f = filter(lambda x: x > 0, [-1, 0, 1, 2])
print(list(f), list(filter(str.isdigit, "a1b2")), list(map(str.upper, ["a"])), list(map(int, "123")))
it = iter("abc")
for ch in it:
    print(ch, next(it, "-"), end=" ")
print()
e = enumerate("xyz", 1)
print(next(e), list(e))
r = reversed([1, 2, 3])
print(next(r), list(r), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))))


class Fib:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        self.a, self.b = 0, 1
        return self

    def __next__(self):
        if self.a > self.limit:
            raise StopIteration
        value = self.a
        self.a, self.b = self.b, self.a + self.b
        return value


print(list(Fib(30)), sum(Fib(10)), max(Fib(100)), 8 in Fib(20), dict(zip("abc", Fib(5))), [x for x in Fib(5) if x % 2], tuple(Fib(3)), *Fib(3))


class Seq:
    def __init__(self, data):
        self.data = data

    def __getitem__(self, i):
        return self.data[i]

    def __len__(self):
        return len(self.data)


s = Seq([5, 6, 7])
print(list(s), len(s), 6 in s, s[1], s[-1], s[1:], [x for x in s], max(s), list(reversed(s)), sorted(s, reverse=True), list(enumerate(s)), sum(s), tuple(zip(s, s)))
for a, b in zip(s, Fib(10)):
    print(a, b, end="; ")
print()
try:
    next(iter([]))
except StopIteration as stop:
    print("stop", stop.args)
data = [("x", 1), ("y", 2)]
for i, (name, value) in enumerate(data):
    print(i, name, value)
total = 0
for n in (k for k in range(1000000)):
    if n > 10:
        break
    total += n
print(total)
pairs = [(x, y) for x in range(3) for y in "ab"]
print(pairs, pairs[::2], list(zip(*pairs))[1])
flat = [v for row in [[1, [2]], [3]] for v in row]
print(flat, [v if isinstance(v, int) else v[0] for v in flat])
funcs = [lambda x, n=n: x ** n for n in range(4)]
print([fn(2) for fn in funcs], list(map(lambda fn: fn(3), funcs)))
gen = (x for x in [1, 2, 3])
print(2 in gen, list(gen))
a, b, *c = (i * i for i in range(5))
print(a, b, c)
print(sum(i * w for i, w in enumerate([0.5, 0.25, 0.25])), min((abs(x - 3), x) for x in [1, 5, 2.5]), sorted("hello world".split(), key=len, reverse=True))
chunks = [list(range(10))[i:i + 3] for i in range(0, 10, 3)]
print(chunks, [c for c in chunks if len(c) == 3], [sum(c) / len(c) for c in chunks])
