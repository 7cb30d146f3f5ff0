# SPDX-License-Identifier: GPL-3.0-or-later
# plt in a file that runs: standard output is what Python prints, savefig writes
# by gnuplot, a gnuplot that fails is told in one line, and no text of the user
# is ever code of gnuplot.
set -u
fake=$SRC/tests/fake/gnuplot
fail() { echo "$*"; cat errors; exit 1; }

cat >curve.py <<'END'
import matplotlib.pyplot as plt
import numpy as np
print("before")
plt.figure(figsize=(4, 3))
plt.plot([1, 2, 3], [1, 4, 9], "r--o", label="it's `echo pwned` @x")
plt.title("a' ; system('touch owned') #\n`touch owned`")
plt.xlabel("x\x1b[31m"); plt.ylabel('"; !touch owned')
plt.legend(["$(touch owned)\nset output 'owned'"])
plt.text(1, 2, "'.system('touch owned').'")
plt.annotate("\\", xy=(1, 2), xytext=(2, 3), arrowprops={})
plt.xticks([1, 2], ["'", "a\nb"])
plt.savefig("curve.svg")
plt.show()
print("after")
END

# run MODE: its output is right and its status 0
run() {
  rm -f curve.svg asked*
  FAKE_GNUPLOT_MODE=$1 FAKE_GNUPLOT_LOG=$PWD/asked XENT_GNUPLOT=$fake \
    "$XENT" curve.py >got 2>errors </dev/null || fail "$1: status $?"
  printf 'before\nafter\n' | cmp - got || fail "$1: another output"
  ls -a | grep -q '^\.xent-' && fail "$1: a half picture is left"
  [ "$(grep -c 'plt.show() has no window' errors)" -eq 1 ] ||
    fail "$1: show() is not told once"
}

run ok
[ -s curve.svg ] || fail 'no picture'
[ "$(wc -l <errors)" -eq 1 ] || fail 'complaints'
grep -q '^set terminal svg size 400,300 ' asked || fail 'the size'
grep -q "^plot .*linespoints lw 2.1 dt (12,6) pt 7 .* lc rgb '#FF0000'" asked ||
  fail 'the look of the curve'
for mode in dies-at-once dies-after-n killed-after-n refuses no-terminals; do
  run $mode
  [ ! -e curve.svg ] || fail "$mode: a picture"
  [ "$(grep -c 'curve.svg was not written$' errors)" -eq 1 ] ||
    fail "$mode: not told once"
done

# Quotes of the user stay text, for the fake one and for the real one.
run ok
sed "s/'[^']*'//g; s/\"[^\"]*\"//g" asked | grep -E 'owned|echo' &&
  fail 'text outside of quotes'
if gnuplot --version >/dev/null 2>&1; then
  rm -f curve.svg
  "$XENT" curve.py >got 2>errors </dev/null || fail 'gnuplot: status'
  [ -s curve.svg ] || fail 'gnuplot: no picture'
  grep -q 'system(' curve.svg || fail 'gnuplot: the title is not in it'
fi
[ ! -e owned ] || fail 'a text of the user was run'

# Files that cannot be written are errors in Python's words.
for case in 'no/where.png|FileNotFoundError: [Errno 2]' \
  'curve.xyz|ValueError: Format' 'curve.jpg|xent does not support savefig'; do
  printf 'import matplotlib.pyplot as plt\nplt.savefig("%s")\n' "${case%|*}" \
    >bad.py
  "$XENT" bad.py >got 2>errors && fail "$case: status 0"
  grep -qF "${case#*|}" errors || fail "$case: another error"
done

# At a terminal the text form goes to stderr, and standard output stays.
if command -v script >/dev/null; then
  script -qec "'$XENT' curve.py 2>/dev/tty >got" /dev/null </dev/null >errors
  grep -q '┌' errors || fail 'no text at the terminal'
  printf 'before\nafter\n' | cmp - got || fail 'terminal: another output'
fi

# What xent leaves out is said once a run, and the program goes on.
cat >notes.py <<'END'
import matplotlib.pyplot as plt
plt.plot([1, 2], gapcolor="red")
plt.pie([1, 2])
plt.boxplot([1, 2])
plt.hexbin([1], [2])
print("end")
END
"$XENT" notes.py >got 2>errors || fail 'notes: status'
[ "$(cat got)" = end ] && [ "$(grep -c '^note: xent draws without' errors)" = 1 ] ||
  fail 'notes: not once'

# With a display every figure has a window; a dead gnuplot is told once.
cat >two.py <<'END'
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.figure(figsize=(3, 2))
plt.plot([2, 1])
plt.show()
plt.plot([3, 3])
plt.show()
print("end")
END
for mode in ok dies-at-once; do
  rm -f asked*
  DISPLAY=:99 FAKE_GNUPLOT_MODE=$mode FAKE_GNUPLOT_LOG=$PWD/asked \
    XENT_GNUPLOT=$fake "$XENT" two.py >got 2>errors || fail "window $mode: status"
  [ "$(cat got)" = end ] || fail "window $mode: another output"
done
[ "$(grep -c gnuplot errors)" = 1 ] || fail 'a dead window is not told once'
rm -f asked*
DISPLAY=:99 FAKE_GNUPLOT_MODE=ok FAKE_GNUPLOT_LOG=$PWD/asked \
  XENT_GNUPLOT=$fake "$XENT" two.py >got 2>errors
grep -q '^set terminal qt 1 size 640,480 ' asked || fail 'window 1'
grep -q '^set terminal qt 2 size 300,200 ' asked || fail 'window 2'
