import numpy as np
from sklearn.preprocessing import StandardScaler

ages = np.array([22, 35, 58, 41, 19])
print("mean %.2f, std %.2f" % (ages.mean(), ages.std()))

scaler = StandardScaler()
try:
    scaler.transform(ages.reshape(-1, 1))
except Exception as e:
    print(type(e).__name__)
    print(e)

scaled = scaler.fit_transform(ages.reshape(-1, 1))
print(scaled.ravel())
print(scaler.transform([[30]]).item())

try:
    scaler.transform([[1, 2]])
except ValueError as e:
    print(e)

# forgot the reshape
print(scaler.fit_transform(ages))
