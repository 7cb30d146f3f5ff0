# Bars of probabilities, with names and numbers.
import numpy as np
import matplotlib.pyplot as plt

labels = ["cat", "dog", "bird"]
z = np.array([2.0, 1.0, 0.1])
p = np.exp(z) / np.exp(z).sum()
bars = plt.bar(labels, p, color=["C0", "C1", "C2"])
print(bars, len(bars))
for bar in bars:
    height = bar.get_height()
    print(f"{bar.get_x() + bar.get_width() / 2:.1f} {height:.4f}")
    plt.text(bar.get_x() + bar.get_width() / 2, height, f"{height:.2f}",
             ha="center", va="bottom")
plt.ylim(0, 1)
plt.title("softmax")
print(plt.ylim(), [round(v, 3) for v in plt.xlim()])
plt.show()

x = np.arange(3)
width = 0.35
fig, ax = plt.subplots()
a = ax.bar(x - width / 2, [3, 5, 2], width, label="train")
b = ax.bar(x + width / 2, [2, 4, 3], width, label="test")
ax.set_xticks(x)
print([t.get_text() for t in ax.set_xticklabels(labels)])
print(ax.get_legend_handles_labels()[1], a[1].get_height(), b.patches[2].get_height())
ax.legend()
plt.show()
plt.close("all")

counts = {"spam": 12, "ham": 30}
plt.barh(list(counts.keys()), counts.values())
print([round(v, 3) for v in plt.axis()])
plt.show()
plt.close("all")
ages = plt.stem([1, 2, 3], [3, 1, 2])
plt.step([1, 2, 3], [3, 1, 2], where="post")
plt.fill_between([1, 2, 3], [0, 1, 0], alpha=0.2)
print([round(v, 3) for v in plt.xlim()])
plt.show()
