class Vector:
    count = 0

    def __init__(self, *xs):
        self.xs = list(xs)
        Vector.count += 1

    def __repr__(self):
        return f"Vector({', '.join(str(x) for x in self.xs)})"

    def __eq__(self, other):
        return self.xs == other.xs

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.xs, other.xs)))

    def __iadd__(self, other):
        self.xs = [a + b for a, b in zip(self.xs, other.xs)]
        return self

    def __mul__(self, k):
        return Vector(*(k * x for x in self.xs))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return sum(x * x for x in self.xs) ** 0.5

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __contains__(self, x):
        return x in self.xs

    def __call__(self, x):
        return self * x

    @property
    def norm(self):
        return abs(self)

    @staticmethod
    def zero(n):
        return Vector(*[0] * n)

v = w = Vector(3, 4)
v += Vector(1, 1)
print(v, w, v is w, v + v, 2 * v, -v, v == w, v < Vector(9), v > Vector(1), len(v), v[-1], 5 in v, list(v))
print(sorted([Vector(3), Vector(1)]), v(2), v.norm, Vector.zero(2), Vector.count, f"{v!r} {v}")
a, b = v
print(a, b, hasattr(v, "norm"), getattr(v, "nope", None), isinstance(v, Vector), type(v).__name__)
v.norm = 3
