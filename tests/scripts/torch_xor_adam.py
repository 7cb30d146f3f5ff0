# XOR with a small network and Adam.
import torch
import torch.nn as nn

torch.manual_seed(1)
X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
y = torch.tensor([[0.], [1.], [1.], [0.]])


class Net(nn.Module):
    def __init__(self, hidden=4):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(torch.tanh(self.fc1(x))))


net = Net()
print(net)
optimizer = torch.optim.Adam(net.parameters(), lr=0.05)
criterion = nn.BCELoss()
for epoch in range(1, 401):
    optimizer.zero_grad()
    out = net(X)
    loss = criterion(out, y)
    loss.backward()
    optimizer.step()
    if epoch % 100 == 0:
        print(f'epoch {epoch}: loss {loss.item():.6f}')
with torch.no_grad():
    out = net(X)
print(out)
print((out > 0.5).float().flatten().tolist(), ((out > 0.5).float() == y).float().mean().item())
for name, p in net.named_parameters():
    print(name, tuple(p.shape), p.requires_grad, p.grad.norm())
