print(7 / 2, 7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, 2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2, 0 ** 0, 0.0 ** 0)
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, 10, 1000), pow(2.0, 0.5), abs(-3), abs(-3.5), round(2.567, 2), round(-1.5), round(0.5), round(1.5), round(12345, -2), round(2.0), round(2.5, 0))
print(int(3.9), int(-3.9), int("42"), int(" 42 "), int("-7"), int("1_000"), int("101", 2), int("z", 36), int(True), float("1e3"), float(" -2.5 "), float("inf"), float("nan"), float("1_0.5"), float(3))
print(bool(0), bool(0.0), bool(""), bool("0"), bool([]), bool([0]), bool(None), not 1, True + True, True * 5, sum([True, False, True]), True == 1, True is 1 if False else "skip", isinstance(True, int))
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, 1 / 3, 2 / 3, 10 / 3, 1e16 + 1, 123456789.123456789, 1e15, 1e16, 1.0, 100.0, 1e2, 1.5e-7)
print(3 == 3.0, 3 is not None, 1 < 2 < 3, 1 < 3 > 2, 1 == 1 != 2, not 1 == 2, 1 or 0, 0 or "x", 1 and "y", 0 and "z", None or [], "" or 0 or "last", 5 if 0 else 6)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 255 >> 3, -1 >> 1, 0xff, 0o17, 0b101, 1_000_000, hex(255), oct(8), bin(10), bin(-5), int("0x1f", 16))
x = 5
x += 3
x -= 1
x *= 2
x /= 4
print(x)
x //= 2
x **= 3
x %= 4
print(x, type(x))
n = 7
n //= 2
n <<= 3
n |= 1
n ^= 3
n &= 0xfe
n >>= 1
print(n, type(n), type(7 / 7), type(7 // 7), type(7.0 // 2), type(2 ** -1), type(True + 1), type(round(2.5)), type(round(2.5, 1)), type(10 ** 2), type(abs(-1.0)))
import math
print(math.pi, math.e, math.inf, math.nan, math.tau, math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9))
print(math.factorial(10), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.hypot(3, 4), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.sin(0.5), math.cos(0.5), math.tan(0.5))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isclose(0.1 + 0.2, 0.3), math.copysign(3, -0.0), math.fmod(-7, 3), math.modf(3.25), math.frexp(8.0), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.dist([0, 0], [3, 4]), math.tanh(0.5), math.erf(0.5), math.gamma(5), math.expm1(1e-10), math.log1p(1e-10))
for bad in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: 2.0 ** 10000, lambda: int(float("nan")), lambda: int(float("inf")), lambda: round(float("nan")), lambda: math.log(-1), lambda: math.acos(2), lambda: math.floor(math.inf), lambda: int("4.5"), lambda: int(""), lambda: float(""), lambda: "3" + 4, lambda: "3" * "4", lambda: 3 % 0, lambda: 3.5 % 0, lambda: pow(2, -1, 0), lambda: math.sqrt("4"), lambda: 1 << -1, lambda: 1.5 << 1, lambda: 1.5 & 1, lambda: math.gcd(1.5, 2), lambda: divmod(1, 0)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(float("nan") == float("nan"), math.nan != math.nan, max(1, math.nan), min(math.nan, 1), math.inf > 10 ** 18, -math.inf < 0, math.inf - math.inf, 0 * math.inf, sorted([3, -math.inf, 2.5, math.inf]))
total = 0
for i in range(1, 11):
    total += 1 / i ** 2
    if i % 3 == 0:
        continue
    print(f"{i:2d} {total:.6f} {math.sqrt(6 * total):.6f}")
a, b = 0, 1
while a < 100:
    print(a, end=" ")
    a, b = b, a + b
print()
print(sum(1 / math.factorial(k) for k in range(20)), sum(x * x for x in [1.5, 2.5]), (1 + 1 / 1e6) ** 1e6, 0.1.hex() if False else "", str(0.1 * 3), repr(1e23), 2.675 * 100, 1.1 * 1.1, 4.35 * 100, 1.005 * 1000)
print(1.0e-4, 0.0001, 0.00001, 123456.0, 1234567.0, 1e5 * 1e11, 99999999999999990.0, 1e17 / 10, -1e-7, 5.0e-5, 1 / 7, 22 / 7, 1e3, 12345678901234567.0, 0.1 * 0.1)
