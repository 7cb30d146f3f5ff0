/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jupyter notebooks: the code cells in order, each with an echo of its last
   expression. The only file that sees the JSON parser. */
#ifndef XENT_APP_NOTEBOOK_H
#define XENT_APP_NOTEBOOK_H

#include <stdbool.h>
#include <stddef.h>

/* Runs the notebook of this text. False with the error record filled:
   ValueError for what is no notebook, or the error of a cell. */
bool notebook_run(const char *name, const char *text, size_t n);

#endif
