/* SPDX-License-Identifier: GPL-3.0-or-later */
/* int(x), int(text, base) and float(x). */
#ifndef XENT_LIB_BUILTINS_PARSE_H
#define XENT_LIB_BUILTINS_PARSE_H

#include "lang/native.h"

Value builtins_parse_int(const Value *args);   /* x, base; each may be absent */
Value builtins_parse_float(const Value *args); /* x */

/* v.name(args...) when v is an instance that has it; *found tells. */
Value builtins_parse_special(Value v, const char *name, const Value *args,
                             int n, bool *found);

#endif
