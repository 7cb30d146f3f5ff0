# The errors that learners meet.
import matplotlib.pyplot as plt
import numpy as np


def attempt(what, *args, **named):
    try:
        what(*args, **named)
        print("no error")
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(plt.plot, [1, 2, 3], [1, 2])
attempt(plt.plot, np.zeros((3, 2)), np.zeros((4, 2)))
attempt(plt.plot, [1, 2], [3, 4], "q-")
attempt(plt.plot, [1, 2], [3, 4], "r--b")
attempt(plt.plot, [1, 2], color="reddish")
attempt(plt.plot, [1, 2], linestyle="wavy")
attempt(plt.plot, [1, 2], marker="ball")
attempt(plt.scatter, [1, 2, 3], [1, 2])
attempt(plt.scatter, [1, 2], [1, 2], c=[1, 2, 3])
attempt(plt.scatter, [1, 2], [1, 2], c="nocolour")
attempt(plt.scatter, [1, 2], [1, 2], s=[1, 2, 3])
attempt(plt.bar, [1, 2], [1, 2, 3])
attempt(plt.imshow, [1, 2, 3])
attempt(plt.contourf, [1, 2, 3])
attempt(plt.contourf, np.arange(4), np.arange(3), np.zeros((3, 5)))
attempt(plt.hist, [1, 2], bins=0)
attempt(plt.legend, loc="top")
attempt(plt.xticks, [0, 1, 2], ["a", "b"])
attempt(plt.axis, "wide")
attempt(plt.subplots, 0, 2)
attempt(plt.subplot, 5)
attempt(plt.figure, figsize=(-1, 1))
attempt(plt.savefig, "picture.xyz")
attempt(plt.savefig, "/no/such/folder/picture.png")
attempt(plt.xscale, "logarithmic")
attempt(plt.title)
plt.close("all")
attempt(plt.colorbar)
plt.plot([1, 2, 3], [1, 2])
