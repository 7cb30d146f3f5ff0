import torch

# minimise (x - 3)^2 by hand
x = torch.tensor(0.0, requires_grad=True)
for step in range(25):
    y = (x - 3) ** 2
    y.backward()
    with torch.no_grad():
        x -= 0.1 * x.grad
    if step % 5 == 0:
        print(f"step {step:2d}  x = {x.item():.6f}  y = {y.item():.6f}  dy/dx = {x.grad.item():.6f}")
    x.grad = None
print("x =", x)

# Rosenbrock with momentum
p = torch.tensor([-1.2, 1.0], requires_grad=True)
v = torch.zeros(2)
for step in range(501):
    f = (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
    f.backward()
    v = 0.9 * v - 1e-4 * p.grad
    p.data += v
    p.grad.zero_()
    if step % 50 == 0:
        print(step, f.item(), p.data)

# several functions, one table
funcs = {"square": lambda t: t ** 2, "cube": lambda t: t ** 3, "exp": torch.exp,
         "sqrt": torch.sqrt, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
         "recip": lambda t: 1 / t, "log": torch.log, "relu": torch.relu}
for name, f in funcs.items():
    t = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
    f(t).sum().backward()
    print(f"{name:8s}", t.grad)
