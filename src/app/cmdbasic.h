/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small commands: who, set, run, save, reset, quit. */
#ifndef XENT_APP_CMDBASIC_H
#define XENT_APP_CMDBASIC_H

#include "app/session.h"

SessionReply cmdbasic_who(const char *text, size_t n);
SessionReply cmdbasic_set(const char *text, size_t n);
SessionReply cmdbasic_quiet(const char *text, size_t n);
SessionReply cmdbasic_run(const char *text, size_t n);
SessionReply cmdbasic_save(const char *text, size_t n);
SessionReply cmdbasic_reset(const char *text, size_t n);
SessionReply cmdbasic_quit(const char *text, size_t n);

#endif
