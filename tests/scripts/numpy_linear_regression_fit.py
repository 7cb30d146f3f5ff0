# Fit a line by the normal equations, by lstsq and by polyfit.
import numpy as np

rng = np.random.default_rng(42)
x = np.linspace(0, 5, 12)
y = 3.0 * x - 2.0 + rng.normal(0, 0.3, size=x.size)

A = np.c_[np.ones(len(x)), x]
print(A[:3])
theta = np.linalg.inv(A.T.dot(A)).dot(A.T).dot(y)
print("normal equation:", np.round(theta, 6))
solution, residuals, rank, singular = np.linalg.lstsq(A, y, rcond=None)
print("lstsq:", solution.round(6), residuals.round(6), rank,
      singular.round(6))
print("pinv:", np.linalg.pinv(A).dot(y).round(6))
print("polyfit:", np.polyfit(x, y, 1).round(6))
p = np.poly1d(np.round(np.polyfit(x, y, 2), 3))
print(p)
print("R^2: %.6f" % (1 - ((y - A @ solution) ** 2).sum() /
                     ((y - y.mean()) ** 2).sum()))
print(np.corrcoef(x, y).round(6))
