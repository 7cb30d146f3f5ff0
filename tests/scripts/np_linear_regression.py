# Linear regression: normal equation against gradient descent
import numpy as np

np.random.seed(42)
X = 2 * np.random.rand(50, 1)
y = 4 + 3 * X + np.random.randn(50, 1)

X_b = np.hstack((np.ones((50, 1)), X))
theta_best = np.linalg.inv(X_b.T.dot(X_b)).dot(X_b.T).dot(y)
print("normal equation:", theta_best.ravel().round(5))
print("solve          :", np.linalg.solve(X_b.T @ X_b, X_b.T @ y).ravel().round(5))

eta, m = 0.1, len(X)
theta = np.random.randn(2, 1)
for iteration in range(1000):
    gradients = 2 / m * X_b.T.dot(X_b.dot(theta) - y)
    theta = theta - eta * gradients
    if iteration in (0, 1, 10, 100, 999):
        mse = ((X_b @ theta - y) ** 2).mean()
        print(f"{iteration:>4}: theta0 = {theta[0, 0]:.4f}, theta1 = {theta[1][0]:.4f}, mse = {mse:.5f}")

X_new = np.array([[0], [2]])
y_new = np.insert(X_new, 0, 1, axis=1).dot(theta_best)
for x, y_hat in zip(X_new.flatten(), y_new.flatten()):
    print("x = %d -> y = %.3f" % (x, y_hat))

residuals = y - X_b @ theta_best
ss_res, ss_tot = np.sum(residuals ** 2), np.sum((y - y.mean()) ** 2)
print("R^2 = {:.4f}".format(1 - ss_res / ss_tot))
print("correlation of x and residuals is 0:", abs(np.sum((X - X.mean()) * residuals)) < 1e-9)
print(theta_best.shape, y_new.shape, residuals.std(ddof=1).round(4))
