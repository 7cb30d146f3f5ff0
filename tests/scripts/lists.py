l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.insert(0, 9)
print(l, l.pop(), l.pop(0), l.index(2), l.count(1), sorted(l), sorted(l, reverse=True), l[::-1], l[1:3], l[-2:])
l.sort(key=lambda x: -x)
print(l, sum(l), min(l), max(l), len(l), 3 in l, l * 2, l + [0])
del l[0]
l[0:2] = [7, 8, 9]
l[::2] = [0] * len(l[::2])
print(l)
a = b = [1, [2]]
c = a[:]
c[1].append(3)
a += [4]
print(a, b, c, a is b, a == c)
(x, y), *rest = [(1, 2), 3, 4]
print(x, y, rest, list(zip(a, "xy")), list(enumerate("ab")), list(range(10, 0, -3)), list(reversed([1, 2])))
t = (1, 2, 3)
print(t[1:], t + (4,), t * 2, 2 in t, (5,), ())
x, y = t
