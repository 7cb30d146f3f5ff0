class Layer:
    kind = "layer"

    def __init__(self, name):
        self.name = name

    def forward(self, x):
        raise NotImplementedError("subclass me")

    def __call__(self, x):
        return self.forward(x)

    def __str__(self):
        return f"{self.kind}:{self.name}"

class Scale(Layer):
    kind = "scale"

    def __init__(self, name, k):
        super().__init__(name)
        self.k = k

    def forward(self, x):
        return [self.k * v for v in x]

class Shift(Scale):
    def forward(self, x):
        return [v + self.k for v in super().forward(x)]

layers = [Scale("a", 2), Shift("b", 3)]
x = [1, 2]
for layer in layers:
    x = layer(x)
    print(layer, x, isinstance(layer, Layer), issubclass(type(layer), Scale))
try:
    Layer("c")([1])
except NotImplementedError as e:
    print("not implemented:", e)
print(layers[0].missing)
