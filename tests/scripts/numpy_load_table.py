# Reading tables from lines, as from a file.
import numpy as np

lines = ["# sepal, petal, class", "5.1,1.4,0", "4.9,1.4,0", "6.3,6.0,2"]
table = np.loadtxt(lines, delimiter=",")
print(table, table.shape, table.dtype)
x, y = np.loadtxt(lines, delimiter=",", usecols=(0, 2), unpack=True)
print(x, y)
print(np.loadtxt(["1 2", "3 4"], dtype=int))
print(np.loadtxt(["a b", "1 2"], skiprows=1))
print(np.genfromtxt(["a,b", "1,", "2,x"], delimiter=",", skip_header=1))
print(np.genfromtxt(["1;2", "3;4"], delimiter=";", max_rows=1))
for bad in (["1 2", "3"], ["1 x"]):
    try:
        np.loadtxt(bad)
    except ValueError as e:
        print("ValueError:", e)
try:
    np.genfromtxt(["1 2", "3"])
except ValueError as e:
    print("ValueError:", e)
try:
    np.loadtxt("no-such-file.csv")
except FileNotFoundError as e:
    print("FileNotFoundError:", e)
