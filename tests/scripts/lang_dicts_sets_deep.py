d = {"b": 1, "a": 2, 3: "c", (1, 2): [1], None: None, 1.5: True}
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, 2 in d.values())
d["new"] = {"x": {"y": 1}}
d["new"]["x"]["y"] += 5
print(d["new"], list(d), list(d.keys()), list(d.values()), list(d.items())[:2])
print(d.pop("b"), d.pop("zz", "default"), d.setdefault("s", []), d.setdefault("a", 9))
d["s"].append(1)
del d[None]
print(d, d.popitem())
d.update({"a": 3}, k=4)
d.update([("p", 1)])
print(d)
e = {**d, "extra": 1}
f = d | {"a": 0}
print(len(e), f["a"], d["a"], {1: "a"} == {1.0: "a"}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
d2 = dict(a=1, b=2)
d3 = dict([("x", 1), ("y", 2)])
d4 = dict.fromkeys("abc", 0)
d5 = dict(d2, c=3)
print(d2, d3, d4, d5, dict(), {}, {k: v for v, k in d2.items()})
for i, (k, v) in enumerate(sorted(d2.items(), key=lambda kv: -kv[1])):
    print(i, k, v, sep=":", end=" ")
print()
keys = d2.keys()
d2["z"] = 26
print(keys, d2.values(), d2.items(), "z" in keys, len(keys), keys & {"a", "q"} == {"a"}, list(reversed(d2)))
try:
    for k in d2:
        d2[k + "1"] = 0
except RuntimeError as err:
    print(err)
try:
    d2["missing"]
except KeyError as err:
    print("KeyError", err, repr(err))
try:
    {}[0]
except KeyError as err:
    print("KeyError", err)
try:
    {[]: 1}
except TypeError as err:
    print(err)
try:
    {{}: 1}
except TypeError as err:
    print(err)
print({True: "t", 1: "one", 1.0: "float"}, {0: "z", False: "f"})
groups = {}
for w in ["apple", "bob", "cat", "alice", "bird"]:
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, max(groups, key=lambda k: len(groups[k])))
inv = {}
for k, v in {"x": 1, "y": 2, "z": 1}.items():
    inv.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in inv.items()})
s = {3, 1, 2}
t = {2, 3, 4}
print(s | t, s & t, s - t, s ^ t, s <= {1, 2, 3, 4}, s < s, s >= {1}, s.isdisjoint({9}), s == {1, 2, 3}, len(s))
s.add(5)
s.discard(100)
s.remove(1)
print(s, sorted(s), sum(s), max(s), 5 in s, set(), {1}, set("hello") == set("olleh"), set([1, 1, 2]), bool(set()))
s |= {7}
s -= {5}
s &= {2, 3, 7}
print(s, s.union([8]), s.intersection([2, 9]), s.difference([2]), s.symmetric_difference([2, 9]), s.issubset(range(10)), s.copy() is s)
s.update([10, 11], (12,))
print(sorted(s), s.pop() in range(20), len(s))
try:
    s.remove(999)
except KeyError as err:
    print("KeyError", err)
try:
    {[1, 2]}
except TypeError as err:
    print(err)
a = {"w": [1, 2]}
b = a.copy()
b["w"].append(3)
b["v"] = 1
print(a, b)
a.clear()
print(a, not a)
table = {"name": ["Ann", "Bo"], "age": [30, 4]}
for name, age in zip(*table.values()):
    print(f"{name:<5}{age:>4}")
cfg = {"lr": 0.01, "layers": [4, 5, 1], "act": "relu", "bias": True, "none": None}
print(cfg)
print("; ".join(f"{k}={v!r}" for k, v in cfg.items()))
count = {}
for ch in "abracadabra":
    count[ch] = count.get(ch, 0) + 1
print(count, sorted(count, key=count.get, reverse=True), sorted(count.items(), key=lambda x: (-x[1], x[0]))[:3])
memo = {0: 0, 1: 1}


def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(50), len(memo), {i: fib(i) for i in range(0, 20, 5)})
