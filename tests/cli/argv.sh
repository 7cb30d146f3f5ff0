# SPDX-License-Identifier: GPL-3.0-or-later
# sys: what a script is called with, and how it ends.
fail() { echo "$*"; exit 1; }

# says WANTED ARG...
says() {
  wanted=$1
  shift
  said=$("$XENT" "$@" 2>err </dev/null) || { cat err; fail "status: $*"; }
  [ "$said" = "$wanted" ] || fail "$* says: $said"
}

cat >args.py <<'EOF'
import sys
print(sys.argv, len(sys.argv))
sys.argv.append("more")
print(sys.argv[-1])
EOF
says "['args.py'] 1
more" args.py
says "['args.py', '-e', 'zwölf'] 3
more" args.py -e zwölf
says "['args.py', ''] 2
more" args.py ''
printf 'import sys\nprint(sys.argv)\n' >input
said=$("$XENT" - a b <input) || fail 'a script from a pipe'
[ "$said" = "['-', 'a', 'b']" ] || fail "a script from a pipe says: $said"

# The prompt has no file; `run` has one, and afterwards there is none again.
says "['']" -e 'import sys' -e 'print(sys.argv)'
says "['']
['args.py'] 1
more
['']" -e 'import sys' -e 'print(sys.argv)' -e 'run args.py' \
  -e 'import sys' -e 'print(sys.argv)'

says "['args.py', '3', '--lr=0.1', '-x', 'a b', 'n=2'] 6
more" -e 'run args.py 3 --lr=0.1 -x "a b" n=2'
says "['args.py', '-e', 'a b', '', \"it's\"] 5
more" run args.py -e 'a b' '' "it's"
printf 'import sys, numpy as np, torch, random\nprint(sys.argv, np.random.rand())\n' >seeded.py
says "['seeded.py', '--seed'] 0.5488135039273248" --seed 0 seeded.py --seed
said=$("$XENT" --seed 0 - 7 <seeded.py) || fail 'a seed and a pipe'
[ "$said" = "['-', '7'] 0.5488135039273248" ] || fail "a seed and a pipe: $said"

says 9223372036854775807 -e 'import sys' -e 'print(sys.maxsize)'

# ends STATUS WORDS: sys.exit(WORDS)
ends() {
  printf 'import sys\nsys.exit(%s)\nprint("alive")\n' "$2" >end.py
  said=$("$XENT" end.py 2>err)
  [ $? -eq "$1" ] || fail "sys.exit($2): status is not $1"
  [ -z "$said" ] || fail "sys.exit($2) goes on"
}
ends 0 ''
ends 0 None
ends 3 3
ends 1 '"usage: end.py FILE"'
grep -q '^usage: end.py FILE$' err || fail 'the words of sys.exit are not said'

# What xent has not is refused by name; what nobody has is an AttributeError.
printf 'import sys\nprint(sys.version)\n' >has.py
"$XENT" has.py 2>err && fail 'sys.version is there'
grep -q 'does not support.*version' err || { cat err; fail 'sys.version'; }
printf 'import sys\ntry:\n  sys.nothing\nexcept AttributeError as e:\n  print(e)\n' \
  >none.py
says "module 'sys' has no attribute 'nothing'" none.py
exit 0
