/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What values are, in words. */
#ifndef XENT_TEACH_KINDS_H
#define XENT_TEACH_KINDS_H

#include "lang/value.h"

/* "probs[3], sums to 1 over axis 0", "float64[2, 3]", "int", "str of 5". */
void kinds_describe(Buf *out, Value v);
void kinds_describe_array(Buf *out, const Array *a);

/* What a kind is, by its name in `info` or in words ("onehot", "one-hot"), or
   all of them ("kinds"); NULL: no kind. */
const char *kinds_help(const char *word);

/* If the value is the loss that was computed last: "3 classes · a pure guess
   costs 1.0986"; false: it is none. */
bool kinds_guess(Value loss, Buf *out);

/* Remembers a loss in nats over so many classes; the doctor sees them. */
void kinds_saw_loss(const Array *loss, int64_t classes);
void kinds_forget(void);

#endif
