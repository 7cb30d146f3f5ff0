import itertools, operator, string, copy, warnings, typing
from itertools import product, combinations, permutations, chain, islice, accumulate, count, cycle, repeat, groupby, zip_longest, takewhile, dropwhile, starmap, pairwise, combinations_with_replacement, compress, filterfalse, tee
from typing import List, Dict, Optional, Tuple, Callable, Any, Union
from functools import reduce, partial
from collections import Counter, defaultdict, OrderedDict, deque
warnings.filterwarnings("ignore")
warnings.simplefilter("ignore")
print(list(product([1, 2], "ab", repeat=1)), list(product(range(2), repeat=3)), list(product()), list(product([], [1])))
print(list(combinations(range(4), 2)), list(combinations("ab", 3)), list(combinations([1], 0)), list(permutations("abc")), list(permutations(range(3), 2)), len(list(permutations(range(5)))))
print(list(chain([1], (2, 3), "x")), list(chain.from_iterable([[1], [2, 3]])), list(islice("abcdefg", 3)), list(islice("abcdefg", 2, None, 2)), list(islice(count(3), 4)), list(islice(iter(range(10)), 1, 5)))
it = iter(range(10))
print(list(islice(it, 3)), list(it))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], operator.mul, initial=10)), list(accumulate([])), list(islice(cycle("ab"), 5)), list(repeat("x", 2)), list(zip(count(1), "ab")))
for k, g in groupby(sorted(["apple", "bob", "ant", "cat"], key=lambda w: w[0]), key=lambda w: w[0]):
    print(k, list(g))
print(list(zip_longest([1, 2, 3], "a", fillvalue="-")), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(starmap(pow, [(2, 3)])), list(pairwise([1, 2, 3])), list(combinations_with_replacement("abc", 2)), list(compress("abc", [1, 0, 1])), list(filterfalse(None, [0, 1, 2])))
a, b = tee([1, 2, 3])
print(next(a), list(a), list(b), count(5), count(1, 2), repeat(3, 2), sum(repeat(2, 3)))
print(reduce(operator.add, [1, 2, 3]), reduce(lambda x, y: x * y, range(1, 6), 1), partial(pow, 2)(5), sorted({"a": 2, "b": 1}.items(), key=operator.itemgetter(1)), operator.itemgetter(0, 2)("abc"), operator.neg(3), operator.abs(-2), operator.attrgetter("real") and 1, operator.contains([1], 1), operator.truediv(1, 4))
print(string.ascii_lowercase, string.digits, string.punctuation, repr(string.whitespace), string.capwords("hello big world"))
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(5)
a.append(6)
print(a, b, c)
x = []
x.append(x)
y = copy.deepcopy(x)
print(y[0] is y, y is x)


class P:
    def __init__(self):
        self.items = [1]
        self.me = self


p = P()
q, r = copy.copy(p), copy.deepcopy(p)
p.items.append(2)
print(q.items, r.items, r.me is r, q.me is p, type(r).__name__)
t = (1, [2])
u = copy.deepcopy(t)
t[1].append(3)
print(u, t, copy.deepcopy((1, 2)) , copy.deepcopy("s"), copy.deepcopy(None))
import numpy as np, torch
m = np.ones(2)
d = {"w": m, "t": torch.ones(2, requires_grad=True)}
e = copy.deepcopy(d)
m[0] = 5
print(d, e, e["t"].requires_grad, e["t"] is d["t"])


def f(a: List[int], b: Optional[Dict[str, float]] = None, c: Callable[[int], int] = abs) -> Tuple[int, ...]:
    return tuple(a)


Vec = List[float]
print(f([1, 2]), List, List[int], Dict[str, int], Tuple[int, ...], Union[int, str], Any, Callable)
cnt = Counter("abracadabra")
print(cnt, cnt.most_common(2), cnt["z"], sum(cnt.values()), Counter([1, 1, 2]) + Counter([1]), dict(cnt))
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd["zz"], len(dd), dict(dd), defaultdict(int), OrderedDict([("x", 1)]))
try:
    list(islice("ab", -1))
except ValueError as err:
    print(err)
dq = deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.appendleft(0)
print(dq, dq[0], dq[-1], len(dq), list(dq), dq.pop(), dq.popleft(), 2 in dq, deque("ab"), deque() == deque([]), bool(deque()))
dq.rotate(1)
dq.extend([7, 8])
print(dq, [x * 2 for x in dq], sum(dq), sorted(dq, reverse=True))
try:
    deque().popleft()
except IndexError as err:
    print(err)
