/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed in this session, for `save`. */
#ifndef XENT_APP_RECORD_H
#define XENT_APP_RECORD_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Remembers an input if it went well (fine). Memory trouble is ignored: the
   session matters more than its record. */
void record_input(const char *text, size_t n, bool fine);

/* How many inputs that went well. */
size_t record_count(void);

/* Appends them as a script after the imports it needs, where commands stand as
   comments, or as a lesson whose outputs `xent check --accept` fills in. */
void record_script(Buf *out);
void record_lesson(Buf *out);

void record_free(void);

#endif
