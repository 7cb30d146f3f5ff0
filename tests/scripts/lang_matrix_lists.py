# Linear algebra and a tiny network with lists only.
import math


def zeros(n, m):
    return [[0.0] * m for _ in range(n)]


def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def transpose(a):
    return [list(r) for r in zip(*a)]


def show(a, name=""):
    if name:
        print(name + ":")
    for row in a:
        print("  [" + ", ".join(f"{v:8.4f}" for v in row) + "]")


def det(a):
    if len(a) == 1:
        return a[0][0]
    return sum((-1) ** j * a[0][j] * det([r[:j] + r[j + 1:] for r in a[1:]]) for j in range(len(a)))


def solve(a, b):
    n = len(a)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            k = m[r][i] / m[i][i]
            m[r] = [x - k * y for x, y in zip(m[r], m[i])]
    x = [0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x


a = [[2, 1, -1], [-3, -1, 2], [-2, 1, 2]]
print(det(a), solve(a, [8, -11, -3]), [round(v, 10) for v in solve(a, [8, -11, -3])])
show(matmul(a, transpose(a)), "a a^T")
print(matmul([[1, 2]], [[3], [4]]), zeros(1, 2), transpose([[1, 2, 3]]))


def softmax(z):
    top = max(z)
    e = [math.exp(v - top) for v in z]
    s = sum(e)
    return [v / s for v in e]


def cross_entropy(p, t):
    return -math.log(p[t])


X = [[0, 0], [0, 1], [1, 0], [1, 1]]
Y = [0, 1, 1, 1]
W = [[0.1, -0.2], [0.3, 0.4]]
b = [0.0, 0.0]
lr = 0.5
for epoch in range(1, 101):
    loss, correct = 0.0, 0
    gW, gb = zeros(2, 2), [0.0, 0.0]
    for x, y in zip(X, Y):
        z = [sum(W[k][i] * x[i] for i in range(2)) + b[k] for k in range(2)]
        p = softmax(z)
        loss += cross_entropy(p, y)
        correct += p.index(max(p)) == y
        for k in range(2):
            d = p[k] - (k == y)
            gb[k] += d
            for i in range(2):
                gW[k][i] += d * x[i]
    for k in range(2):
        b[k] -= lr * gb[k] / len(X)
        for i in range(2):
            W[k][i] -= lr * gW[k][i] / len(X)
    if epoch % 25 == 0 or epoch == 1:
        print(f"epoch {epoch:3d}  loss {loss / len(X):.6f}  accuracy {correct / len(X):.0%}")
print(W, b)
print([["%.3f" % v for v in row] for row in W], [round(v, 4) for v in b])
conf = [[0, 0], [0, 0]]
for x, y in zip(X, Y):
    z = [sum(w * v for w, v in zip(W[k], x)) + b[k] for k in range(2)]
    conf[y][z.index(max(z))] += 1
print(conf, sum(conf[i][i] for i in range(2)) / sum(map(sum, conf)))
