# SPDX-License-Identifier: GPL-3.0-or-later
# What learners write prints what Python prints: tests/scripts/NAME.py against
# NAME.out, which the real Python wrote (scripts/same-as-python --accept). A
# script may end in an error; NAME.out has what was printed before.
folder=$SRC/tests/scripts
failed=0
for script in "$folder"/*.py; do
  name=$(basename "$script" .py)
  timeout 60 "$XENT" "$script" >out 2>err
  status=$?
  if [ $status -gt 1 ]; then
    echo "scripts/$name.py: exit status $status"
    cat err
  elif grep -q 'xent does not support' err; then
    echo "scripts/$name.py: refused"
    cat err
  elif cmp -s "$folder/$name.out" out; then
    continue
  else
    echo "scripts/$name.py: the output differs"
    diff "$folder/$name.out" out | sed -n 1,10p
  fi
  failed=$((failed + 1))
done
[ -f "$folder/softmax-scratch.py" ] || { echo 'no scripts'; exit 1; }
[ $failed -eq 0 ]
