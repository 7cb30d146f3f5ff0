/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of changes that the language itself makes. */
#ifndef XENT_OPS_PUT_H
#define XENT_OPS_PUT_H

#include "ops/index.h"

extern const Op put_ops[]; /* put, cast */

enum { PUT_VALUE = 3 }; /* put's argument after those of index_call */

#endif
