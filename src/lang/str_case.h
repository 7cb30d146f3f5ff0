/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods of str that change letters or ask what they are. */
#ifndef XENT_LANG_STR_CASE_H
#define XENT_LANG_STR_CASE_H

#include "lang/str.h"

Value str_case_lower(const Value *args);
Value str_case_upper(const Value *args);
Value str_case_title(const Value *args);
Value str_case_capitalize(const Value *args);
Value str_case_swapcase(const Value *args);

Value str_case_isdigit(const Value *args);
Value str_case_isdecimal(const Value *args);
Value str_case_isnumeric(const Value *args);
Value str_case_isalpha(const Value *args);
Value str_case_isalnum(const Value *args);
Value str_case_isspace(const Value *args);
Value str_case_isupper(const Value *args);
Value str_case_islower(const Value *args);
Value str_case_istitle(const Value *args);
Value str_case_isidentifier(const Value *args);
Value str_case_isprintable(const Value *args);
Value str_case_isascii(const Value *args);

#endif
