/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements about failure: raise, try, with. */
#ifndef XENT_LANG_EXECTRY_H
#define XENT_LANG_EXECTRY_H

#include "lang/exec.h"

bool exectry_raise(Frame *f, Node *n); /* always false */
Flow exectry_try(Frame *f, Node *n);
Flow exectry_with(Frame *f, Node *n);

#endif
