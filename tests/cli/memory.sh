# SPDX-License-Identifier: GPL-3.0-or-later
# Whichever allocation fails (in builds with --enable-paranoia): a MemoryError
# or a result, and no other complaint.
cat >script.py <<'EOF'
import numpy as np
def f(x, *more, y=2):
    try:
        return [x / 0, more]
    except ZeroDivisionError as e:
        return {'e': str(e), 'more': more, 'y': f'{y:.2f}'}
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'A(%d)' % self.n
print(f(1, 2, y=3), sorted([A(2), A(1)], key=lambda a: a.n))
x = np.arange(6.0).reshape(2, 3)
print(np.concatenate([x, x[:, ::-1]])[[0, 2], 1], x @ x.T, x[x > 2].sum())
EOF
XENT_FAIL_ALLOC=1 "$XENT" -e 1 >/dev/null 2>&1 &&
  { echo 'built without --enable-paranoia'; exit 77; }
for n in $(seq 1 13 1500); do
  XENT_FAIL_ALLOC=$n "$XENT" script.py >out 2>err
  status=$?
  [ $status -eq 0 ] || { [ $status -eq 1 ] && grep -q MemoryError err; } ||
    { echo "allocation $n: status $status"; cat err; exit 1; }
done
