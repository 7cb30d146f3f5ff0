import numpy as np
import torch
import torch.nn as nn
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import accuracy_score, confusion_matrix, classification_report

iris = load_iris()
X, y = iris.data, iris.target
print(iris.feature_names, iris.target_names)
print(X.shape, y.shape, X[:2])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
print(sc.mean_, sc.scale_)
X_train_t = torch.FloatTensor(X_train)
X_test_t = torch.FloatTensor(X_test)
y_train_t = torch.LongTensor(y_train)
y_test_t = torch.LongTensor(y_test)

class IrisNet(nn.Module):
    def __init__(self, input_dim=4, hidden=10, out=3):
        super(IrisNet, self).__init__()
        self.fc1 = nn.Linear(input_dim, hidden)
        self.fc2 = nn.Linear(hidden, out)
        self.relu = nn.ReLU()
    def forward(self, x):
        return self.fc2(self.relu(self.fc1(x)))

torch.manual_seed(41)
model = IrisNet()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
epochs = 60
losses = []
for i in range(epochs):
    y_pred = model.forward(X_train_t)
    loss = criterion(y_pred, y_train_t)
    losses.append(loss.detach().numpy())
    if i % 20 == 0:
        print(f'Epoch: {i} and loss: {loss:.4f}')
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
with torch.no_grad():
    y_eval = model(X_test_t)
    print("test loss %.4f" % criterion(y_eval, y_test_t))
    _, predicted = torch.max(y_eval, 1)
correct = 0
for i, row in enumerate(X_test_t[:5]):
    out = model(row)
    print(f'{i+1:2}. {iris.target_names[out.argmax().item()]:<12} {y_test[i]}')
print(accuracy_score(y_test_t, predicted))
print(confusion_matrix(y_test, predicted.numpy()))
print(classification_report(y_test, predicted, target_names=iris.target_names))
print(len(losses), losses[0].shape, losses[0].dtype)
