/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `from module import *`: every name that the module exports is bound. */
#ifndef XENT_LANG_IMPORTSTAR_H
#define XENT_LANG_IMPORTSTAR_H

#include "lang/exec.h"

bool importstar_bind(Frame *f, const char *dotted, Value module);

/* An undefined name that a module imported so really has is refused: true with
   the error record filled. */
bool importstar_refuses(const char *name);

/* Forgets what was imported (at exit). */
void importstar_forget(void);

#endif
