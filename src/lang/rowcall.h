/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of rows: values become arguments, results become values. */
#ifndef XENT_LANG_ROWCALL_H
#define XENT_LANG_ROWCALL_H

#include "lang/row.h"

/* Calls the row; self is absent for functions. f and n tell the watchers who
   calls and may be NULL. */
Value rowcall_run(Frame *f, const Node *n, const Row *row, Value self,
                  const CallArgs *args);

#endif
