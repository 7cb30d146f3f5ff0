/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seconds of a clock that only goes forward. */
#ifndef XENT_BASE_CLOCK_H
#define XENT_BASE_CLOCK_H

double clock_now(void);

/* The same within some milliseconds, for a few nanoseconds: it may be asked
   often. */
double clock_coarse(void);

#endif
