/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What d.keys(), d.values() and d.items() give: a look at the living dict. */
#ifndef XENT_LANG_DICT_VIEW_H
#define XENT_LANG_DICT_VIEW_H

#include "lang/type.h"

extern const Type dict_view_type;

/* what: 'k', 'v' or 'i'. */
Value dict_view_new(Value dict, char what);

/* "dict_keys" and its kin. */
const char *dict_view_name(Value view);

#endif
