class A:
    made = 0

    def __init__(self, x):
        self.x = x

    @classmethod
    def of(cls, text):
        cls.made += 1
        return cls(int(text))

    @classmethod
    def name(cls):
        return cls.__name__

    @staticmethod
    def twice(v):
        return 2 * v

    @property
    def shown(self):
        return f"<{self.x}>"


class B(A):
    @classmethod
    def name(cls):
        return "B of " + super().name()

    @staticmethod
    def twice(v):
        return A.twice(v) + 1

    @property
    def shown(self):
        return "B" + super().shown

    def up(self):
        return super().twice(3), super().name(), super().of("9").x


print(A.of("3").x, B.of("4").x, type(B.of("1")).__name__, A.name(), B.name(), B(1).name(), A(1).of("7").x)
print(A.made, B.made, A.twice(2), B.twice(2), B(5).twice(2), B(5).shown, A(5).shown, B(2).up(), callable(A.of))
f = B.of
print(f("8").x, list(map(A.of, ["1"]))[0].x)
try:
    A.of()
except TypeError as e:
    print(e)
