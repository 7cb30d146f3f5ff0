# Matrices as lists of lists, no numpy
def shape(m):
    return len(m), len(m[0])

def transpose(m):
    return [list(row) for row in zip(*m)]

def matmul(a, b):
    assert shape(a)[1] == shape(b)[0], f"cannot multiply {shape(a)} and {shape(b)}"
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]

def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]

def det(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for j, x in enumerate(m[0]):
        minor = [row[:j] + row[j + 1:] for row in m[1:]]
        total += (-1) ** j * x * det(minor)
    return total

def show(m, width=4):
    for row in m:
        print("[" + " ".join(str(x).rjust(width) for x in row) + "]")

A = [[1, 2, 3], [4, 5, 6]]
B = transpose(A)
show(A)
print(shape(A), shape(B), B)
show(matmul(A, B))
print(matmul(identity(3), B) == B)
print("det:", det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), det(identity(4)))

table = {(i, j): i * j for i in range(1, 4) for j in range(1, 4) if i <= j}
print(table)
flat = [x for row in A for x in row]
print(flat, max(flat), flat[::-1], flat[1::2])
rows = [[0] * 3] * 2
rows[0][0] = 9
print(rows, "the rows are the same list:", rows[0] is rows[1])
copy = [row[:] for row in A]
copy[0][0] = 100
print(A[0], copy[0])
print(matmul(A, A))
