/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builtin functions about text: print, input, repr and their kin. */
#ifndef XENT_LIB_BUILTINS_TEXT_H
#define XENT_LIB_BUILTINS_TEXT_H

#include "lang/native.h"

Value builtins_text_print(const Value *args);
Value builtins_text_input(const Value *args);
Value builtins_text_repr(const Value *args);
Value builtins_text_ascii(const Value *args);
Value builtins_text_format(const Value *args);
Value builtins_text_chr(const Value *args);
Value builtins_text_ord(const Value *args);

#endif
