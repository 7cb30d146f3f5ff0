/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves a usable terminal behind when the program dies of a fatal signal. */
#ifndef XENT_UI_RESCUE_H
#define XENT_UI_RESCUE_H

/* Remembers the terminal as it is now and restores it before SIGSEGV and its
   kin take their course. */
void rescue_start(void);

/* A screen has begun that this sequence leaves (terminfo's rmcup); NULL: it is
   over. */
void rescue_screen(const char *sequence);

#endif
