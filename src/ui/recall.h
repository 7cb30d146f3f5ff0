/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the prompt in a file: one line per input, the further lines
   of a longer one begin with a tab. Each input is appended at once by one
   write, so that sessions side by side lose nothing of each other. */
#ifndef XENT_UI_RECALL_H
#define XENT_UI_RECALL_H

#include <stddef.h>

/* Finds the file ($XENT_HISTFILE, else history in the state folder; an empty
   $XENT_HISTFILE means none), cuts it when it has grown large, and gives its
   newest inputs to Readline. Trouble is said, once. */
void recall_start(void);

/* Remembers an input unless it is blank or the same as the last. */
void recall_add(const char *text, size_t n);

void recall_free(void);

#endif
