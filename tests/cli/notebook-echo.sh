# SPDX-License-Identifier: GPL-3.0-or-later
# A notebook shows the last value of a cell as Jupyter does: what is longer
# than a line is broken, and an object without a text has a short one.
fail() { echo "$*"; cat got; exit 1; }

cat >book.ipynb <<'EOF2'
{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1,
  "source": ["%matplotlib inline\n", "import matplotlib.pyplot as plt\n",
             "import numpy as np\n", "plt.plot([1, 2, 3])"]},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 2,
  "source": ["plt.hist([1, 2, 2, 3])"]},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 3,
  "source": ["{'short': [1, 2], 'long': [i / 7 for i in range(4)], 'e': ()}"]},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 4,
  "source": ["(np.eye(2), 'a', {3, 1, 2})"]},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 5,
  "source": ["class Thing:\n", "    pass\n", "[Thing(), Thing]"]},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 6,
  "source": ["[1, 'two', None, (3,)]"]}
]}
EOF2
cat >wanted <<'EOF2'
[<matplotlib.lines.Line2D at 0x>]
(array([1., 0., 0., 0., 0., 2., 0., 0., 0., 1.]),
 array([1. , 1.2, 1.4, 1.6, 1.8, 2. , 2.2, 2.4, 2.6, 2.8, 3. ]),
 <BarContainer object of 10 artists>)
{'short': [1, 2],
 'long': [0.0, 0.14285714285714285, 0.2857142857142857, 0.42857142857142855],
 'e': ()}
(array([[1., 0.],
        [0., 1.]]),
 'a',
 {1, 2, 3})
[<__main__.Thing at 0x>, __main__.Thing]
[1, 'two', None, (3,)]
EOF2
"$XENT" book.ipynb 2>err | sed 's/0x[0-9a-f]*/0x/g' >got
cmp wanted got || fail 'the echo differs'
