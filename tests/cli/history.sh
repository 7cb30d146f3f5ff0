# SPDX-License-Identifier: GPL-3.0-or-later
# The history file: made, read again, shared, cut, and done without.
driver=$BUILD/tests/pty-driver
[ -x "$driver" ] || { echo 'tests/pty-driver is not built'; exit 77; }
fail() { echo "$*"; exit 1; }
play() { "$driver" "$1" || exit 1; }
file=$HOME/.local/state/xent/history

cat >first <<'END'
expect >>> 
send a = 41\r
expect >>> 
send \e[200~for i in range(1):\r    print(a + i)\r\r\e[201~\r
expect 41
expect >>> 
send \x04
exit 0
END
play first
[ "$(stat -c %a "$file")" = 600 ] || fail 'the file is not private'
[ "$(stat -c %a "${file%/*}")" = 700 ] || fail 'its folder is not private'
printf 'a = 41\nfor i in range(1):\n\t    print(a + i)\n' |
  cmp - "$file" || fail 'the file is not as it should be'

cat >second <<'END'
expect >>> 
send \x10\x10\r
expect >>> 
send a + 1\r
expect 42
expect >>> 
send \x10\x10\x10
expect print(a + i)
send \r
expect ... 
send \r
expect 41
expect >>> 
send \x04
exit 0
END
play second
grep -q '^a + 1$' "$file" || fail 'a second session added nothing'
[ "$(grep -c '^a = 41$' "$file")" -eq 2 ] || fail 'not what was typed'

# What a pipe says is not remembered.
before=$(cksum <"$file")
echo 'b = 1' | "$XENT"
[ "$(cksum <"$file")" = "$before" ] || fail 'a pipe wrote history'

# A large file keeps its newest lines, whole ones.
awk 'BEGIN { for (i = 0; i < 60000; i++) print "number(" i ")  # some words" }' \
  >"$file"
cat >third <<'END'
expect >>> 
send \x10
expect number(59999)
send \x15\x04
exit 0
END
play third
[ "$(wc -c <"$file")" -lt 300000 ] || fail 'a large file is not cut'
[ "$(grep -vc '^number(' "$file")" -eq 0 ] || fail 'a line was cut in two'
tail -n 1 "$file" | grep -q 'number(59999)' || fail 'the newest line is gone'

# Nothing can be written: said once, and the session goes on.
cat >fourth <<'END'
env XENT_HISTFILE=/nonexistent/history
expect the history is not kept
expect >>> 
send 40 + 2\r
expect 42
refuse not kept
expect >>> 
send \x10\r
expect 42
expect >>> 
send \x04
exit 0
END
play fourth
cat >fifth <<'END'
env XENT_HISTFILE=
expect >>> 
send 1 + 1\r
expect 2
expect >>> 
send \x04
exit 0
END
before=$(cksum <"$file")
play fifth
[ "$(cksum <"$file")" = "$before" ] || fail 'an empty XENT_HISTFILE wrote'
exit 0
