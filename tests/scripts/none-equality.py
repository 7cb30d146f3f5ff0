import numpy as np
a = np.array([1, 2, 3])
print(a == None, a != None, a is None, a == [1, 2, 3], a == [1, 2], [1] != a)
print(np.exp(np.array([0, 1])), np.sum([1, 2, 3]), np.log([1, np.e]), np.max([[1, 2], [3, 4]], axis=0))
print(a.item(0), a.item(-1), np.mean([1, 2, 3, 4]), a.mean(), a.argmax(), len(a), sum(a), max(a), min(a))
print(hasattr(a, "shape"), hasattr(a, "nothing"), getattr(a, "nothing", 5), callable(np.exp))
a += np.array([1, 2])
