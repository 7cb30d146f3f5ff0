/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompt on a terminal. Only here and below is Readline started. */
#ifndef XENT_UI_REPL_H
#define XENT_UI_REPL_H

#include "app/session.h"

/* Reads and runs lines until Ctrl-D on an empty line (SESSION_OK) or `quit`
   (SESSION_QUIT). Ctrl-C clears what is typed, or asks what runs to stop. */
SessionReply repl_run(void);

/* input() reads a line with the editor. Call when stdin is a terminal. */
void repl_install_input(void);

#endif
