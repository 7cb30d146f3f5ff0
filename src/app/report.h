/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors and notes as the learner reads them on stderr. */
#ifndef XENT_APP_REPORT_H
#define XENT_APP_REPORT_H

#include <stdbool.h>

/* Shows the pending error (source line, caret under the span, type and
   message, hint) and clears it. strict: a file, so the place is named. */
void report_error(bool strict);

/* Shows and forgets the notes that wait. */
void report_notes(void);

#endif
