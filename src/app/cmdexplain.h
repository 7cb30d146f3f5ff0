/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_APP_CMDEXPLAIN_H
#define XENT_APP_CMDEXPLAIN_H

#include "app/session.h"

/* explain [-1|-2|-3] [--md|--tex] EXPR */
SessionReply cmdexplain_run(const char *text, size_t n);

/* info EXPR: what the value is, where it came from, what a function takes. */
SessionReply cmdexplain_info(const char *text, size_t n);

#endif
