# Draws of np.random and of a RandomState that learners meet.
import numpy as np

np.random.seed(7)
mean, cov = [0, 0], [[1, 0.8], [0.8, 1]]
X = np.random.multivariate_normal(mean, cov, 6)
print(X)
print(np.cov(X.T).round(5))
print(np.random.binomial(10, 0.5, size=8), np.random.poisson(3, 8))
print(np.random.multinomial(20, [0.2, 0.3, 0.5], size=2))
print(np.random.dirichlet([1, 2, 3]))
print(np.random.beta(2, 5, 3), np.random.gamma(2.0, 1.5, 3))
print(np.random.exponential(1.0, 2), np.random.laplace(0, 1, 2))
print(np.random.geometric(0.3, 6), np.random.lognormal(0, 1, 2))
state = np.random.RandomState(3)
print(state.binomial(100, 0.7, 5), state.poisson(40, 5))
print(state.multivariate_normal(np.zeros(3), np.diag([1.0, 4.0, 9.0])))
try:
    np.random.binomial(5, 1.5)
except ValueError as e:
    print("ValueError:", e)
