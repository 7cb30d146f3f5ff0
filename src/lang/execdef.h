/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements that define: def, class, import. */
#ifndef XENT_LANG_EXECDEF_H
#define XENT_LANG_EXECDEF_H

#include "lang/interp.h"

bool execdef_function(Frame *f, Node *n);
bool execdef_class(Frame *f, Node *n);
bool execdef_import(Frame *f, Node *n);

#endif
