/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods of str that look for something. */
#ifndef XENT_LANG_STR_SEARCH_H
#define XENT_LANG_STR_SEARCH_H

#include "lang/str.h"

Value str_search_find(const Value *args);
Value str_search_rfind(const Value *args);
Value str_search_index(const Value *args);
Value str_search_rindex(const Value *args);
Value str_search_count(const Value *args);
Value str_search_startswith(const Value *args);
Value str_search_endswith(const Value *args);
Value str_search_replace(const Value *args);
Value str_search_removeprefix(const Value *args);
Value str_search_removesuffix(const Value *args);

#endif
