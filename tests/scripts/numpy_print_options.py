# How arrays print under every option.
import numpy as np

a = np.array([[1.23456789, 1e-5, 1234.5], [np.nan, np.inf, -2.0]])
print(a)
np.set_printoptions(precision=3, suppress=True)
print(a)
print(repr(np.array([0.1 + 0.2, 1 / 3])))
with np.printoptions(precision=1, floatmode="fixed"):
    print(np.array([1.0, 2.25, 100.0]))
print(np.array([1.0, 2.25, 100.0]))
np.set_printoptions(precision=8, suppress=False, linewidth=40)
print(np.arange(20) / 7)
np.set_printoptions(linewidth=75, threshold=8, edgeitems=2)
print(np.arange(100).reshape(10, 10))
np.set_printoptions(threshold=1000, edgeitems=3, sign="+")
print(np.array([1.5, -2.0]))
np.set_printoptions(sign="-", nanstr="--", infstr="oo")
print(a[1])
np.set_printoptions(nanstr="nan", infstr="inf")
print(np.array2string(np.array([1.5, 2.25]), precision=1, separator=", "))
print(np.array2string(np.eye(2), prefix="m = "))
print(np.array_repr(np.array([1 / 3], dtype=np.float32), precision=2))
print(np.get_printoptions()["precision"])
try:
    np.set_printoptions(floatmode="short")
except ValueError as e:
    print("ValueError:", e)
