import numpy as np

states = ["sunny", "cloudy", "rainy"]
P = np.array([[0.7, 0.2, 0.1],
              [0.3, 0.4, 0.3],
              [0.2, 0.3, 0.5]])
assert np.allclose(P.sum(axis=1), 1)

p = np.array([0.0, 0.0, 1.0])
for day in range(8):
    print("day %d: " % day + ", ".join(f"{s} {x:.3f}" for s, x in zip(states, p)))
    p = p @ P

power = np.eye(3)
for _ in range(50):
    power = power @ P
print(power)
stationary = power[0]
print("stationary:", stationary, np.allclose(stationary @ P, stationary))

np.random.seed(2024)
state, visits = 0, np.zeros(3, dtype=int)
walk = []
for _ in range(500):
    visits[state] += 1
    walk.append(states[state][0])
    state = np.random.choice(3, p=P[state])
print("".join(walk[:40]))
print("visits:", visits, (visits / visits.sum()).round(3))
rate = -np.sum(stationary[:, None] * P * np.log2(P))
print("entropy rate: %.4f bits per day" % rate)
