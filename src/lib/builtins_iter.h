/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip, enumerate, map, filter, reversed, range: what calling them gives. */
#ifndef XENT_LIB_BUILTINS_ITER_H
#define XENT_LIB_BUILTINS_ITER_H

#include "lang/native.h"

Value builtins_iter_range(const Value *args);
Value builtins_iter_enumerate(const Value *args);
Value builtins_iter_zip(const Value *args);
Value builtins_iter_map(const Value *args);
Value builtins_iter_filter(const Value *args);
Value builtins_iter_reversed(const Value *args);

/* iter(f, end): calls f until it gives end. */
Value builtins_iter_until(Value function, Value end);

#endif
