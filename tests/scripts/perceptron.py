class Perceptron:
    def __init__(self, n, lr=0.1):
        self.w = [0.0] * (n + 1)
        self.lr = lr

    def predict(self, x):
        s = self.w[-1] + sum(w * v for w, v in zip(self.w, x))
        return 1 if s > 0 else 0

    def train(self, data, epochs=20):
        for epoch in range(epochs):
            errors = 0
            for x, y in data:
                e = y - self.predict(x)
                errors += abs(e)
                for i, v in enumerate(x):
                    self.w[i] += self.lr * e * v
                self.w[-1] += self.lr * e
            print(f"epoch {epoch}: {errors} errors, w = {[round(w, 2) for w in self.w]}")
            if not errors:
                return epoch
        return None

gates = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0]}
inputs = [(a, b) for a in (0, 1) for b in (0, 1)]
for name, out in gates.items():
    p = Perceptron(2)
    print(name, p.train(list(zip(inputs, out))), [p.predict(x) for x in inputs])
