# SPDX-License-Identifier: GPL-3.0-or-later
# Streams that are closed, full, or given up by their reader.
fail() { echo "$*"; cat err; exit 1; }

if [ -w /dev/full ]; then
  "$XENT" -e 1 >/dev/full 2>err && fail 'a full disk is no error'
  [ "$(grep -c 'No space' err)" -eq 1 ] || fail 'a full disk is not said once'
  "$XENT" --help >/dev/full 2>err && fail '--help: a full disk is no error'
fi
"$XENT" -e 1 >&- 2>err && fail 'a closed output is no error'
[ "$(wc -l <err)" -eq 1 ] || fail 'a closed output is not said once'
"$XENT" -e 'print(5)' >out <&- 2>err || fail 'a closed input matters for -e'
[ "$(cat out)" = 5 ] || fail 'closed input: wrong output'
"$XENT" <&- >out 2>err && fail 'a closed input is no error'
"$XENT" -e 1/0 2>&- >out
[ $? -eq 1 ] || fail 'a closed stderr changes the status'

# The reader goes away: no message, an end.
yes 'softmax([2, 1, 0.1])' | timeout 60 "$XENT" 2>err | head -n 2 >out
[ "$(wc -l <out)" -eq 2 ] || fail 'too little for head'
[ ! -s err ] || fail 'a reader that left is told of'

# What was asked is answered before the next question comes.
mkfifo questions answers
"$XENT" <questions >answers 2>err &
exec 3>questions 4<answers
echo 'sigmoid(2)' >&3
read -r answer <&4
[ "$answer" = 0.8808 ] || fail "the answer is $answer"
echo 'print("x" * 3)' >&3
read -r answer <&4
[ "$answer" = xxx ] || fail "the second answer is $answer"
exec 3>&- 4<&-
wait $! || fail 'the end of input is no good end'

# No banner, no prompt, no colour without a terminal.
echo 1/0 | TERM=xterm "$XENT" >out 2>err
[ $? -eq 1 ] || fail 'an error in a pipe: status'
[ ! -s out ] || fail 'an error in a pipe: stdout'
! grep -q "$(printf '\033')" err || fail 'colour without a terminal'
echo 1/0 | TERM=xterm "$XENT" --color=always 2>err
grep -q "$(printf '\033')" err || fail 'no colour with --color=always'
exit 0
