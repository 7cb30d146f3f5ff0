# Learners call their variables sum, max, list, input, id ...
sum = 0
for i in range(5):
    sum += i
print(sum)
del sum
print(sum([1, 2, 3]))
max = 10
print(max)
input = [1, 2]
list = [3, 4]
print(input + list, type(list).__name__)
del list, max
print(list((1, 2)), max(3, 4))
id, type_, str_ = 1, "t", str(5)
print(id, type_, str_)


def range(n):
    return [n]


print(range(3), len(range(9)))
del range
print([k for k in range(3)])


def total(values, sum=0):
    for v in values:
        sum += v
    return sum


print(total([1, 2]), total([1], sum=5))


def use_len():
    len = lambda x: 42
    return len([])


print(use_len(), len([]))
print = print
abs = lambda x: "abs!"
print(abs(-3))
del abs
print(abs(-3))
for list in [[1], [2]]:
    pass
print(list)


class dict:
    kind = "mine"


print(dict.kind, type({}).__name__)
True_ = True
bin, hex = 1, 2
print(bin + hex)
dir = "/tmp/data"
file = "x.csv"
print(dir + "/" + file)
next = [1, 2, 3]
print(next[0])
set = {1, 2}
print(set)
all, any = 1, 2
print(all, any)
try:
    list(range(3))
except TypeError as e:
    print(e)
lambda_ = lambda *args: args
print(lambda_(1, 2))
e = 2.718
try:
    raise ValueError("x")
except ValueError as e:
    print("caught", e)
try:
    print(e)
except NameError as err:
    print(err)
