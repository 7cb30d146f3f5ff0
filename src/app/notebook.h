/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running Jupyter notebooks: the code cells in order, each with an echo of
   its last expression. */
#ifndef XENT_APP_NOTEBOOK_H
#define XENT_APP_NOTEBOOK_H

#include "app/notebookread.h"

/* Runs the notebook of this text. False with the error record filled:
   ValueError for what is no notebook, or the error of a cell. */
bool notebook_run(const char *name, const char *text, size_t n);

/* Runs one cell, the number-th from 1. *before_echo: called when the last
   value is about to be echoed; may be NULL. */
bool notebook_run_cell(const char *name, size_t number, const NotebookCell *c,
                       void (*before_echo)(void *self), void *self);

#endif
