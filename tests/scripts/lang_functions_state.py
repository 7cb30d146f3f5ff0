import numpy as np
EPOCHS = 3; best_acc = 0
lr: float = 0.1
def log(msg, *args, prefix="[train]", **kw):
    """Print a formatted message."""
    print(prefix, msg % args if args else msg, *(f"{k}={v}" for k, v in kw.items()))
def update(acc):
    global best_acc
    if acc > best_acc:
        best_acc = acc
        return True
    return False
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
tick = counter()
for e in range(EPOCHS):
    improved = update([.5, .4, .7][e])
    log("epoch %d/%d", e + 1, EPOCHS, acc=best_acc, improved=improved, step=tick())
log("done", prefix="[end]"); print(log.__doc__, log.__name__, tick(5))
def fit(X, y, callbacks=(), verbose=True, history=None):
    history = {} if history is None else history
    for e in range(2):
        logs = dict(loss=1.0 / (e + 1), acc=e / 2)
        for cb in callbacks: cb(e, logs)
        for k, v in logs.items(): history.setdefault(k, []).append(v)
    return history
def printer(every=1): return lambda e, logs: print("epoch", e, logs) if e % every == 0 else None
print(fit(None, None, callbacks=[printer(), lambda e, l: l.update(lr=lr * .5 ** e)]))
def mutable(x, acc=[]): acc.append(x); return acc
mutable(1); print(mutable(2), mutable.__defaults__ if False else '')
f = lambda *a, **k: (a, k); print(f(1, *[2, 3], x=4, **{'y': 5}))
def only(a, /, b, *, c=3): return a, b, c
print(only(1, b=2), only(1, 2, c=4))
try: only(a=1, b=2)
except TypeError as e: print(e)
try: only(1)
except TypeError as e: print(e)
try: only(1, 2, 3)
except TypeError as e: print(e)
try: fit(1)
except TypeError as e: print(e)
try: fit(1, 2, nope=3)
except TypeError as e: print(e)
print([x for x in range(20) if x % 2 if x % 3], [(a, b) for a in 'ab' for b in (1, 2)], {**{'a': 1}, 'b': 2})
while True:
    if tick() > 8: break
else: print("never")
i = 10
for i in range(3): continue
print(i, tick(), __name__)
del i
def recursive(n): return 1 if n < 2 else n * recursive(n - 1)
print(recursive(15), sum(recursive(k) for k in range(5)))
def broken():
    try: return "try"
    finally: print("cleanup")
print(broken())
def shadow():
    log("x"); best_acc += 1
shadow()
