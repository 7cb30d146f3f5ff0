# SPDX-License-Identifier: GPL-3.0-or-later
# Options: their order, their errors and the exit statuses.
fail() { echo "$*"; exit 1; }

# wrong WORDS ARG...: status 2, nothing on stdout, the words on stderr
wrong() {
  words=$1
  shift
  "$XENT" "$@" >out 2>err </dev/null
  [ $? -eq 2 ] || fail "status is not 2: $*"
  [ ! -s out ] || fail "something was evaluated: $*"
  grep -q -e "$words" err || { cat err; fail "no '$words': $*"; }
}

wrong 'unknown option --nope' --nope
wrong 'try xent --help' -e 'print(1)' --nope
wrong 'unknown option -q' -e 'print(1)' -q
wrong 'option -e wants a value' -e
wrong 'option --seed wants a value' --seed
wrong 'takes no value' --ascii=yes
wrong 'seed wants a whole number' --seed=-1
wrong 'seed wants a whole number' --seed 1e3
wrong 'color wants auto, always or never' --color=sometimes
wrong 'W wants error, on or off' -W perhaps
wrong 'did you mean train' trian
wrong 'No such file' missing.py
wrong 'Is a directory' .

# says WANTED ARG...
says() {
  wanted=$1
  shift
  said=$("$XENT" "$@" 2>err </dev/null) || { cat err; fail "status: $*"; }
  [ "$said" = "$wanted" ] || fail "$* says: $said"
}

says '1
2
3' -e 'x = 1; x' -e 'x + 1' -e 'print(3)'
says '[0.6590, 0.2424, 0.0986]' -e 'softmax([2, 1, 0.1])'
says '-1' -e -1
says '' -e ''
says '7' --no-init --color=never --seed 3 --ascii -W off -e 7

"$XENT" -e 1 -e 1/0 -e 2 >out 2>err </dev/null
[ $? -eq 1 ] || fail 'status after an error is not 1'
[ "$(cat out)" = 1 ] || fail 'went on after an error'
echo 'print("from the pipe")' | "$XENT" -i -e 1/0 -e 2 >out 2>err
[ "$(cat out)" = '2
from the pipe' ] || fail '-i did not go on'

for option in --help -h; do
  "$XENT" $option >out 2>err || fail "$option: status"
  grep -q softmax out || fail "$option: no example"
  [ ! -s err ] || fail "$option: stderr"
done
for option in --version -V; do
  "$XENT" $option | grep -q '^xent [0-9]' || fail "$option"
done

cat >script.py <<'END'
#!/usr/bin/env xent
print(2 + 3)
END
says 5 script.py --nope -e 1
says 5 -- script.py
[ "$("$XENT" - <script.py)" = 5 ] || fail '- is not standard input'
printf 'x = [1,\n2]\nx\n' >three
[ "$("$XENT" <three)" = '[1, 2]' ] || fail 'a pipe does not echo values'
[ -z "$("$XENT" - <three)" ] || fail 'a script echoes values'
[ -z "$("$XENT" - <three 2>&1)" ] || fail 'a script says something'
cp script.py -- --help
says 5 -- --help
[ "$(id -u)" -eq 0 ] || { chmod 0 script.py; wrong 'Permission' script.py; }
exit 0
