/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `from MODULE import *` binds. */
#ifndef XENT_LIB_STAR_H
#define XENT_LIB_STAR_H

/* Each name of the module that the real one exports. */
void star_each(const char *dotted, void (*visit)(void *self, const char *name),
               void *self);

#endif
