# SPDX-License-Identifier: GPL-3.0-or-later
# Ctrl-Z and a crash leave a usable terminal; `fg` shows the line again.
driver=$BUILD/tests/pty-driver
[ -x "$driver" ] || { echo 'tests/pty-driver is not built'; exit 77; }
shell=$(command -v bash) || { echo 'there is no bash'; exit 77; }

cat >script <<END
env PS1=%
\$ --norc --noediting -i
send PS1='shell% '\r
expect shell% 
send $XENT\r
expect >>> 
send 40 + 
pause 200
send \x1a
expect Stopped
expect shell% 
send stty -a | tr ';' '\\\\n' | grep -o -e '-*icanon' -e '-*echo '\r
expect \nicanon
expect \necho
expect shell% 
send fg\r
expect >>> 40 + 
send 2\r
expect 42
expect >>> 
send while True: pass\r
expect ... 
send \r
pause 300
send \x1a
expect Stopped
expect shell% 
send fg\r
pause 300
send \x03
expect KeyboardInterrupt
expect >>> 
send 1 + 1
pause 200
send \x1a
expect Stopped
expect shell% 
send kill -SEGV %1; fg\r
pause 500
send stty -a | tr ';' '\\\\n' | grep -o -e '-*icanon' -e '-*echo '\r
expect \nicanon
expect \necho
expect shell% 
send exit\r
END
XENT=$shell "$driver" script
