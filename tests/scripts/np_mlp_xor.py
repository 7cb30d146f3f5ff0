import numpy as np

class NeuralNetwork:
    def __init__(self, layers, alpha=0.1):
        self.layers = layers
        self.alpha = alpha
        self.W = []
        for i in range(len(layers) - 1):
            w = np.random.randn(layers[i] + 1, layers[i + 1])
            self.W.append(w / np.sqrt(layers[i]))

    def __repr__(self):
        return "NeuralNetwork: {}".format("-".join(str(l) for l in self.layers))

    def sigmoid(self, x):
        return 1.0 / (1 + np.exp(-x))

    def sigmoid_deriv(self, a):
        return a * (1 - a)

    def forward(self, X):
        A = [np.array(X, ndmin=2)]
        for w in self.W:
            A[-1] = np.c_[A[-1], np.ones((A[-1].shape[0]))]
            A.append(self.sigmoid(A[-1].dot(w)))
        return A

    def fit_step(self, X, y):
        A = self.forward(X)
        error = A[-1] - y
        D = [error * self.sigmoid_deriv(A[-1])]
        for layer in range(len(A) - 2, 0, -1):
            delta = D[-1].dot(self.W[layer].T)[:, :-1]
            D.append(delta * self.sigmoid_deriv(A[layer][:, :-1]))
        D = D[::-1]
        for layer in range(len(self.W)):
            self.W[layer] += -self.alpha * A[layer].T.dot(D[layer])
        return 0.5 * np.sum(error ** 2)

    def predict(self, X):
        return self.forward(X)[-1]

np.random.seed(3)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])

nn = NeuralNetwork([2, 4, 1], alpha=0.8)
print(nn)
for epoch in range(2000):
    loss = nn.fit_step(X, y)
    if epoch == 0 or (epoch + 1) % 400 == 0:
        print("[INFO] epoch={}, loss={:.7f}".format(epoch + 1, loss))

for (x, target) in zip(X, y):
    pred = nn.predict(x)[0][0]
    step = 1 if pred > 0.5 else 0
    print("[INFO] data={}, ground-truth={}, pred={:.4f}, step={}".format(x, target[0], pred, step))
print([w.shape for w in nn.W])
