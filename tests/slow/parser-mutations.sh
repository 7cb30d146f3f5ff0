# SPDX-License-Identifier: GPL-3.0-or-later
# Many more mutations of programs than the suite has time for.
"$BUILD/tests/fuzz/fuzz_parser" 300000 7 >out 2>&1 || { tail -n 20 out; exit 1; }
