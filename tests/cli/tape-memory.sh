# SPDX-License-Identifier: GPL-3.0-or-later
# Graphs that nobody asks for gradients are freed at once, long chains without
# deep recursion; and whichever allocation fails: a MemoryError or a result.
cat >many.py <<'EOF'
import torch
x = torch.tensor([1.0, -2.0], requires_grad=True)
y = x * 1
for i in range(200000):
    loss = torch.sigmoid(x * 2).relu_().sum()
    y = y + 1
    if i % 20000 == 0:
        (torch.softmax(x, 0)[0] * x.exp().sum()).backward()
y.sum().backward()
print(y.tolist(), [round(g, 3) for g in x.grad.tolist()])
for i in range(100000):
    z = x.clone()
    z.mul_(3)
    z[0] = 1
    z.tanh_()
    z += torch.stack([z.sum(), z[0]]).exp()
    z = torch.sigmoid(z).tanh()
EOF
limit=400000
# The sanitizers map more address space than there is memory.
(ulimit -v $limit; "$XENT" -e 1) >/dev/null 2>&1 || limit=unlimited
(ulimit -v $limit; "$XENT" many.py) >out 2>err || { cat err; exit 1; }
[ "$(cat out)" = '[200001.0, 199998.0] [28.183, 1.0]' ] || { cat out; exit 1; }
cat >fail.py <<'EOF'
import torch
import torch.nn.functional as F
w = torch.tensor([[0.1, 0.2], [0.3, 0.4]], requires_grad=True)
x = torch.ones(3, 2)
h = torch.tanh(x @ w) * 2
h.mul_(h + 1)
p = torch.cat([h, F.relu(h * 2)], dim=1)
loss = F.cross_entropy(p, torch.tensor([0, 1, 2])) + p.max() + h[0, 1:].sum()
loss.backward()
print(torch.autograd.grad((w ** 2).sum(), w), w.grad)
EOF
XENT_FAIL_ALLOC=1 "$XENT" -e 1 >/dev/null 2>&1 && exit 0
for n in $(seq 1 7 3000); do
  XENT_FAIL_ALLOC=$n "$XENT" fail.py >out 2>err
  status=$?
  [ $status -eq 0 ] || { [ $status -eq 1 ] && grep -q MemoryError err; } ||
    { echo "allocation $n: status $status"; cat err; exit 1; }
done
