rows = [[r * c for c in range(3)] for r in range(3)]
print(rows, [x for row in rows for x in row if x], list(map(list, zip(*rows))))
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(counts, {w: len(w) for w in set(words) if w > "q"} == {w: len(w) for w in words if w > "q"})
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3], max(counts, key=counts.get))
print([(i, c) for i, c in enumerate("abc", 1)], {c: i for i, c in enumerate("hello")})
print([a if a % 2 else "-" for a in range(5)], [*range(3), *"ab"], {**{"a": 1}, "b": 2})
print([f() for f in [lambda i=i: i * i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
print(i)
