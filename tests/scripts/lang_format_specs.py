# Format specs of integers, floats and texts in all three spellings.
values = [0, 1, -1, 7, 42, -1234567, 1234567890]
for v in values:
    print(f"{v:d}|{v:5d}|{v:<8}|{v:^9}|{v:+d}|{v: d}|{v:08d}|{v:,}|{v:_}|{v:x}|{v:#x}|{v:b}|{v:o}|{v:e}|{v:.2f}|{v:%}")
floats = [0.0, -0.0, 1.0, 0.1, 1 / 3, 2 / 3, 1e-5, 123456.789, 1e16, 1e22, -2.5, 1.5, 0.5, 1e100, 5e-324]
for x in floats:
    print(f"{x}|{x:f}|{x:.0f}|{x:.1f}|{x:.3e}|{x:g}|{x:.3g}|{x:10.2f}|{x:<10.2f}|{x:+.2f}|{x:,.2f}|{x:.1%}|{x:010.3f}|{x:#.0f}|{x:G}|{x:E}")
for x in [float("inf"), float("-inf"), float("nan")]:
    print(f"{x}|{x:f}|{x:.2f}|{x:e}|{x:g}|{x:8.2f}|{x:<8}|{x:+}|{x:08.1f}|{x:%}|{x:F}")
words = ["", "a", "softmax", "crossentropy loss"]
for w in words:
    print(f"[{w}]|{w:10}|{w:>10}|{w:^10}|{w:*^12}|{w:.3}|{w:10.3}|{w!r}|{w!r:>10}|{w:s}")
print("%d %5d %-5d| %05d %+d %x %o %e %g %f %.3f %s %r %%" % (3, 4, 5, 6, 7, 255, 8, 1234.5, 0.00001, 2.5, 3.14159, "s", "r"))
print("%s and %s" % ("a", [1, 2]), "%(name)s=%(val).2f" % {"name": "x", "val": 1.005})
print("%5s|%-5s|%.2s|%c|%c" % ("ab", "cd", "efgh", "x", 65))
print("{} {} {}".format(1, "two", 3.0), "{0}{1}{0}".format("a", "b"), "{x} {y:.2f}".format(x=1, y=2))
print("{:>8}|{:<8}|{:^8}|{:=+8}".format("r", "l", "c", 5), "{0[1]} {1:>3}".format([1, 2], 3))
print("{{}} {}".format("braces"), "{!r:>6}".format("q"), "{:{}.{}f}".format(3.14159, 10, 2))
print(format(3.14159, ".2f"), format(255, "#b"), format("x", ">3"), format(True, "d"), format(None, ""))
print(f"{True}", f"{True:d}", f"{True:5}", f"{None}", f"{[1, 2]}", f"{(1,)}", f"{ {'a': 1} }")
print(f"{3!s:>5}|{3!r}|{'a' 'b'}|{1 if True else 2}|{len('abc'):03}")
width, prec = 12, 4
print(f"{2 / 3:{width}.{prec}f}|{2 / 3:<{width}.{prec}f}|{'x':{'*'}^{width}}")
a, b = 3, 4.0
print(f"{a=} {b=} {a + b=} {a*b = } {b=:.2f} {a=!r:>4}")
print(str(1e5), str(1e15), str(1e16), str(1e17), str(123456789012345678), repr(0.1 + 0.2), 1e-4, 1e-5, 1.0e10)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, 2), round(-0.4))
