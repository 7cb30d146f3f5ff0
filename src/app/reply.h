/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_APP_REPLY_H
#define XENT_APP_REPLY_H

#include "app/session.h"

/* What the pending error means for the session: shows it (strict: with its
   file), or remembers the status that exit() asked for. */
SessionReply reply_to_error(bool strict);

/* The status of exit(N), else 0. */
int reply_exit_status(void);

#endif
