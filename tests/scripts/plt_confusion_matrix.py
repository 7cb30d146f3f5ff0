# A confusion matrix as an image, with its numbers.
import numpy as np
import matplotlib.pyplot as plt

truth = np.array([0, 1, 2, 2, 1, 0, 0, 1, 2, 2, 1, 0])
guess = np.array([0, 1, 2, 1, 1, 0, 2, 1, 2, 2, 0, 0])
matrix = np.zeros((3, 3), dtype=int)
for t, g in zip(truth, guess):
    matrix[t, g] += 1
print(matrix)
classes = ["cat", "dog", "bird"]
image = plt.imshow(matrix, interpolation="nearest", cmap=plt.cm.Blues)
plt.title("Confusion matrix")
plt.colorbar()
ticks = np.arange(len(classes))
plt.xticks(ticks, classes, rotation=45)
plt.yticks(ticks, classes)
limit = matrix.max() / 2.0
for i in range(matrix.shape[0]):
    for j in range(matrix.shape[1]):
        plt.text(j, i, format(matrix[i, j], "d"), horizontalalignment="center",
                 color="white" if matrix[i, j] > limit else "black")
plt.ylabel("True label")
plt.xlabel("Predicted label")
plt.tight_layout()
print(image)
print(plt.axis())
print([t.get_text() for t in plt.gca().get_xticklabels()])
plt.show()
fig, ax = plt.subplots()
ax.matshow(matrix, cmap="viridis")
print(ax.get_xlim(), ax.get_ylim())
ax.axis("off")
plt.show()
