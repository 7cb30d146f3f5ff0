# A torch loop whose losses and accuracies are drawn.
import torch
import torch.nn as nn
import matplotlib.pyplot as plt

torch.manual_seed(5)
X = torch.randn(40, 2)
y = (X[:, 0] * X[:, 1] > 0).long()
model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
criterion = nn.CrossEntropyLoss()
history = {"loss": [], "accuracy": []}
for epoch in range(60):
    optimizer.zero_grad()
    scores = model(X)
    loss = criterion(scores, y)
    loss.backward()
    optimizer.step()
    history["loss"].append(loss.item())
    history["accuracy"].append((scores.argmax(1) == y).float().mean().item())
print(f"{history['loss'][0]:.4f} {history['loss'][-1]:.4f}")
plt.style.use("ggplot")
plt.rcParams["figure.figsize"] = (9, 3)
fig = plt.figure()
print(fig)
for i, key in enumerate(history):
    ax = fig.add_subplot(1, 2, i + 1)
    line, = ax.plot(range(1, 61), history[key], marker=".", label=key)
    ax.set_xlabel("epoch")
    ax.set_ylabel(key)
    print(line.get_label(), len(line.get_ydata()), ax.get_xlabel())
plt.show()
plt.plot(X[:, 0], X[:, 1], "o")
plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=y)
plt.title("points")
plt.show()
plt.plot(torch.arange(3.0, requires_grad=True))
