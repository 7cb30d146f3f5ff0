/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NumPy's names that are not rows of ops/. */
#ifndef XENT_LIB_NUMPY_H
#define XENT_LIB_NUMPY_H

#include "lang/native.h"

extern const Native numpy_natives[];
Value numpy_find(const Sym *name); /* newaxis; absent: none */

#endif
