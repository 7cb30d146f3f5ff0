# OrderedDict, defaultdict and Counter.
from collections import OrderedDict, defaultdict, Counter
import collections

d = OrderedDict()
d['b'] = 1
d['a'] = 2
d['c'] = 3
print(d, len(d), list(d))
d.move_to_end('b')
print(d)
d.move_to_end('c', last=False)
print(list(d.items()))
print(d.popitem(), d.popitem(last=False), d)
print(OrderedDict(), OrderedDict([('x', [1, 2])]), OrderedDict(a=1, b='z'))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1})
print(d.keys(), d.values(), d.items())
print(type(d), isinstance(d, dict), isinstance({}, OrderedDict))
print(dict(d), {**d})

groups = defaultdict(list)
for word in ['apple', 'ant', 'bee', 'cat', 'cow']:
    groups[word[0]].append(word)
print(groups)
print(dict(groups), 'z' in groups, groups['z'], len(groups))
counts = defaultdict(int)
for c in 'mississippi':
    counts[c] += 1
print(counts, counts['q'])
print(sorted(counts.items(), key=lambda kv: -kv[1]))
print(defaultdict(lambda: 7)['x'])
try:
    defaultdict()['missing']
except KeyError as e:
    print('KeyError', e)

c = Counter('mississippi')
print(c, c['s'], c['z'])
print(c.most_common(2), c.most_common())
c.update('miss')
print(c)
print(Counter([1, 1, 2]) + Counter([2, 3]), Counter(a=3, b=1) - Counter(a=1, b=2))
print(sum(c.values()), sorted(c.elements())[:4], sorted(c))
print(Counter(), Counter({'a': 2}), collections.Counter(x=1))
print(Counter('aab') & Counter('abb'), Counter('aab') | Counter('abb'))
print(type(c), isinstance(c, dict))
labels = [0, 1, 1, 2, 1, 0]
print(Counter(labels).most_common(1)[0][0])

from collections import deque
window = deque(maxlen=3)
for loss in [0.9, 0.7, 0.5, 0.4]:
    window.append(loss)
    print(window, sum(window) / len(window))
q = deque([1, 2, 3])
q.appendleft(0)
print(q.popleft(), q.pop(), q, q[0], q[-1], 2 in q, list(q))
q.rotate()
print(q, len(q), bool(q), q == deque([2, 1]))
q.extendleft('ab')
print(q, type(q))
try:
    deque().pop()
except IndexError as e:
    print(e)
