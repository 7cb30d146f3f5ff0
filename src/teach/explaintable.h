/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of an explanation laid out: in columns for a terminal, as a table in
   Markdown or TeX. */
#ifndef XENT_TEACH_EXPLAINTABLE_H
#define XENT_TEACH_EXPLAINTABLE_H

#include "teach/explainrows.h"

/* `columns` of the terminal decide how many numbers stand side by side and
   where words go on in the next line; 0: as on 80, and lines are not broken. */
void explaintable_terminal(Buf *out, const ExplainRows *rows, bool reasons,
                           int columns);
void explaintable_markdown(Buf *out, const ExplainRows *rows, bool reasons);
void explaintable_tex(Buf *out, const ExplainRows *rows, bool reasons);

/* Appends text with what TeX would take for commands written out. */
void explaintable_tex_text(Buf *out, const char *text);

#endif
