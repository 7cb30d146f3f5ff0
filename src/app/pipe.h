/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session whose lines come from a file or another program. */
#ifndef XENT_APP_PIPE_H
#define XENT_APP_PIPE_H

#include "app/session.h"

/* Runs the lines of fd until its end, `quit`, Ctrl-C (SESSION_STOPPED) or
   until nobody reads the output any more. What has been printed is written
   before each wait for input. SESSION_ERROR: fd cannot be read, or a line does
   not fit in memory; said. */
SessionReply pipe_run(int fd);

#endif
