#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `xent check` finds each kind of mistake, with file and line.
set -u
fail() { echo "$*"; cat out; exit 1; }

good() {
  cat <<'END'
<!-- xent-lesson 1 | A lesson | skip: on -->
# A lesson

```xent run
z = [2.0, 1.0, 0.1]
```
```xent show
>>> softmax(z)
[0.659, 0.24, 0.0986]
```
## 1 First
Compute.

```xent task uses=softmax
softmax(z)
```
- predict: `1`
- hint: Which function?
- wrong `z / sum(z)`: No.
- why: So.

## 2 Second
Choose.

- [ ] one - no
- [x] two - yes
END
}

# check_fault LINE WORDS SED-SCRIPT
check_fault() {
  good | sed "$3" >lesson.md
  "$XENT" check lesson.md >out 2>&1
  [ $? -eq 1 ] || fail "status of: $2"
  grep -q "^lesson.md:$1: .*$2" out || fail "not found: lesson.md:$1: $2"
}

good | sed '/predict/d' >lesson.md
"$XENT" check lesson.md >out 2>&1 || fail 'a good lesson is refused'
[ ! -s out ] || fail 'check is not silent'

check_fault 17 'only a number can be predicted' ''
check_fault 1 'this is no lesson' 1d
check_fault 1 'has no title' '1s/|.*/-->/'
check_fault 1 'unknown word' '1s/skip/jump/'
check_fault 4 'unknown block' 's/xent run/xent walk/'
check_fault 7 'only a task takes attributes' 's/xent show/xent show tol=1/'
check_fault 14 "unknown attribute 'use=x'" 's/uses=softmax/use=x/'
check_fault 14 'tol= wants a number' 's/uses=softmax/tol=small/'
check_fault 18 'unknown key' 's/hint:/clue:/'
check_fault 18 'the hint is empty' 's/Which function?//'
check_fault 18 'holds the answer' 's/Which function?/Try `softmax( z )`./'
check_fault 19 'this wrong answer is right' 's|z / sum(z)|softmax(z)|'
check_fault 20 'equals the one in line 19' 's/- why.*/- wrong `z\/3.1`: a/'
check_fault 8 'does not reproduce' 's/0.24,/0.25,/'
check_fault 5 'NameError' 's/0.1\]/oops]/'
check_fault 15 'does not call exp' 's/uses=softmax/uses=exp/'
check_fault 25 '2 right lines' 's/\[ \]/[x]/'
check_fault 22 'number the steps' 's/## 2/## 3/'
check_fault 12 'leads nowhere' 's/Compute\./[this](nowhere.md)/'
check_fault 14 'holds the answer before' \
  's/uses=softmax//; s/^softmax(z)$/max(z)/; 5s/$/; m = 2.0/'
printf '\377' >>lesson.md
"$XENT" check lesson.md >out 2>&1 && fail 'invalid UTF-8 passes'
grep -q 'not UTF-8' out || fail 'UTF-8 is not named'
"$XENT" check . >out 2>&1 && fail 'a folder passes'
"$XENT" check missing.md >out 2>&1 && fail 'a missing file passes'
"$XENT" lesson ./lesson.md </dev/null >out 2>&1
[ $? -eq 1 ] || fail 'a damaged lesson begins'
grep -q '^.*lesson.md:[0-9]*: ' out || fail 'no file and line'

# --accept writes what is printed, and nothing else
good | sed '/predict/d' >want
sed 's/0.24,/0.3,/' want >lesson.md
"$XENT" check --accept lesson.md >out 2>&1 || fail 'accept'
sed 's/^\[0.659.*/[0.6590, 0.2424, 0.0986]/' want | cmp - lesson.md || fail rewritten

# a new lesson holds, and is not overwritten
"$XENT" lesson new fresh.md >out 2>&1 || fail 'lesson new'
"$XENT" check fresh.md >out 2>&1 || fail 'the skeleton does not hold'
"$XENT" lesson new fresh.md >out 2>&1 && fail 'lesson new overwrites'
exit 0
