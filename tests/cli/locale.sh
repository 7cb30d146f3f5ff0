# SPDX-License-Identifier: GPL-3.0-or-later
# Signs beyond ASCII only where the locale has them.
fail() { echo "$*"; exit 1; }
text() { "$XENT" "$@" explain 'softmax([2, 1, 0.1])' 2>&1; }
beyond() { LC_ALL=C grep -q '[^ -~]'; }

text --ascii | beyond && fail '--ascii does not hold'
for name in C POSIX de_DE.ISO-8859-1 xx.utf xx.utf88; do
  LC_ALL=$name text | beyond && fail "the locale $name gets signs"
done
for name in C.utf8 de_DE.UTF-8 en_US.utf-8@euro; do
  LC_ALL=$name text | beyond || fail "the locale $name gets no signs"
  LC_ALL= LC_CTYPE=$name LANG=C text | beyond || fail "LC_CTYPE=$name"
  LC_ALL= LC_CTYPE= LANG=$name text | beyond || fail "LANG=$name"
done
[ "$(LC_ALL=C "$XENT" -e 'print("\u00e4")' | LC_ALL=C od -An -tx1 |
  tr -d ' ')" = c3a40a ] || fail 'text of the learner changes with the locale'
[ "$(LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 "$XENT" -e 1.5)" = 1.5 ] ||
  fail 'the locale changes numbers'
exit 0
