/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-C as a flag: the signal handler raises it, loops look at it. */
#ifndef XENT_BASE_STOP_H
#define XENT_BASE_STOP_H

#include <signal.h>
#include <stdbool.h>

extern volatile sig_atomic_t stop_flag;

/* Safe in a signal handler. */
void stop_request(void);

/* True if a stop was asked for; fills the error record with a
   KeyboardInterrupt and lowers the flag. */
bool stop_taken(void);

/* The check for hot loops: one load. */
#define STOP_ASKED() (__builtin_expect(stop_flag, 0) && stop_taken())

#endif
