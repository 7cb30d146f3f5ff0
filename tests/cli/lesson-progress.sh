#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The progress file: one line per answer, nothing lost, and no lesson stops
# because it cannot be written.
set -u
fail() { echo "$*"; exit 1; }
progress=$HOME/.local/state/xent/progress
tab=$(printf '\t')

printf '%s\n' 'exp(z[0])' 'exp(z)' skip | "$XENT" lesson 1 >out 2>&1
[ -f "$progress" ] || fail 'no progress file'
[ "$(stat -c %a "$progress")" = 600 ] || fail 'others can read it'
cut -f 2- "$progress" | sed 1d >lines
printf '01-softmax-by-hand\t%s\n' "1${tab}wrong${tab}1" "1${tab}right${tab}2" \
  "2${tab}skipped${tab}0" >wanted
diff wanted lines || fail 'other lines than expected'

# the table for a teacher: damaged lines do not harm it
printf 'half a li' >>"$progress"
echo 'exp(z)' | "$XENT" lesson 1 >/dev/null 2>&1
"$XENT" report >table || fail 'report fails'
[ "$(sed -n 1p table)" = "time${tab}lesson${tab}step${tab}verdict${tab}tries" ] ||
  fail 'no head line'
[ "$(wc -l <table)" -eq 5 ] || fail 'report does not show four answers'
"$XENT" progress | grep -q 'Softmax by hand   (1 answered)' || fail progress

# several at once
for i in 1 2 3 4 5 6 7 8; do
  printf '%s\n' 'exp(z)' 'sum(z)' 'sum(z)' 'sum(z)' |
    XDG_STATE_HOME=$PWD/many "$XENT" lesson 1 >/dev/null 2>&1 &
done
wait
[ "$(XDG_STATE_HOME=$PWD/many "$XENT" report | wc -l)" -eq 33 ] ||
  fail 'lines of several sessions were lost'

# no folder can be made: said once, and the lesson goes on
: >file
printf '%s\n' 'exp(z)' 'sum(exp(z))' | XDG_STATE_HOME=$PWD/file "$XENT" \
  lesson 1 >out 2>&1
[ "$(grep -c 'Progress is not kept' out)" -eq 1 ] || fail 'not said once'
grep -q '2 of 9 right' out || fail 'the lesson stopped'

# a full disk
[ -c /dev/full ] || exit 0
mkdir -p full/xent
ln -s /dev/full full/xent/progress
printf '%s\n' 'exp(z)' 'sum(exp(z))' | XDG_STATE_HOME=$PWD/full "$XENT" \
  lesson 1 >out 2>&1
tr -s '\n ' ' ' <out | grep -q 'Progress is not kept.*No space left' ||
  fail 'full disk: not said'
grep -q '2 of 9 right' out || fail 'full disk: the lesson stopped'
