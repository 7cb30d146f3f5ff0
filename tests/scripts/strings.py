s = "Hello, World"
print(s.lower(), s.upper(), s.split(", "), s.replace("l", "L"), s.find("W"), s.startswith("He"), s[1:5], s[::-1], s.count("l"))
print(s.title(), s.center(20, "*"), s.zfill(15), s.ljust(14) + "|", s.rjust(14), "a,b,,c".split(","), " a b ".strip(), "a b  c".split())
print("-".join(["x", "y"]), "abc".isalpha(), "12".isdigit(), ord("a"), chr(98), "a" * 3, "b" > "a", "é".upper(), len("é"))
print(repr("it's"), repr('say "hi"'), repr("new\nline\t"), ["a'b", 'c"d'], ("x",), {"k": None})
print("tab\tbed", r"raw\n", "con" "cat", """three
lines""", sep="|")
print(*"abc", sep="-", end="!\n")
print("x=%s y=%5.1f" % ("a", 2.25), "%r" % "q", "a" in "cat", "k=v=w".partition("="), "xxhixx".strip("x"))
print(s + 5)
