# SPDX-License-Identifier: GPL-3.0-or-later
# Ctrl-C without a prompt: what was printed is there, the status is 130.
fail() { echo "$*"; exit 1; }

# interrupted ARG...: stopped in the middle by SIGINT (a shell without job
# control starts background programs with SIGINT ignored, env undoes it)
interrupted() {
  env --default-signal=INT "$XENT" "$@" >out 2>err <input &
  pid=$!
  sleep 0.5
  kill -INT $pid
  wait $pid
  [ $? -eq 130 ] || fail "status is not 130: $*"
  [ "$(cat out)" = begun ] || fail "what was printed is lost: $*"
}

env --default-signal=INT true 2>/dev/null ||
  { echo 'env knows no --default-signal'; exit 77; }
printf 'print("begun")\nwhile True: pass\n' >script.py
: >input
interrupted script.py
interrupted -e 'print("begun")' -e 'while True: pass' -e 'print("never")'
for endless in 'sum(range(10**18))' 'max(range(10**18))' \
  'list(filter(None, iter(int, 1)))' 'list(map(abs, range(10**9)))' \
  'np.linalg.inv(np.random.randn(3000, 3000))'; do
  interrupted -e 'print("begun")' -e "$endless"
done
cat >ones.py <<'END'
class Ones:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
END
interrupted -e 'run ones.py' -e 'print("begun")' -e 'sum(Ones())'
interrupted -e 'import itertools; print("begun")' -e '2 in itertools.repeat(1)'
cp script.py input
echo >>input
interrupted
mkfifo pipe
(echo 'print("begun")'; sleep 2) >pipe &
rm input
ln -s pipe input
interrupted
exit 0
