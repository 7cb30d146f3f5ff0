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
