/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a saved script needs before its first line: the prompt knows names
   that a Python file has to import. */
#ifndef XENT_APP_RECORDHEAD_H
#define XENT_APP_RECORDHEAD_H

#include "base/buf.h"

/* The names of the prompt that were met in the inputs. */
typedef struct RecordHead {
  const struct Sym **names;
  size_t n, cap;
} RecordHead;

/* Meets the names of one input. What is no Python has none; memory trouble is
   ignored. */
void recordhead_meet(RecordHead *h, const char *text);

/* Appends the imports, then comments on names that Python does not have.
   Nothing is appended when nothing is needed. */
void recordhead_put(const RecordHead *h, Buf *out);
void recordhead_free(RecordHead *h);

#endif
