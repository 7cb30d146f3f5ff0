/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The module `_xent`: what only library files can import. */
#ifndef XENT_LIB_INNER_H
#define XENT_LIB_INNER_H

#include "lang/module.h"

/* The function of this name in one of the tables, or NULL. */
const Native *inner_find(const char *name);

#endif
