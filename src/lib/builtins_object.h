/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builtin functions that ask objects. */
#ifndef XENT_LIB_BUILTINS_OBJECT_H
#define XENT_LIB_BUILTINS_OBJECT_H

#include "lang/native.h"

Value builtins_object_hasattr(const Value *args);
Value builtins_object_getattr(const Value *args);
Value builtins_object_setattr(const Value *args);
Value builtins_object_delattr(const Value *args);
Value builtins_object_isinstance(const Value *args);
Value builtins_object_issubclass(const Value *args);
Value builtins_object_callable(const Value *args);
Value builtins_object_id(const Value *args);
Value builtins_object_hash(const Value *args);
Value builtins_object_iter(const Value *args);
Value builtins_object_next(const Value *args);
Value builtins_object_len(const Value *args);
Value builtins_object_any(const Value *args);
Value builtins_object_all(const Value *args);
Value builtins_object_sorted(const Value *args);
Value builtins_object_super(const Value *args);

#endif
