# SPDX-License-Identifier: GPL-3.0-or-later
# torch.save and torch.load: files of values, never of code.
fail() { echo "$*"; exit 1; }

cat >save.py <<'EOF'
import torch
import torch.nn as nn
from collections import OrderedDict
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
torch.save(net.state_dict(), 'net.pt')
torch.save({'epoch': 3, 'loss': 0.1, 'name': 'a "b"\n', 'none': None,
            'list': [1, (2, -3), True], 'big': 2 ** 62,
            'odd': torch.tensor([float('nan'), float('-inf'), 1e-30]),
            'empty': torch.zeros(2, 0, dtype=torch.float64),
            'parameter': nn.Parameter(torch.ones(2)),
            'order': OrderedDict(a=1)}, 'all.pt')
EOF
cat >load.py <<'EOF'
import torch
import torch.nn as nn
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print(net.load_state_dict(torch.load('net.pt')))
torch.manual_seed(0)
same = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print(all(torch.equal(a, b) for a, b in zip(net.parameters(),
                                            same.parameters())))
print(torch.load('all.pt', map_location='cpu'))
EOF
"$XENT" save.py || fail 'it does not save'
"$XENT" load.py >out || fail 'it does not load'
cat >want <<'EOF'
<All keys matched successfully>
True
{'epoch': 3, 'loss': 0.1, 'name': 'a "b"\n', 'none': None, 'list': [1, (2, -3), True], 'big': 4611686018427387904, 'odd': tensor([       nan,       -inf, 1.0000e-30]), 'empty': tensor([], size=(2, 0), dtype=torch.float64), 'parameter': Parameter containing:
tensor([1., 1.], requires_grad=True), 'order': OrderedDict([('a', 1)])}
EOF
cmp out want || fail "loaded: $(cat out)"
[ "$(head -n 1 net.pt)" = 'xent-save 1' ] || fail 'no magic line'
[ "$(ls)" = "$(printf '%s\n' all.pt load.py net.pt out save.py want)" ] ||
  fail "files are left: $(ls)"

# What cannot be loaded is refused, and nothing is believed.
refused() { # WORDS: bad.pt gives this error, in little time and memory
  "$XENT" -e "torch.load('bad.pt')" >out 2>err && fail "loaded: $(cat out)"
  grep -qF -- "$*" err || fail "not '$*': $(cat err)"
}
: >bad.pt && refused 'EOFError: Ran out of input'
printf 'PK\003\004zip' >bad.pt && refused "is a pickle"
printf '\200\002}q' >bad.pt && refused "is a pickle"
echo hello >bad.pt && refused "no file that xent's torch.save wrote"
printf 'xent-save 1\n' >bad.pt && refused 'damaged or cut off'
bad() { # VALUE...
  printf 'xent-save 1\n%s\nend\n' "$*" >bad.pt
  refused 'damaged or cut off'
}
bad 'list 9999999999 none'
bad 'list -1'
bad 'str 999999999999 a'
bad 'tensor 0 float32 2 4000000000 4000000000 1'
bad 'tensor 0 float32 9 1 1 1 1 1 1 1 1 1 1'
bad 'tensor 0 float32 1 3 1 2'
bad 'tensor 7 float32 0 1'
bad 'tensor 0 object 1 1 1'
bad 'int 99999999999999999999'
bad 'int 0x10'
bad 'float 1.0.0'
bad 'none none'
bad 'code print'
head -c 100000 /dev/zero | tr '\0' x >word && bad "$(cat word)"
awk 'BEGIN { print "xent-save 1"; for (i = 0; i < 100000; i++) print "list 1" }' \
  >bad.pt && refused 'damaged or cut off'
size=$(wc -c <all.pt)
for n in $(seq 20 37 $((size - 1))); do
  head -c "$n" all.pt >bad.pt
  refused 'damaged or cut off'
done

# Files that are not there, and values that are not saved.
says() { # WORDS, EXPRESSION
  "$XENT" -e "$2" >out 2>err && fail "worked: $2"
  grep -qF -- "$1" err || fail "$2 says: $(cat err)"
}
says 'FileNotFoundError: [Errno 2]' "torch.load('none.pt')"
says 'IsADirectoryError: [Errno 21]' "torch.load('/')"
says 'Parent directory no does not exist.' "torch.save(1, 'no/x.pt')"
says 'a whole Linear' "torch.save(nn.Linear(1, 1), 'x.pt')"
says "torch.save() of 'function'" "torch.save({'f': lambda x: x}, 'x.pt')"
says "with 'int' for a file" "torch.save(1, 2)"
[ ! -e x.pt ] || fail 'a refused file is there'
exit 0
