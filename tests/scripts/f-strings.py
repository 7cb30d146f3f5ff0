name, value, n = "loss", 0.123456789, 42
print(f"{name}: {value:.4f} {n:5d}|{n:<5}|{n:^5}|{n:05d}|{value:e}|{value:.2%}|{value!r:>15}|{n:,}")
print(f"{n=} {value=:.2f} {name!r} {n * 2 = }")
print(f"{'in ' + f'{n + 1}'} {{braces}} {[1, 2]!s:>8} {name:>{n // 5}} {None} {True:d}")
print(f"{1e16} {1e-5} {1234567.891:,.1f} {0.1:.20f} {255:#x} {5:08b} {3:+} {2.5:.0f} {3.5:.0f} {1e10:g}")
print("%s %d %5.2f %05d %e %g %x %%" % (name, 3.9, value, n, value, value, 255))
print("{} {:.2f} {:>8}|{:<8}|{:^8}|{:*^9}".format(1, 2, "a", "b", "c", "d"), "{0} {1} {0} {k}".format(1, 2, k=3))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), 0.1 + 0.2, 1 / 3, 1e100, -0.0, 7 // -2, -7 % 3)
print(f"{name:d}")
