import math
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 200:
        break
else:
    print("reached 1 after", steps)
for n in range(2, 30):
    for d in range(2, int(math.sqrt(n)) + 1):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
x = 2.0
for i in range(6):
    x = x - (x * x - 2) / (2 * x)
    print(i, x, abs(x - math.sqrt(2)) < 1e-9)
a, b = 0, 1
while a < 60:
    print(a, end=",")
    a, b = b, a + b
print()
lr, w = 0.1, 5.0
for epoch in range(1, 31):
    w -= lr * 2 * (w - 1)
    if epoch % 10 == 0:
        print(f"epoch {epoch:3d} w {w:.6f}")
        continue
print([math.floor(-2.5), math.ceil(2.1), math.log(8, 2), math.exp(-1), math.tanh(0.5), math.inf, math.factorial(10)])
print(math.log(0))
