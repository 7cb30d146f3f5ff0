# SPDX-License-Identifier: GPL-3.0-or-later
# The init file: read at the prompt only; what is wrong in it ends nothing.
driver=$BUILD/tests/pty-driver
[ -x "$driver" ] || { echo 'tests/pty-driver is not built'; exit 77; }
fail() { echo "$*"; exit 1; }
mkdir -p "$HOME/.config/xent"
printf 'mine = 41\n1 / 0\nset digits 2\nother = 1\n' >"$HOME/.config/xent/init"

cat >reads <<'END'
expect ZeroDivisionError
expect >>> 
send mine + other\r
expect 42
expect >>> 
send sigmoid(2)\r
expect 0.88
refuse 0.8808
expect >>> 
send \x04
exit 0
END
"$driver" reads || exit 1
cat >passes <<'END'
$ --no-init
expect >>> 
send mine\r
expect NameError
expect >>> 
send \x04
exit 0
END
"$driver" passes || exit 1
"$XENT" -e mine 2>err && fail 'read for -e'
echo mine | "$XENT" 2>err && fail 'read for a pipe'
mkdir other
printf 'mine = 1\n' >other/init
mkdir -p config/xent && cp other/init config/xent/init
cat >elsewhere <<'END'
expect >>> 
send mine + 1\r
expect 2
expect >>> 
send \x04
exit 0
END
XDG_CONFIG_HOME=$PWD/config "$driver" elsewhere || exit 1
exit 0
