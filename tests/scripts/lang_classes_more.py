class Vector:
    """A vector with operators."""
    count = 0

    def __init__(self, *xs):
        self.xs = list(xs)
        Vector.count += 1

    def __repr__(self):
        return f"Vector({', '.join(map(str, self.xs))})"

    def __str__(self):
        return "<" + " ".join(str(x) for x in self.xs) + ">"

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vector(*self.xs[i])
        return self.xs[i]

    def __setitem__(self, i, v):
        self.xs[i] = v

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.xs, other.xs)))

    def __sub__(self, other):
        return Vector(*[a - b for a, b in zip(self.xs, other.xs)])

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return Vector(*[k * a for a in self.xs])

    __rmul__ = __mul__

    def __neg__(self):
        return -1 * self

    def __eq__(self, other):
        return isinstance(other, Vector) and self.xs == other.xs

    def __bool__(self):
        return any(self.xs)

    def __iter__(self):
        return iter(self.xs)

    def __contains__(self, x):
        return x in self.xs

    def __call__(self, f):
        return Vector(*[f(x) for x in self.xs])

    @property
    def norm(self):
        return sum(x * x for x in self.xs) ** 0.5

    @staticmethod
    def zeros(n):
        return Vector(*[0] * n)


v = Vector(1, 2, 3)
w = Vector(4, 5, 6)
print(v, repr(v), [v, w], str(v), f"{v} {v!r}", len(v), v[0], v[-1], v[1:])
print(v + w, v - w, v * 2, 3 * v, v * w, -v, v == Vector(1, 2, 3), v != w, bool(Vector.zeros(2)), 2 in v)
v[0] = 10
print(v, list(v), sum(v), max(v), sorted(v), v(lambda x: x ** 2), v.norm, Vector.zeros(3), Vector.count)
a, b, c = v
print(a, b, c, *v, Vector.__name__, Vector.__doc__, type(v).__name__, v.__class__ is Vector)
try:
    v + 1
except TypeError as e:
    print(e)
try:
    v < w
except TypeError as e:
    print(e)
try:
    v.nothing
except AttributeError as e:
    print(e)
try:
    v.norm = 3
except AttributeError as e:
    print(e)
try:
    hash(v)
except TypeError as e:
    print(e)


class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __lt__(self, other):
        return self.name < other.name


class Dog(Animal):
    sound = "Woof"

    def __init__(self, name, tricks=None):
        super().__init__(name)
        self.tricks = tricks or []

    def speak(self):
        return super().speak() + "!"


class Puppy(Dog):
    def speak(self):
        return super(Puppy, self).speak().lower()


zoo = [Puppy("Rex", ["sit"]), Dog("Ace"), Animal("Cow")]
for z in sorted(zoo):
    print(z.speak(), isinstance(z, Dog), type(z).__name__, hasattr(z, "tricks"), getattr(z, "tricks", None))
print(issubclass(Puppy, Animal), min(zoo).name)
Dog.sound = "Arf"
zoo[1].sound = "Yip"
print(zoo[0].speak(), zoo[1].speak(), Dog.sound, Animal.sound)
del zoo[1].sound
print(zoo[1].speak(), zoo[1].tricks is not zoo[0].tricks)


class Counter:
    total = 0
    items = []

    def add(self, x):
        self.items.append(x)
        self.total += x


p, q = Counter(), Counter()
p.add(3)
q.add(4)
print(p.total, q.total, Counter.total, p.items, p.items is q.items)
try:
    Animal()
except TypeError as e:
    print(e)
try:
    Dog("a", "b", "c")
except TypeError as e:
    print(e)
try:
    Vector.missing()
except AttributeError as e:
    print(e)
bound = v.__len__
print(bound(), callable(v), callable(bound), Vector.zeros(2) == Vector(0, 0))
