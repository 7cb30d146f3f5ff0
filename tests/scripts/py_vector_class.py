import math

class Vector:
    """A small vector class with operators."""
    def __init__(self, *components):
        self.c = tuple(components)

    def __repr__(self):
        return "Vector" + str(self.c)

    def __len__(self):
        return len(self.c)

    def __iter__(self):
        return iter(self.c)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return self + other * -1

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self, k))
        return Vector(*[a * k for a in self])

    __rmul__ = __mul__

    def __neg__(self):
        return -1 * self

    def __eq__(self, other):
        return isinstance(other, Vector) and self.c == other.c

    def __abs__(self):
        return math.sqrt(self * self)

    def __bool__(self):
        return any(self.c)

    def __getitem__(self, i):
        return self.c[i]

    def softmax(self):
        m = max(self)
        e = [math.exp(x - m) for x in self]
        return Vector(*(x / sum(e) for x in e))

v, w = Vector(1, 2, 2), Vector(0, -1, 3)
print(v + w, v - w, v * w, 2 * v, -w)
print(abs(v), len(w), v[0], v[-1], v[1:])
print(v == Vector(1, 2, 2), v == w, v != w, v == (1, 2, 2))
print(bool(Vector(0, 0)), bool(v), list(w))
x, y, z = v
print(x, y, z, max(w), sum(w))
p = v.softmax()
print([f"{q:.4f}" for q in p], math.isclose(sum(p), 1))
total = Vector(0, 0, 0)
for u in (v, w, v):
    total += u
print(total)
print({"v": v, "w": [w]})
print(sorted([w, v, Vector(9, 9, 9)], key=abs)[0])
print(v @ w)
