# Which figure and which axes are current; limits that follow the data.
import math
import numpy as np
import matplotlib.pyplot as plt
import matplotlib
from matplotlib import cm

print(plt.get_fignums())
plt.plot([0, 1, 4, 9])
print(plt.get_fignums(), plt.xlim(), plt.ylim())
plt.xlim(0, 2)
plt.ylim(top=5)
print(plt.xlim(), plt.ylim())
plt.figure(7)
print(plt.gcf().number, plt.get_fignums(), plt.fignum_exists(3))
plt.semilogy([1, 10, 100])
print([round(v, 4) for v in plt.ylim()], plt.gca().get_yscale())
plt.figure(1)
print(plt.gcf().number, len(plt.gca().lines))
plt.cla()
print(len(plt.gca().lines), plt.xlim())
print(plt.title("Loss"), plt.xlabel("epoch"), plt.ylabel(r"$\mathcal{L}$"))
print(plt.gca().get_title(), plt.gca())
plt.close()
plt.close("all")
print(plt.get_fignums())
plt.scatter([1, 2, 3], [2, 4, 8], s=80, c="red", marker="x", label="data")
x = np.linspace(1, 3, 5)
plt.plot(x, 2 ** x, "k--", x, x ** 2, "g:")
plt.annotate("here", xy=(2, 4), xytext=(1.2, 6), arrowprops=dict(arrowstyle="->"))
plt.grid(True, linestyle="--", alpha=0.5)
plt.legend(["points", "2^x", "x^2"])
print([round(v, 2) for v in plt.axis()])
plt.axis([0, 4, 0, 10])
print(plt.axis())
handles = plt.gca().get_legend_handles_labels()
print(len(handles[0]))
plt.gca().invert_yaxis()
print(plt.ylim())
plt.show()
plt.close("all")
xs = [math.pi * i / 10 for i in range(21)]
line = plt.plot(xs, [math.sin(v) for v in xs], "r-o", linewidth=2, markersize=4)[0]
print(line.get_color(), line.get_label())
line.set_ydata([math.cos(v) for v in xs])
print(round(line.get_ydata()[0], 3))
print([matplotlib.colors.to_hex(c) for c in ("red", "C1", "k", (0.5, 0.5, 0.5))])
print(cm.get_cmap("gray")(0), matplotlib.colors.to_rgba("tab:blue")[3])
plt.close("all")
