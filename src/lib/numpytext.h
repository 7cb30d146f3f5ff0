/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays of texts: np.array(["a", "b"]) is made by the library numpy_text. */
#ifndef XENT_LIB_NUMPYTEXT_H
#define XENT_LIB_NUMPYTEXT_H

#include "lang/value.h"

/* Whether it is an array of texts, or a list with a text in it. */
bool numpytext_has(Value v);

/* What the library's function gives for these arguments. */
Value numpytext_call(const char *function, const Value *args, int n);

/* np.sort(["b", "a"]) and the like, for interp.row_of_texts. */
struct Row;
Value numpytext_row(const struct Row *row, const CallArgs *args);

#endif
