/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods of str that add or remove blanks around a text. */
#ifndef XENT_LANG_STR_PAD_H
#define XENT_LANG_STR_PAD_H

#include "lang/str.h"

Value str_pad_strip(const Value *args);
Value str_pad_lstrip(const Value *args);
Value str_pad_rstrip(const Value *args);
Value str_pad_center(const Value *args);
Value str_pad_ljust(const Value *args);
Value str_pad_rjust(const Value *args);
Value str_pad_zfill(const Value *args);
Value str_pad_expandtabs(const Value *args);

#endif
