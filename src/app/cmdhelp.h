/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help, apropos: everything comes from the tables of commands, rows, natives
   and diagnostics. */
#ifndef XENT_APP_CMDHELP_H
#define XENT_APP_CMDHELP_H

#include "app/session.h"

SessionReply cmdhelp_help(const char *text, size_t n);
SessionReply cmdhelp_apropos(const char *text, size_t n);

#endif
