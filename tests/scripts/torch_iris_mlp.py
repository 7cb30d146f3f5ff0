# A small network on the iris flowers, from data to report.
import numpy as np
import torch
import torch.nn as nn
import torch.optim as optim
from sklearn.datasets import load_iris
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

np.random.seed(42)
torch.manual_seed(42)

iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=0.2, random_state=42, stratify=iris.target)
scaler = StandardScaler().fit(X_train)
X_train = torch.tensor(scaler.transform(X_train), dtype=torch.float32)
X_test = torch.tensor(scaler.transform(X_test), dtype=torch.float32)
y_train, y_test = torch.LongTensor(y_train), torch.LongTensor(y_test)
print(X_train.shape, X_test.shape, torch.bincount(y_train))


class Classifier(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super(Classifier, self).__init__()
        self.layers = nn.Sequential(
            nn.Linear(n_in, n_hidden),
            nn.ReLU(),
            nn.Linear(n_hidden, n_out),
        )

    def forward(self, x):
        return self.layers(x)


model = Classifier(4, 16, 3)
print(model)
print("parameters:", sum(p.numel() for p in model.parameters() if p.requires_grad))
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)

history = []
for epoch in range(60):
    model.train()
    optimizer.zero_grad()
    outputs = model(X_train)
    loss = criterion(outputs, y_train)
    loss.backward()
    optimizer.step()
    history.append(loss.item())
    if (epoch + 1) % 20 == 0:
        model.eval()
        with torch.no_grad():
            pred = model(X_test).argmax(dim=1)
            acc = (pred == y_test).float().mean().item()
        print("Epoch [{}/{}], Loss: {:.4f}, Accuracy: {:.2%}".format(epoch + 1, 60, loss.item(), acc))

with torch.no_grad():
    logits = model(X_test)
    probs = torch.softmax(logits, dim=1)
    predicted = probs.argmax(1)
print(probs[:3])
print(confusion_matrix(y_test.numpy(), predicted.numpy()))
print(classification_report(y_test, predicted, target_names=iris.target_names))
print("first %.4f, last %.4f" % (history[0], history[-1]))
