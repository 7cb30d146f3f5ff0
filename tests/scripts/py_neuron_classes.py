import math
import random

class Neuron:
    count = 0

    def __init__(self, n_inputs, activation="sigmoid"):
        self.weights = [random.uniform(-1, 1) for _ in range(n_inputs)]
        self.bias = 0.0
        self.activation = activation
        Neuron.count += 1

    def __call__(self, inputs):
        if len(inputs) != len(self.weights):
            raise ValueError(f"expected {len(self.weights)} inputs, got {len(inputs)}")
        z = sum(w * x for w, x in zip(self.weights, inputs)) + self.bias
        if self.activation == "sigmoid":
            return 1 / (1 + math.exp(-z))
        return max(0.0, z)

    def __repr__(self):
        ws = ", ".join(f"{w:+.2f}" for w in self.weights)
        return f"Neuron([{ws}], b={self.bias:.1f}, {self.activation})"

class Layer:
    def __init__(self, n_inputs, n_neurons, **kwargs):
        self.neurons = [Neuron(n_inputs, **kwargs) for _ in range(n_neurons)]

    def __call__(self, inputs):
        return [n(inputs) for n in self.neurons]

    def __len__(self):
        return len(self.neurons)

    def __getitem__(self, i):
        return self.neurons[i]

class Network:
    def __init__(self, *sizes):
        pairs = list(zip(sizes, sizes[1:]))
        self.layers = [Layer(a, b, activation="relu" if i < len(pairs) - 1 else "sigmoid")
                       for i, (a, b) in enumerate(pairs)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x[0] if len(x) == 1 else x

    @property
    def n_params(self):
        return sum(len(n.weights) + 1 for layer in self.layers for n in layer)

random.seed(3)
net = Network(2, 3, 1)
print(net.layers[0][0])
print([len(layer) for layer in net.layers], net.n_params, Neuron.count)
for x in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    print(x, round(net(x), 4))
print(Layer(1, 2)([0.5]))
try:
    net((1, 2, 3))
except ValueError as e:
    print("error:", e)
