import numpy as np

# sweetness, crunchiness
fruits = np.array([[8, 5], [3, 7], [3, 6], [7, 3], [1, 9], [9, 1], [8, 2], [2, 8]])
names = np.array(["apple", "carrot", "bean", "grape", "celery", "banana", "orange", "cucumber"])
kinds = np.array(["fruit", "vegetable", "vegetable", "fruit", "vegetable", "fruit", "fruit", "vegetable"])

def distance(a, b):
    return np.sqrt(((a - b) ** 2).sum(axis=1))

def classify(point, k=3):
    d = distance(fruits, np.array(point))
    nearest = np.argsort(d)[:k]
    votes = {}
    for i in nearest:
        votes[kinds[i]] = votes.get(kinds[i], 0) + 1
    winner = sorted(votes.items(), key=lambda kv: kv[1], reverse=True)[0][0]
    return winner, [(str(names[i]), round(d[i], 2)) for i in nearest]

for point in [(6, 4), (2, 7), (5, 5)]:
    kind, near = classify(point)
    print(point, "->", kind, near)

is_fruit = kinds == "fruit"
print(is_fruit)
print("fruits:", names[is_fruit])
print("mean of fruits:", fruits[is_fruit].mean(axis=0), "of vegetables:", fruits[~is_fruit].mean(axis=0))
print(names.shape, names.dtype, kinds[0], repr(kinds[:2]))
labels = np.where(is_fruit, 1, 0)
print(labels, labels.sum(), "of", len(labels))
print(sorted(set(kinds)), list(kinds).count("fruit"))
