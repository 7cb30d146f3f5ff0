print(7 / 2, 7 // 2, -7 // 2, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 2 ** 0.5, -2 ** 2, divmod(-7, 2), 10 ** 15)
print(0.1 + 0.2, 1e16, 1e15, 1e-4, 1e-5, 123456789.123, 1 / 3, 100.0, 1e22, 5e-324, float("inf"), -float("inf"), float("nan"))
print(int(3.9), int(-3.9), int("42"), float("1e3"), round(2.5), round(-0.5), round(2.675, 2), abs(-3), bool(0), bool("False"), int(True))
print(True + True, 1 == 1.0, 3 & 5, 3 | 5, 3 ^ 5, ~5, 1 << 4, hex(255), bin(5), 0x1F, 0b11, 1_000, 1 < 2 < 3, not 1, None or "x")
print(9223372036854775807, -9223372036854775807 - 1 < 0, 2 ** 62, 10 ** 18 // 7, pow(3, 4, 5), sum([0.1] * 10), max(1, 2.0), min(2, 1.0))
x = 5
x += 1; x *= 2; x //= 5; x **= 3; x -= 1; x /= 2; x %= 2
print(x, type(x), isinstance(x, float), type(1), type("a"), type(None), type([]), type(print))
print(x / 0)
