# Division by zero, quietly or as an error.
import numpy as np

p = np.array([0.0, 0.5, 1.0])
with np.errstate(divide="ignore", invalid="ignore"):
    entropy = np.where(p > 0, -p * np.log(p), 0.0)
print(entropy)
with np.errstate(all="raise"):
    for f, x in ((np.log, 0.0), (np.exp, 1000.0), (np.sqrt, -1.0)):
        try:
            f(np.array([x]))
        except FloatingPointError as e:
            print("FloatingPointError:", e)
old = np.seterr(over="raise")
print(old["over"], np.geterr()["over"])
try:
    np.array([1e200]) * np.array([1e200])
except FloatingPointError as e:
    print("FloatingPointError:", e)
np.seterr(**old)
print(np.geterr())
print(np.nan_to_num([np.nan, np.inf, 1.0], posinf=9))
