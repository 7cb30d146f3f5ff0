/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `run --compare`: a notebook is run, and what its cells print is held against
   what Jupyter stored. Addresses, pictures and stderr are not compared; of the
   echo of a last value, line breaks are not, because Jupyter breaks the lines
   of long lists. */
#ifndef XENT_APP_COMPARE_H
#define XENT_APP_COMPARE_H

#include "app/session.h"

/* Runs every cell, also after an error, and writes the differences and a last
   line that counts. SESSION_OK: alike; SESSION_ERROR: something differs;
   SESSION_UNREADABLE: no notebook, said. */
SessionReply compare_notebook(const char *name, const char *text, size_t n);

#endif
