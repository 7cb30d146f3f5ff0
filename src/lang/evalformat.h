/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f-strings, and format() of any value. */
#ifndef XENT_LANG_EVALFORMAT_H
#define XENT_LANG_EVALFORMAT_H

#include "lang/interp.h"

/* The text of a NODE_FSTRING. */
Value evalformat_fstring(Frame *f, Node *n);

/* Appends format(v, spec); n bytes of spec. TypeError "unsupported format
   string passed to list.__format__". */
bool evalformat_value(Buf *b, Value v, const char *spec, size_t n);

/* Appends v after !r, !s or !a. */
bool evalformat_converted(Buf *b, Value v, char conversion);

#endif
