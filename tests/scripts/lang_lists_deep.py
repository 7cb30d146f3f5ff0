a = [3, 1, 4, 1, 5, 9, 2, 6]
print(sorted(a), sorted(a, reverse=True), a.count(1), a.index(4), a.index(1, 2), min(a), max(a), sum(a), len(a))
b = a[:]
b.sort(key=lambda x: -x)
print(a, b, a is b, a == b, b[::-1] == sorted(a))
b.reverse()
b.append([7, 8])
b.extend((1, 2))
b.insert(0, "first")
b.insert(100, "last")
b.insert(-1, "near")
print(b, b.pop(), b.pop(0), b.pop(-2), b)
b.remove(1)
del b[0], b[-1]
print(b)
c = list(range(10))
c[2:5] = ["x"]
print(c)
c[1:1] = [0, 0]
print(c)
c[::2] = [None] * len(c[::2])
print(c)
del c[::3]
print(c, c[-100:100], c[5:2], c[5:2:-1], c[::-2])
try:
    c[::2] = [1]
except ValueError as e:
    print(e)
m = [[0] * 3] * 2
m[0][0] = 1
print(m)
m = [[0] * 3 for _ in range(2)]
m[0][0] = 1
print(m, [row[:] for row in m], [list(r) for r in zip(*m)], sum(m, []))
flat = [x for row in [[1, 2], [3], []] for x in row]
print(flat, [x * y for x in range(1, 4) for y in range(1, 4) if x != y], [[i * j for j in range(3)] for i in range(3)])
print([1, 2] + [3], [1, 2] * 2, [0] * 3, [] * 5, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], [] == [])
d = [1, 2, 3]
e = d
e += [4]
print(d, e, d is e)
e = e + [5]
print(d, e, d is e)
d *= 2
print(d)
first, *middle, last = d
print(first, middle, last)
*init, tail = "abc"
print(init, tail)
(x, y), z = (1, 2), 3
print(x, y, z)
x, y = y, x
print(x, y)
i, lst = 0, [10, 20, 30]
i, lst[i] = 1, 99
print(i, lst)
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), dict(zip("ab", [1, 2])), list(zip()), list(zip([1])))
print(list(map(str, [1, 2])), list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a", [], None])), list(reversed([1, 2, 3])))
print(any([]), all([]), any([0, 1]), all([1, 0]), sum([0.1] * 10), sum([[1], [2]], []), max([1, 5, 3], key=lambda v: -v), min("b", "a"), max(3, 1.5, 2), max([], default=0))
print([1, [2, [3, "x", None, True, 1.0]]], (1,), (), [()], {"k": [1]}, [1.0, 2.5, 1e-10, 1e20, -0.0])
nested = [1]
nested.append(nested)
print(nested)
print(1 in [1, 2], [1] in [[1], 2], 1.0 in [1], True in [1], "a" not in ["b"], None in [None])
pairs = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: (p[1], p[0]), reverse=True), max(pairs, key=lambda p: p[1]))
print(list(range(0)), list(range(5, 0, -2)), range(3), range(1, 10, 3), len(range(0, 10, 3)), range(10)[3], range(10)[2:5], 5 in range(10), list(range(3))[::-1], range(3) == range(0, 3), sum(range(101)))
t = (1, 2, 3)
print(t + (4,), t * 2, t[1:], t.count(1), t.index(3), hash(t) == hash((1, 2, 3)), t < (1, 3), (1, "a") == (1, "a"), tuple("ab"), tuple([1]))
try:
    t[0] = 5
except TypeError as err:
    print(err)
u = ([1], 2)
try:
    u[0] += [5]
except TypeError as err:
    print(err, u)
copy1 = d.copy()
d.clear()
print(copy1, d, bool(d), not d)
matrix = [[1, 2, 3], [4, 5, 6]]
for row in matrix:
    print(" ".join(f"{v:3d}" for v in row))
print(*[1, 2, 3], sep=", ", end="!\n")
print(*matrix, sep="\n")
stack, queue = [], [1, 2, 3]
while queue:
    stack.append(queue.pop(0))
print(stack[-1], stack)
