/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builtin functions that compute. */
#ifndef XENT_LIB_BUILTINS_NUMBER_H
#define XENT_LIB_BUILTINS_NUMBER_H

#include "lang/native.h"

Value builtins_number_sum(const Value *args);
Value builtins_number_min(const Value *args);
Value builtins_number_max(const Value *args);
Value builtins_number_abs(const Value *args);
Value builtins_number_round(const Value *args);
Value builtins_number_divmod(const Value *args);
Value builtins_number_pow(const Value *args);
Value builtins_number_hex(const Value *args);
Value builtins_number_oct(const Value *args);
Value builtins_number_bin(const Value *args);

#endif
