import random
random.seed(1)
print(random.random(), random.randint(1, 10), random.choice([1, 2, 3]), random.uniform(1, 2), random.gauss(0, 1))
x = list(range(8))
random.shuffle(x)
print(x, random.sample(x, 3), random.randrange(0, 100, 7), random.choices("ab", k=5))
hits = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(2000))
print(hits, 4 * hits / 2000)
