# Grids of axes and what one can ask them.
import numpy as np
import matplotlib.pyplot as plt

fig, axes = plt.subplots(2, 3, figsize=(12, 6), sharex=True)
print(fig, axes.shape, axes.size, len(axes), type(fig))
names = ["sigmoid", "tanh", "relu", "leaky relu", "softplus", "swish"]
z = np.linspace(-5, 5, 101)
curves = [1 / (1 + np.exp(-z)), np.tanh(z), np.maximum(0, z),
          np.where(z > 0, z, 0.1 * z), np.log1p(np.exp(z)), z / (1 + np.exp(-z))]
for ax, name, curve in zip(axes.flat, names, curves):
    ax.plot(z, curve, label=name)
    ax.axhline(0, color="gray", lw=0.5)
    ax.set_title(name)
    ax.grid(True)
    ax.legend(loc="upper left")
for row in axes:
    print([ax.get_title() for ax in row])
print(axes[1, 2].get_title(), axes[-1][0].get_title(), axes[:, 1][0].get_title())
print([ax.get_title() for ax in axes.ravel()[::2]])
print(axes[0, 0])
axes[0, 0].set_ylim(-0.5, 1.5)
print(axes[0, 0].get_ylim())
fig.suptitle("Activations")
fig.tight_layout()
plt.show()

plt.figure(figsize=(8, 3))
for i in range(1, 4):
    plt.subplot(1, 3, i)
    plt.plot([1, 2, 3], [i, i ** 2, i ** 3], "o-")
    plt.title(f"power {i}")
print(len(plt.gcf().axes), plt.gca().get_title())
print(repr(plt.gcf()))
try:
    plt.subplot(2, 2, 5)
except ValueError as e:
    print("ValueError:", e)
try:
    axes[2, 0]
except IndexError as e:
    print("IndexError:", e)
ax = plt.subplot(133)
print(len(plt.gcf().axes), ax.get_title())
one = plt.subplots()[1]
three = plt.subplots(3)[1]
print(len(three), one.get_xlim())
plt.close("all")
