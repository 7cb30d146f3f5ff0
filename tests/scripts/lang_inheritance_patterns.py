import math


class Shape:
    registry = {}

    def __init__(self, name):
        self.name = name
        Shape.registry[name] = self

    def area(self):
        raise NotImplementedError("subclass must implement area()")

    def describe(self):
        return f"{self.name}: area {self.area():.2f}, perimeter {self.perimeter():.2f}"

    def perimeter(self):
        return 0

    def __str__(self):
        return self.describe()

    def __lt__(self, other):
        return self.area() < other.area()


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return math.pi * self.r ** 2

    def perimeter(self):
        return 2 * math.pi * self.r


class Square(Shape):
    sides = 4

    def __init__(self, a):
        Shape.__init__(self, "square")
        self.a = a

    def area(self):
        return self.a ** 2

    def perimeter(self):
        return self.sides * self.a


for s in sorted([Circle(1), Square(1.5), Circle(0.5)]):
    print(s)
print(sorted(Shape.registry), Shape.registry["square"].a, len(Shape.registry))
try:
    Shape("blob").describe()
except NotImplementedError as e:
    print(type(e).__name__, e)


class Stack:
    def __init__(self, items=()):
        self._items = list(items)

    def push(self, x):
        self._items.append(x)
        return self

    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return len(self) > 0

    def __iter__(self):
        return reversed(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({self._items!r})"


s = Stack([1]).push(2).push("x")
print(s, len(s), list(s), s.pop(), [x for x in s], bool(Stack()), Stack() or "empty")
try:
    Stack().pop()
except IndexError as e:
    print(e)


class Loud(Stack):
    def push(self, x):
        print("push", x)
        return super().push(x)


print(Loud().push(1).push(2), isinstance(Loud(), Stack), type(Loud()) is Stack)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), [a + b for a, b in zip(Countdown(2), Countdown(3))], 2 in Countdown(5), sorted(Countdown(3)), *Countdown(2))
first, *rest = Countdown(4)
print(first, rest)


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @staticmethod
    def parse(text):
        return Temperature(float(text.rstrip("C")))

    def __eq__(self, other):
        if not isinstance(other, Temperature):
            return NotImplemented
        return self.celsius == other.celsius

    def __hash__(self):
        return hash(self.celsius)

    def __format__(self, spec):
        return format(self.celsius, spec or ".1f") + "C"


t = Temperature.parse("25C")
print(t.fahrenheit, t == Temperature(25), t == 25, t != 25, len({t, Temperature(25.0)}), f"{t} {t:.3f}", {t: "warm"}[Temperature(25)])


class Layer:
    def __init__(self, n_in, n_out, activation=None):
        self.w = [[0.1 * (i + j) for j in range(n_out)] for i in range(n_in)]
        self.activation = activation or (lambda z: z)

    def __call__(self, x):
        return [self.activation(sum(xi * row[j] for xi, row in zip(x, self.w))) for j in range(len(self.w[0]))]


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def __getitem__(self, i):
        return self.layers[i]

    def __len__(self):
        return len(self.layers)


net = Sequential(Layer(3, 4, math.tanh), Layer(4, 2), lambda z: [round(v, 6) for v in z])
print(net([1.0, -2.0, 0.5]), len(net), callable(net[2]), net[0].w[1], [type(l).__name__ for l in net])


class Base:
    kind = "base"

    def who(self):
        return self.kind

    def chain(self):
        return ["Base"]


class Mid(Base):
    def chain(self):
        return ["Mid"] + super().chain()


class Leaf(Mid):
    kind = "leaf"

    def chain(self):
        return ["Leaf"] + super().chain()


print(Leaf().chain(), Leaf().who(), Mid().who(), Leaf.chain(Leaf()), Base.who(Leaf()))
obj = Leaf()
obj.extra = [1]
setattr(obj, "dyn", 5)
print(obj.extra, obj.dyn, hasattr(obj, "nope"), getattr(obj, "nope", "default"), vars(obj) if False else "")
del obj.extra
try:
    obj.extra
except AttributeError as e:
    print(e)
try:
    obj.who(1)
except TypeError as e:
    print(e)
try:
    Leaf(3)
except TypeError as e:
    print(e)
