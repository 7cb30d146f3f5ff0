/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do about errors whose own words leave a learner alone. */
#ifndef XENT_TEACH_HINTS_H
#define XENT_TEACH_HINTS_H

/* Adds a hint to the pending error if it has none and one is known. */
void hints_add(void);

#endif
