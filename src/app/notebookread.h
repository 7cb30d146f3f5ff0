/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Jupyter notebook (nbformat 3 or 4) as the list of its code cells, each
   with what Jupyter stored of its output. The only file that sees the JSON
   parser. */
#ifndef XENT_APP_NOTEBOOKREAD_H
#define XENT_APP_NOTEBOOKREAD_H

#include "base/buf.h"

typedef struct NotebookCell {
  Buf source;
  /* What was stored: the printed text, the last value, the error as its last
     line; pictures and stderr are left out. */
  Buf output;
  size_t echo;   /* offset in `output` of the last value, or its length */
  bool executed; /* the cell had been run when the notebook was saved */
} NotebookCell;

typedef struct Notebook {
  NotebookCell *cells;
  size_t n;
} Notebook;

/* False with the error record filled: ValueError for what is no notebook. The
   caller frees it either way. */
bool notebookread_text(const char *name, const char *text, size_t n,
                       Notebook *out);
void notebookread_free(Notebook *book);

#endif
