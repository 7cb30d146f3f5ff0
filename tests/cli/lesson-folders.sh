# SPDX-License-Identifier: GPL-3.0-or-later
# lessons/ beside the program counts in a source tree only: a build in /tmp
# must not pick up what else is called lessons there.
fail() { echo "$*"; exit 1; }
unset XENT_PATH

mkdir -p tree/build tree/lessons
cp "$XENT" tree/build/xent
printf '<!-- xent-lesson 1 | A stray -->\n# A stray\n\nText.\n' \
  >tree/lessons/77-stray.md
tree/build/xent -e lesson >out 2>&1
grep -q 'A stray' out && fail 'a folder that only looks like one is taken'

mkdir tree/src
: >tree/src/FLOORS
tree/build/xent -e lesson >out 2>&1
grep -q '77  A stray' out || { cat out; fail 'a source tree has no lessons'; }
cp tree/build/xent tree/xent
tree/xent -e lesson >out 2>&1
grep -q '77  A stray' out || fail 'a tree that is built in place has none'
exit 0
