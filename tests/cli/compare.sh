# SPDX-License-Identifier: GPL-3.0-or-later
# run --compare: where a notebook prints something else than is stored in it.
fail() { echo "$*"; exit 1; }

# says STATUS FILE: what `run --compare FILE` writes is standard input
says() {
  cat >wanted
  "$XENT" run --compare "$2" >said 2>err </dev/null
  status=$?
  [ $status -eq "$1" ] || { cat said err; fail "$2: status $status"; }
  diff wanted said || fail "$2: not as wanted"
}

# code SOURCE OUTPUT: a cell that was run
code() {
  printf '{"cell_type": "code", "execution_count": 1, "metadata": {},
 "source": %s, "outputs": [%s]}' "$1" "$2"
}
stream() { printf '{"output_type": "stream", "name": "%s", "text": %s}' "$@"; }
value() {
  printf '{"output_type": "execute_result", "data": {"text/plain": %s}}' "$1"
}
error() {
  printf '{"output_type": "error", "ename": "%s", "evalue": "%s"}' "$@"
}
# book FILE: a notebook of the cells in standard input
book() {
  { printf '{"nbformat": 4, "nbformat_minor": 5, "cells": ['
    cat
    printf ']}'; } >"$1"
}

# What is not compared: stderr, addresses, pictures, how the echo of a last
# value is broken into lines, the place in a syntax error.
{ code '["%matplotlib inline\n", "!pip install x\n", "x = (7\n", "  % 4)\n",
    "print(x)"]' "$(stream stdout '["3\n"]'), $(stream stderr '"W"')"
  echo ', {"cell_type": "markdown", "source": "# words"},'
  code '"list(range(3))"' "$(value '"[0,\n 1,\n 2]"')"; echo ,
  code '"1 / 0"' "$(error ZeroDivisionError 'division by zero')"; echo ,
  code '"class A: pass\nprint(A())\nA()"' \
    "$(stream stdout '"<__main__.A object at 0x7f0123456789>\n"'),
     $(value '"<__main__.A at 0x7f0123456789>"')"; echo ,
  code '"def f(:"' "$(error SyntaxError \
    'invalid syntax (<ipython-input-3-ab>, line 1)')"; echo ,
  code '"%%bash\nls $("' ''; echo ,
  code '"5;"' '{"output_type": "display_data", "data": {"image/png": "aGk=",
    "text/plain": "<Figure size 640x480 with 1 Axes>"}}'; echo ,
  code '"s = \"\"\"\n%d\n!\n\"\"\"\nprint(s)"' "$(stream stdout '"\n%d\n!\n\n"')"
} | book alike.ipynb
says 0 alike.ipynb <<'END'
8 cells, 8 alike
END

{ code '"x = 0.25\nprint(1)\nprint(\"loss\", x)\nprint(3)"' \
    "$(stream stdout '"1\nloss 0.26\n2\n"')"; echo ,
  code '"print(\"a\" * 80 + \"b\")"' \
    "$(stream stdout "\"$(printf '%080d' 0 | tr 0 a)c\\n\"")"; echo ,
  code '"print(x)"' ''; echo ,
  code '"x + y"' "$(value '"3"')"; echo ,
  code '"\nyield x"' ''; echo ,
  code '"x"' "$(value '"0.25"')"; echo ,
  printf '{"cell_type": "code", "execution_count": null, "source": "x",
    "outputs": []}'
} | book differ.ipynb
says 1 differ.ipynb <<'END'
cell 1, line 2:
  stored  loss 0.26
  printed loss 0.25
                  ^
  (1 more line differs)
cell 2, line 1:
  stored  ...aaaaaaaaaaaaaaaaaaaac
  printed ...aaaaaaaaaaaaaaaaaaaab
                                 ^
cell 3, line 1:
  stored  (nothing more)
  printed 0.25
cell 4, line 1:
  stored  3
  printed NameError: name 'y' is not defined
          ^
cell 5, line 1:
  stored  (nothing more)
  printed xent does not support 'yield' (line 2)
7 cells, 1 alike, 5 differ, 1 without a stored output
END
[ -s err ] && { cat err; fail 'something is on stderr'; }

# The same in the older format.
printf '{"nbformat": 3, "worksheets": [{"cells": [
  {"cell_type": "code", "prompt_number": 1, "input": ["print(1)\\n", "2"],
   "outputs": [{"output_type": "stream", "stream": "stdout", "text": "1\\n"},
     {"output_type": "pyout", "text": ["2"]}]},
  {"cell_type": "code", "prompt_number": 2, "input": "a",
   "outputs": [{"output_type": "pyerr", "ename": "NameError",
     "evalue": "name '"'a'"' is not defined"}]}]}]}' >old.ipynb
says 0 old.ipynb <<'END'
2 cells, 2 alike
END
[ "$("$XENT" old.ipynb 2>err)" = '1
2' ] || fail 'a notebook of format 3 does not run'
grep -q 'File "old.ipynb, cell 2", line 1' err || { cat err; fail 'no place'; }

# The seed counts, and so do the words after the file.
{ code '"import sys\nsys.argv[1:]"' "$(value "\"['a b', '--lr=1', 'n=2']\"")"
  echo ,
  code '"import numpy as np\nnp.random.rand()"' \
    "$(value '"0.5488135039273248"')"
} | book seed.ipynb
"$XENT" --seed 0 run --compare seed.ipynb 'a b' --lr=1 n=2 >said ||
  { cat said; fail 'not with a seed'; }

# What is no notebook.
echo '{"cells": [' >bad.ipynb
says 2 bad.ipynb </dev/null
grep -q "'bad.ipynb' is not a notebook: line 2" err || { cat err; fail bad; }
echo '{"a": 1}' >bad.ipynb
says 2 bad.ipynb </dev/null
grep -q 'it has no list of cells' err || { cat err; fail 'no cells'; }
says 2 none.ipynb </dev/null
grep -q 'No such file' err || { cat err; fail 'no file'; }

# At the prompt the session goes on, with what the notebook bound.
printf 'run --compare differ.ipynb\nprint(x)\n' | "$XENT" >said 2>err
[ "$(tail -n 1 said)" = 0.25 ] || { cat said err; fail 'at the prompt'; }
