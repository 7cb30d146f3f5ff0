/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dtype objects: a.dtype, np.float32, torch.float32. */
#ifndef XENT_LANG_DTYPEVALUE_H
#define XENT_LANG_DTYPEVALUE_H

#include "lang/type.h"

extern const Type dtypevalue_type;

/* as_class: np.float32 as a name, which prints as a class and can be called;
   else what a.dtype gives. */
Value dtypevalue_new(Family family, DType dtype, bool as_class);

/* Whose dtype it is; v is one. */
Family dtypevalue_family(Value v);

/* The dtype that v names: a dtype object, or one of the classes float, int and
   bool. False without an error. */
bool dtypevalue_of(Value v, DType *dtype);

/* np.float32 as a name. */
bool dtypevalue_is_class(Value v);

#endif
