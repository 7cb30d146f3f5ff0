# What == and != of a class return is what one gets
class Vector:
    def __init__(self, *items):
        self.items = items

    def __eq__(self, other):
        if isinstance(other, Vector):
            other = other.items
        else:
            other = [other] * len(self.items)
        return [a == b for a, b in zip(self.items, other)]


class Code:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return "same" if str(other) == self.text else ""

    def __ne__(self, other):
        return "other" if str(other) != self.text else ""


v = Vector(1, 2, 3)
print(v == 2, 2 == v, v == Vector(1, 5, 3))
print(v != 2, [v] == [Vector(1)])
c = Code("7")
print(repr(c == 7), repr(c != 7), repr(7 == c), repr(7 != c), repr(c != 8))
print(c in [1, 7], c not in [8], [c] == [7], [c] != [7])
if c == 7 and not c == 8:
    print("fine")
