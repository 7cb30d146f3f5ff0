d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), "a" in d, d.get("z"), d.get("z", 0), list(d), d.keys(), d.values(), d.items())
d.update({"a": 10})
print(d.pop("b"), d, d.setdefault("q", []), {**d, "x": 1}, dict(a=1), dict([(1, 2)]), d.pop("nope", None))
for k, v in sorted(d.items(), key=lambda kv: str(kv[1])):
    print(k, v)
print({(0, 1): "t", None: 1, True: 2}, {i: i ** 2 for i in range(4)}, dict(zip("abc", range(3))))
s, t = {3, 1, 2}, {2, 3, 4}
print(s & t, s | t, s - t, s ^ t, 2 in s, s <= t, set(), sorted(set("hello")), len({1, 1}))
s.add(9)
s.discard(100)
print(s)
print(d["missing"])
