class ConfigError(ValueError):
    def __init__(self, key):
        super().__init__(f"bad key: {key!r}")


def load(cfg):
    for k in cfg:
        if k not in ("lr", "epochs"):
            raise ConfigError(k)
    return cfg


print(load({"lr": 1}))
try:
    load({"x": 1})
except ValueError as e:
    print("caught", e)
load({"momentum": 0.9})
