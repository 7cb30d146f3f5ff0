/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `train` and `compare`. */
#ifndef XENT_APP_CMDTRAIN_H
#define XENT_APP_CMDTRAIN_H

#include "app/session.h"

SessionReply cmdtrain_run(const char *text, size_t n);
SessionReply cmdtrain_compare(const char *text, size_t n);

/* Releases networks, histories and the window (at exit, before the
   interpreter). */
void cmdtrain_free(void);

#endif
