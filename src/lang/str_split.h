/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods of str that take texts apart and put them together. */
#ifndef XENT_LANG_STR_SPLIT_H
#define XENT_LANG_STR_SPLIT_H

#include "lang/str.h"

Value str_split_split(const Value *args);
Value str_split_rsplit(const Value *args);
Value str_split_splitlines(const Value *args);
Value str_split_partition(const Value *args);
Value str_split_rpartition(const Value *args);
Value str_split_join(const Value *args);

#endif
