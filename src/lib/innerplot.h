/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of matplotlib_figure.py, described by dicts, become plots that show/
   can draw. */
#ifndef XENT_LIB_INNERPLOT_H
#define XENT_LIB_INNERPLOT_H

#include "lang/native.h"
#include "show/figure.h"

extern const Native innerplot_natives[];

/* How a figure reaches its reader: app/ sets it. file NULL: where the session
   shows pictures. False: the error record is filled. */
extern bool (*innerplot_show)(const Figure *f, const char *file);

/* Whether a window can be drawn in: app/ sets it. */
extern bool (*innerplot_has_window)(void);

#endif
