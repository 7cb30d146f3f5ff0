/* SPDX-License-Identifier: GPL-3.0-or-later */
/* str.format. */
#ifndef XENT_LANG_STR_FORMAT_H
#define XENT_LANG_STR_FORMAT_H

#include "lang/str.h"

/* format.format(*args, **named); args is a tuple, named a dict. */
Value str_format(Value format, Value args, Value named);

#endif
