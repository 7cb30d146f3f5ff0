s = "  The quick brown fox jumps over the lazy dog  "
t = s.strip()
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase())
print(t.split(), t.split("o"), t.split(" ", 2), t.rsplit(" ", 1), "a,b,,c".split(","), "".split(), "".split(","))
print("line1\nline2\r\nline3\n".splitlines(), "a\nb".splitlines(True), "key=value=x".partition("="), "key".partition("="), "a.b.c".rpartition("."))
print("-".join(["a", "b", "c"]), ",".join(str(i) for i in range(5)), "".join([]))
print(t.replace("the", "a"), "aaa".replace("a", "b", 2), "abc".replace("", "-"))
print(t.find("fox"), t.find("cat"), t.index("quick"), t.rfind("o"), t.count("o"), t.startswith("The"), t.endswith(("dog", "cat")), "fox" in t)
print("abc".center(9, "*"), "abc".ljust(6) + "|", "abc".rjust(6, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(1))
print("123".isdigit(), "12a".isdigit(), "abc".isalpha(), "abc1".isalnum(), " \t".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "".isdigit(), "x_1".isidentifier())
print("xxhixx".strip("x"), "mississippi".lstrip("mis"), "test.py".removesuffix(".py"), "test.py".removeprefix("te"))
print("abc"[::-1], "abcdef"[1:4], "abcdef"[-3:], "abcdef"[:-3], "abcdef"[::2], "abcdef"[10:], "abcdef"[4:1:-1], "abc" * 3, 2 * "ab", "abc" * 0, "ab" * -1)
print("a" < "b", "abc" < "abd", "Z" < "a", "abc" == "abc", "abc" != "abd", max("hello"), min("hello"), sorted("hello"), list("abc"), set("aab") == {"a", "b"})
print("tab\there", repr("tab\there"), repr("new\nline"), repr("quote'"), repr('dq"'), repr("both'\""), repr("back\\slash"), r"raw\n", "\x41\u00e9\101")
print("é".upper(), "ß".upper(), "ÀÉ".lower(), len("naïve"), "naïve".encode is not None, ord("é"), chr(233), chr(8364), repr("\u00e9\u20ac"))
print("{:>10}".format("é"), "日本".center(6, "-"), repr("\x00\x7f\x80\u200b"))
print("Hello World Foo".casefold(), "a\tb".expandtabs(4), "hello"[1], "hello"[-1])
print("%s" % None, "%s" % (1,), "%s %s" % (1, (2, 3)), "%r" % "x")
for i, ch in enumerate("abc", start=1):
    print(i, ch, end="; ")
print()
try:
    "abc"[5]
except IndexError as e:
    print("IndexError:", e)
try:
    "abc" + 1
except TypeError as e:
    print("TypeError:", e)
try:
    "abc".index("z")
except ValueError as e:
    print("ValueError:", e)
try:
    "abc"[0] = "x"
except TypeError as e:
    print("TypeError:", e)
try:
    int("12x")
except ValueError as e:
    print("ValueError:", e)
try:
    float("abc")
except ValueError as e:
    print("ValueError:", e)
try:
    "-".join([1, 2])
except TypeError as e:
    print("TypeError:", e)
print("""triple
quoted "text" with 'both'""", 'it''s', "con" "cat")
print("a" "b" 'c', ("long " "string " "in parens"), "x\
y")
print(len("abc"), "%d%%" % 50, "a%sb" % "-")
vowels = "".join(c for c in "programming" if c in "aeiou")
print(vowels, {c: "mississippi".count(c) for c in "misp"}, sorted(set("banana")), sorted("Banana", key=str.lower), "Banana".lower().count("an"))
words = "the cat sat on the mat the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get))
