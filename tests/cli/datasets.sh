# SPDX-License-Identifier: GPL-3.0-or-later
# Where data sets are looked for, and what is said of a broken one.
set -eu
echo 'from sklearn.datasets import load_iris
print(load_iris().data.shape)' >iris.py
[ "$("$XENT" iris.py)" = '(150, 4)' ]

# A folder of one's own goes first, also below $XDG_DATA_HOME.
printf 'a,b,target\n1,2,0\n3,4,1\n' >iris.csv
[ "$(XENT_PATH=$PWD:$XENT_PATH "$XENT" iris.py)" = '(2, 2)' ]
mkdir -p data/xent
cp iris.csv data/xent
[ "$(XENT_PATH= XDG_DATA_HOME=$PWD/data "$XENT" iris.py)" = '(2, 2)' ]

# complains TEXT MESSAGE: the file iris.csv with this text gives this error
complains() {
  printf "$1" >iris.csv
  ! XENT_PATH=$PWD "$XENT" iris.py >out 2>err || { cat out; return 1; }
  grep -qF "ValueError: $2" err || { cat err; return 1; }
}
complains 'a,b,target\n1,2,0\n3,4\n' 'iris.csv, line 3: 2 fields, but'
complains 'a,b,target\n1,two,0\n' \
  "iris.csv, line 2, column 2 ('b'): 'two' is not a number"
complains '' 'iris.csv: there is no line in it'
