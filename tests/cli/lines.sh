# SPDX-License-Identifier: GPL-3.0-or-later
# Lines that no learner types: long, with NUL bytes, not UTF-8, without end.
fail() { echo "$*"; head -c 2000 err; exit 1; }

# survives NAME: the line in the file `line` gives an error or a value, and
# the session goes on.
survives() {
  { cat line; printf '\nprint("alive")\n'; } | timeout 100 "$XENT" >out 2>err
  status=$?
  [ $status -le 1 ] || fail "$1: status $status"
  tail -n 1 out | grep -q '^alive$' || fail "$1: the session ended"
  [ "$(wc -c <err)" -lt 100000 ] || fail "$1: a message without measure"
}

long() { head -c 10000000 /dev/zero | tr '\0' "$1"; }

long a >line; survives '10 MB of a name'
long ' ' >line; survives '10 MB of blanks'
long '(' >line; printf '\n' >>line
timeout 100 "$XENT" <line >out 2>err
[ $? -eq 1 ] || fail '10 MB of brackets'
{ printf 'len("'; long x; printf '")'; } >line; survives 'a string of 10 MB'
grep -q '^10000000$' out || fail 'a string of 10 MB has another length'
{ printf '#'; long x; } >line; survives 'a comment of 10 MB'
printf '1 \0 2' >line; survives 'a NUL byte'
[ -s err ] || fail 'a NUL byte: nothing is said'
printf '\0' >line; survives 'only a NUL byte'
printf 'x = "\377\376"' >line; survives 'invalid UTF-8'
[ -s err ] || fail 'invalid UTF-8: nothing is said'
printf '\303' >line; survives 'half a character'
printf 'print(5)\r' >line; survives 'a line of Windows'
grep -q '^5$' out || fail 'a line of Windows: wrong value'
printf '\033[2J\007' >line; survives 'control characters'
! grep -q "$(printf '\033')" err || fail 'control characters reach the terminal'
printf 'softmax([2, 1, 0.1])' | "$XENT" >out 2>err
grep -q 0.6590 out || fail 'a last line without newline'
printf 'for i in range(2):\n  print(i)' | "$XENT" >out 2>err || fail 'open block'
[ "$(cat out)" = '0
1' ] || fail 'an open block at the end is not run'
printf 'print((1,\n' | "$XENT" >out 2>err && fail 'an open bracket at the end'
exit 0
