# Results of some experiments, printed as a table in several styles
results = [
    {"model": "logistic", "lr": 0.1, "epochs": 100, "train": 0.91234, "test": 0.9},
    {"model": "softmax", "lr": 0.01, "epochs": 1500, "train": 0.975, "test": 0.9333333},
    {"model": "mlp-16", "lr": 0.001, "epochs": 20000, "train": 1.0, "test": None},
]

print("=" * 52)
print("%-12s%8s%10s%10s%10s" % ("model", "lr", "epochs", "train", "test"))
print("=" * 52)
for r in results:
    test = "n/a" if r["test"] is None else "%.2f%%" % (100 * r["test"])
    print("%-12s%8g%10d%9.2f%%%10s" % (r["model"], r["lr"], r["epochs"], 100 * r["train"], test))
print()

widths = {"model": 10, "lr": 7, "epochs": 8, "train": 8}
line = "+" + "+".join("-" * (w + 2) for w in widths.values()) + "+"
print(line)
print("|" + "|".join(f" {k.upper():^{w}} " for k, w in widths.items()) + "|")
print(line)
for r in results:
    cells = [f" {r['model']:<{widths['model']}} ", f" {r['lr']:>{widths['lr']}.0e} ",
             f" {r['epochs']:>{widths['epochs']},} ", f" {r['train']:>{widths['train']}.1%} "]
    print("|" + "|".join(cells) + "|")
print(line)

best = max((r for r in results if r["test"] is not None), key=lambda r: r["test"])
print(f"best: {best['model']!r} with {best['test']:.3f}")
print("{model} took {epochs:,} epochs at lr={lr}".format(**best))
for i, r in enumerate(sorted(results, key=lambda r: (-r["train"], r["model"])), start=1):
    print(f"{i}. {r['model'].ljust(10, '.')}{r['train']:.3f}")
print("{:>10}|{:<10}|{:^10}|{:*^10}".format("right", "left", "mid", "star"))
print(f"{3.14159:+.3f} {-2:05d} {255:#x} {255:08b} {1234567.891:,.2f} {0.000012345:.3g}")
