import torch
import torch.nn.functional as F
w = torch.zeros(3)
loss = F.mse_loss(w, torch.ones(3))
print(loss, loss.requires_grad)
try:
    loss.backward()
except RuntimeError as e:
    print("RuntimeError:", e)
w = torch.zeros(3, requires_grad=True)
with torch.no_grad():
    loss = F.mse_loss(w, torch.ones(3))
try:
    loss.backward()
except RuntimeError as e:
    print("RuntimeError:", e)
w = w + 1
loss = F.mse_loss(w, torch.ones(3))
loss.backward()
print(w.grad)
w = torch.zeros(3, requires_grad=True)
w = w - 0.1
try:
    F.mse_loss(w, torch.ones(3)).backward()
    w.grad.zero_()
except AttributeError as e:
    print("AttributeError:", e)
v = torch.zeros(3, requires_grad=True)
loss = F.mse_loss(v, torch.ones(3))
print(loss.item(), loss.detach(), loss.data)
print(loss.numpy() if not loss.requires_grad else "needs detach")
loss.numpy()
