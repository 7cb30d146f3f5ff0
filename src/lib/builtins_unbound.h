/* SPDX-License-Identifier: GPL-3.0-or-later */
/* str.upper and its kin: methods of the builtin classes as functions. */
#ifndef XENT_LIB_BUILTINS_UNBOUND_H
#define XENT_LIB_BUILTINS_UNBOUND_H

#include "lang/class.h"

/* Gives the classes str, list, tuple, dict and set their methods. */
bool builtins_unbound_fill(Class *c);

#endif
