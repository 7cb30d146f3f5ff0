#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `xent lesson N < answers`: the exit status tells whether all were right.
set -u
fail() { echo "$*"; exit 1; }

cat >right1 <<'END'
exp(z)
below
sum(exp(z))
p = exp(z) / sum(exp(z))
p[0] + p[1]
b
s = x - max(x)
exp(s) / sum(exp(s))
above
softmax(z / 0.5)[0]
not needed
softmax(Z, 1)
END
cat >right2 <<'END'
-log(0.1)
-log(p[0])
-sum(y * log(p))
-log(1/3)
-log(softmax(bad)[0])
cross_entropy(p, 0)
cross_entropy(z, 0)
cross_entropy(Z, t)
p - y
stays
END
for n in 1 2; do
  "$XENT" lesson $n <right$n >out 2>err || fail "lesson $n: right answers fail"
  grep -q "^Lesson $n: 9 of 9 right\.$" out || fail "lesson $n: no summary"
done
grep -q 'softmax was applied twice' out || fail 'the known mistake has no words'
grep -q 'W101' err || fail 'the diagnostic is missing'

# a wrong answer, a missing one, none at all
sed 's/softmax(Z, 1)/softmax(Z, 0)/' right1 >wrong
"$XENT" lesson 1 <wrong >out 2>&1
[ $? -eq 1 ] || fail 'a wrong answer passes'
grep -q 'the two photos compete' out || fail 'no words for the wrong axis'
grep -q 'Still open: 1\.9$' out || fail 'the open step is not named'
sed 1d right1 | "$XENT" lesson 1 >out 2>&1
[ $? -eq 1 ] || fail 'a missing answer passes'
"$XENT" lesson 1 </dev/null >out 2>&1
[ $? -eq 1 ] || fail 'no answers pass'

# skipping is allowed and is not an answer
{ echo skip; sed 1d right1; } | "$XENT" lesson 1 >out 2>&1
[ $? -eq 1 ] || fail 'a skipped step counts as right'
grep -q '8 of 9 right\.  Still open: 1\.1$' out || fail 'skip does not go on'

# a step of its own, by name, and one that is not there
echo 'softmax(Z, 1)' | "$XENT" lesson 1.9 >out 2>&1
grep -q '^✓ Yes' out || fail 'goto a step does not work'
"$XENT" lesson 77 </dev/null >out 2>&1
[ $? -eq 1 ] || fail 'a lesson that is not there passes'
grep -q "there is no lesson '77'" out || fail 'no word about the missing lesson'
