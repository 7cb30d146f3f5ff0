/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: scripts (strict Python) and notebooks. */
#ifndef XENT_APP_SCRIPT_H
#define XENT_APP_SCRIPT_H

#include "app/session.h"

/* Runs a file by its kind; "-" is standard input. argv is what the program
   sees as sys.argv, the file first; argc 0: the file alone. Everything goes
   through output.h; errors are said. */
SessionReply script_run(const char *path, int argc, char *const *argv);

/* Runs a notebook and shows where it prints something else than is stored in
   it; see compare.h. SESSION_UNREADABLE: nothing was run. */
SessionReply script_compare(const char *path, int argc, char *const *argv);

#endif
