/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `plot` and `bars`. */
#ifndef XENT_APP_CMDPLOT_H
#define XENT_APP_CMDPLOT_H

#include "app/session.h"

SessionReply cmdplot_run(const char *text, size_t n);
SessionReply cmdplot_bars(const char *text, size_t n);

#endif
