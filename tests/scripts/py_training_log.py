import math

class EarlyStopping:
    """Stops when the loss has not improved for some epochs."""

    def __init__(self, patience=3, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best = math.inf
        self.wait = 0
        self.stopped_at = None

    def __call__(self, epoch, loss):
        if loss < self.best - self.min_delta:
            self.best, self.wait = loss, 0
        else:
            self.wait += 1
        if self.wait >= self.patience:
            self.stopped_at = epoch
        return self.stopped_at is not None

    def __str__(self):
        state = "running" if self.stopped_at is None else f"stopped at epoch {self.stopped_at}"
        return f"EarlyStopping(patience={self.patience}): {state}, best={self.best:.4f}"

class History:
    def __init__(self):
        self._data = {}

    def add(self, **values):
        for key, value in values.items():
            self._data.setdefault(key, []).append(value)

    def __getitem__(self, key):
        return self._data[key]

    def __len__(self):
        return max((len(v) for v in self._data.values()), default=0)

    def __contains__(self, key):
        return key in self._data

history = History()
stopper = EarlyStopping(patience=2)
print(stopper)
fake_losses = [1.0 / (e + 1) + (0.3 if e > 4 else 0) for e in range(20)]
for epoch, loss in enumerate(fake_losses):
    history.add(loss=loss, lr=0.1 * 0.5 ** (epoch // 3))
    if stopper(epoch, loss):
        print("Early stopping!")
        break
else:
    print("never stopped")
print(stopper)
print(len(history), "loss" in history, "acc" in history)
print([round(x, 3) for x in history["loss"]])
print(history["lr"][-1])
print("lowest at epoch", history["loss"].index(min(history["loss"])))
try:
    history["accuracy"]
except KeyError as error:
    print("no such key:", error)
