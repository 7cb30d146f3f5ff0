# SPDX-License-Identifier: GPL-3.0-or-later
# A saved session runs again as a script, and holds as a lesson.
fail() { echo "$*"; exit 1; }
"$XENT" -e 'x = 3' -e who -e 'print(x + 1)' -e 'save s.py' -e 'save s.md' \
  >out 2>err || fail 'it does not save'
grep -q 's.py: 3 inputs saved' err || fail "it says: $(cat err)"
printf 'x = 3\n# who\nprint(x + 1)\n' | cmp - s.py || fail 'not this script'
[ "$("$XENT" s.py)" = 4 ] || fail 'the script does not run'
! grep -q 'save s' s.md || fail 'saving is in the lesson'
"$XENT" check --accept s.md && "$XENT" check s.md || fail 'no lesson'
grep -q '^4$' s.md || fail 'the lesson has no output'

# What a file has to import stands first; what Python does not have is named.
"$XENT" -e 'print(exp(0), np.ones(1), pi)' -e 'def own(x): return math.sqrt(x)' \
  -e 'print(own(4))' -e 'save n.py' >out 2>err || fail 'names: not saved'
printf '%s\n' 'import math' 'import numpy as np' 'from math import pi' \
  'from numpy import exp' >head
head -n 4 n.py | cmp head - || fail 'names: other imports'
"$XENT" n.py >got 2>&1 || fail "names: does not run: $(cat got)"
"$XENT" -e 'p = softmax([1, 2])' -e 'log = 3' -e log -e 'entropy(p)' \
  -e 'save o.py' >out 2>err || fail 'own names: not saved'
printf "# %s is a name of xent's prompt; %s\n" \
  softmax 'for tensors there is F.softmax' entropy 'Python has none' >head
head -n 2 o.py | cmp head - || fail 'own names: not named'
[ "$(grep -c import o.py)" -eq 0 ] || fail 'own names: imports without need'
