import torch

torch.manual_seed(0)
true_w = torch.tensor([2.0, -3.4])
true_b = 4.2
X = torch.normal(0, 1, (100, 2))
y = torch.matmul(X, true_w.reshape(2, 1)).reshape(-1) + true_b
y += torch.normal(0, 0.01, y.shape)
w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)


def linreg(X, w, b):
    return torch.matmul(X, w) + b


def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()


def data_iter(batch_size, features, labels):
    n = len(features)
    idx = list(range(n))
    for i in range(0, n, batch_size):
        j = torch.tensor(idx[i:min(i + batch_size, n)])
        batches.append((features[j], labels[j]))


lr, epochs, batch = 0.03, 5, 10
for epoch in range(epochs):
    batches = []
    data_iter(batch, X, y)
    for xb, yb in batches:
        l = squared_loss(linreg(xb, w, b), yb)
        l.sum().backward()
        sgd([w, b], lr, batch)
    with torch.no_grad():
        train_l = squared_loss(linreg(X, w, b), y)
        print(f'epoch {epoch + 1}, loss {float(train_l.mean()):f}')
print(f'error of w: {true_w - w.reshape(true_w.shape)}')
print(f'error of b: {true_b - b}')
