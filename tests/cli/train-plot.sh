# SPDX-License-Identifier: GPL-3.0-or-later
# `train --plot=FILE` through gnuplot: the real one if there is one, and a fake
# one that fails in every way. The log stays exact, the status is 0, the
# training takes no longer, and a failure is said once.
set -u
fake=$SRC/tests/fake/gnuplot
"$XENT" train multi >log

fail() {
  echo "$1"
  cat errors
  exit 1
}

# train MODE [MOST-SECONDS]
train() {
  rm -f loss.svg
  start=$(date +%s)
  FAKE_GNUPLOT_MODE=$1 FAKE_GNUPLOT_LOG=$PWD/asked XENT_GNUPLOT=$fake \
    "$XENT" train multi --plot=loss.svg >got 2>errors || fail "$1: status $?"
  cmp log got || fail "$1: another log"
  [ $(($(date +%s) - start)) -le "${2:-5}" ] || fail "$1: too slow"
  ls -a | grep -q '^\.xent-' && fail "$1: a half picture is left"
  rm -f asked*
}

drawn() {
  [ -s loss.svg ] && [ ! -s errors ] || fail "$1: no picture, or complaints"
}

# Said once, in the first line; then the text picture with its guess line.
told() {
  [ ! -e loss.svg ] && [ "$(grep -c 'drawing as text' errors)" -eq 1 ] &&
    sed -n 1p errors | grep -q gnuplot && grep -q 'ln 3 = 1.0986' errors ||
    fail "$1: not told once"
}

train ok && drawn ok
train floods 20 && drawn floods
train stops-once && drawn stops-once
for mode in dies-at-once dies-after-n killed-after-n refuses no-terminals; do
  train $mode && told $mode
done
train stops && told stops

XENT_GNUPLOT=/nonexistent "$XENT" train multi --plot=loss.svg >got 2>errors ||
  fail "without gnuplot: status $?"
cmp log got || fail 'without gnuplot: another log'
told 'without gnuplot'
grep -q 'loss.svg was not written' errors || fail 'without gnuplot: no word'

# At a terminal a written file is named.
if command -v script >/dev/null; then
  for what in 'plot [1, 2]' 'train multi epochs=5'; do
    FAKE_GNUPLOT_MODE=ok FAKE_GNUPLOT_LOG=$PWD/asked XENT_GNUPLOT=$fake \
      script -qec "'$XENT' -e '$what --plot=loss.svg'" /dev/null \
      </dev/null >errors
    grep -q 'wrote loss.svg' errors || fail "$what: the file is not named"
  done
  rm -f loss.svg asked*
fi

# A file that cannot be written is an error before anything is trained.
"$XENT" train multi --plot=loss.gif >got 2>errors
[ $? -eq 1 ] && [ ! -s got ] || fail 'loss.gif is not refused'

# The real one
command -v gnuplot >/dev/null || exit 0
"$XENT" train multi --plot=loss.svg >got 2>errors || fail "real: status $?"
cmp log got || fail 'real: another log'
[ ! -s errors ] || fail 'real: complaints'
for text in 'train' 'test' 'ln 3 = 1.0986' 'epoch' 'loss (nats)'; do
  grep -q "$text" loss.svg || fail "real: no '$text' in the picture"
done

# Killed or stopped in the middle of a longer training
long='epochs=400000 every=400000'
for signal in KILL STOP; do
  rm -f loss.svg
  # shellcheck disable=SC2086
  "$XENT" train binary $long --plot=loss.svg >got 2>errors &
  pid=$!
  sleep 0.3
  child=$(pgrep -P $pid gnuplot) && kill -$signal $child
  wait $pid || fail "real, $signal: status $?"
  [ "$(wc -l <got)" -eq 2 ] || fail "real, $signal: another log"
  [ -s loss.svg ] || grep -q 'drawing as text' errors ||
    fail "real, $signal: neither picture nor text"
done
