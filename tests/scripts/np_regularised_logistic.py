import numpy as np
np.random.seed(2)
m, n = 40, 3
X = np.random.randint(0, 10, size=(m, n))
theta_true = np.array([[1], [-2], [3]])
y = (X.dot(theta_true) + np.random.normal(0, 0.5, (m, 1)) > 8) * 1
print(X[:3], y[:5].reshape(-1), y.dtype, X.dtype)
mu, sigma = X.mean(axis=0), X.std(axis=0)
X = (X - mu) / sigma
X = np.concatenate((np.ones((m, 1)), X), axis=1)
theta = np.zeros((n + 1, 1))
def sigmoid(z): return 1 / (1 + np.exp(-z))
def cost(theta, X, y, lam=0):
    h = sigmoid(X @ theta)
    J = (-y.T @ np.log(h) - (1 - y).T @ np.log(1 - h)) / len(y)
    reg = lam / (2 * len(y)) * np.sum(theta[1:] ** 2)
    return J + reg
J_hist = np.zeros(200)
for i in range(200):
    g = X.T @ (sigmoid(X @ theta) - y) / m
    g[1:] += 0.1 / m * theta[1:]
    theta -= 1.0 * g
    J_hist[i] = cost(theta, X, y, .1)[0, 0]
    if i and J_hist[i - 1] - J_hist[i] < 1e-4:
        print('converged at', i); break
print(cost(theta, X, y), cost(theta, X, y).shape, float(cost(theta, X, y)), cost(theta, X, y).item())
print(theta.T, theta.flatten().tolist()[0] > 0)
pred = sigmoid(X @ theta) >= 0.5
print('Train Accuracy: {:.1f} %'.format(np.mean(pred == y) * 100), pred.sum(), (pred & (y == 1)).sum(), np.logical_not(pred).sum(), (~pred).sum())
tp, fp, fn = np.sum((pred == 1) & (y == 1)), np.sum((pred == 1) & (y == 0)), np.sum((pred == 0) & (y == 1))
print(f"precision {tp/(tp+fp):.3f} recall {tp/(tp+fn):.3f}", type(tp), tp)
x_new = (np.array([5, 2, 6]) - mu) / sigma
print("p = %.4f" % sigmoid(np.r_[1, x_new] @ theta)); print("p = {}".format(sigmoid(np.r_[1, x_new] @ theta)))
print("theta found: ", theta, sep="\n"); print('theta: ' + str(theta.ravel()))
J_hist[250]
