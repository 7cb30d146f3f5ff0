text = """It was the best of times,
it was the worst of times;
it was the age of wisdom...
"""
words = []
for line in text.strip().split("\n"):
    for w in line.split():
        words.append(w.strip(".,;").lower())
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:5]:
    print(f"{w:<8}{'#' * n:<5}{n / len(words):>7.2%}")
print(len(words), len(set(words)), sum(len(w) for w in words) / len(words))
csv = "name,score,passed\nAnn,9.5,True\nBob,4.25,False\nCy,,True\n"
rows = [r.split(",") for r in csv.splitlines()]
header, data = rows[0], rows[1:]
table = [dict(zip(header, r)) for r in data]
print(header, table[0], [float(r["score"] or 0) for r in table], [r["name"] for r in table if r["passed"] == "True"])
widths = [max(len(r[i]) for r in rows) for i in range(3)]
for r in rows:
    print(" | ".join(c.ljust(w) for c, w in zip(r, widths)))
print("-" * 20, "=" * 5 + ">", "\t|", sep="\n")


def caesar(s, k):
    out = ""
    for ch in s:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            out += chr((ord(ch) - base + k) % 26 + base)
        else:
            out += ch
    return out


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), caesar("xyz", 3))


def is_palindrome(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("xent"))


def roman(n):
    out = ""
    for v, s in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= v:
            out += s
            n -= v
    return out


print([roman(n) for n in (4, 9, 14, 1994, 2024)])
epochs = [(1, 0.6931, 0.5), (10, 0.45678, 0.75), (100, 0.0123, 0.987654)]
for e, loss, acc in epochs:
    print("Epoch %3d | loss %.4f | acc %6.2f%%" % (e, loss, 100 * acc))
    print("Epoch {:03d} | loss {:.4f} | acc {:>7.2%}".format(e, loss, acc))
    print(f"Epoch [{e}/{100}], Loss: {loss:.4f}, Acc: {acc * 100:.1f}%")
print(f"{'Model':<12}|{'Loss':^10}|{'Acc':>8}")
print(f"{'-' * 12}+{'-' * 10}+{'-' * 8}")
for name, loss, acc in [("softmax", 0.1234567, 0.9), ("sigmoid", 12.5, 0.85)]:
    print(f"{name:<12}|{loss:^10.4f}|{acc:>8.1%}")
print("a\\b", 'single "double"', "it's", "tab\tend", "unicode: \u03c3 \u2211 é", r"\n raw", "line \
continued", "nul" + "\x41", len("\n\t\\"))
print("%s" % [1, "a"], "%r %s" % ("a", "a"), "%5.1f|%-8s|%08.3f|%+d|%x|%o|%e|%%" % (3.14159, "ab", 2.5, 5, 255, 8, 12345.678))
print("x" in "xent", "abc".find("c"), "a-b-c".split("-", 1), "  pad ".strip() + "|", "ab" "cd", "A".lower() + "b".upper(), "z".join("abc"), "madam"[::-1] == "madam")
print(str(1.0), str(True), str(None), str([1, "a"]), repr("a\n"), str(("x",)), int("7") + float("0.5"), "5" * 3, ["5"] * 2, str(3) + "3", "1,234".replace(",", ""), "abc" > "ab", ord("A"), chr(97))
bits = "".join(str((37 >> k) & 1) for k in range(7, -1, -1))
print(bits, int(bits, 2), f"{37:08b}", bin(37)[2:].zfill(8), sum(int(b) for b in bits))
print("{:<10}|{:^10}|{:>10}|{:*^10}".format("left", "mid", "right", "star"), "{0} {1} {0}".format("a", "b"), "{n:.3f} {n!r}".format(n=2 / 3), "{:,}".format(1234567.891), "{:e}".format(1234.5), "{:.0f}".format(2.5), "{:5}|{:<5}|{:^5}".format(42, 42, 42))
