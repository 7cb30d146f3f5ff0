# SPDX-License-Identifier: GPL-3.0-or-later
# Every name of tests/data/names.txt is there: the language that xent promises.
"$SRC/scripts/names-table" missing >said || { cat said; exit 1; }
[ "$(sed -n 's/ names, .*//p' said)" -gt 450 ] || { cat said; exit 1; }
