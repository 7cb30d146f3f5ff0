/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library's files on NumPy need from C: the options of printing, what
   overflow does, texts of arrays. */
#ifndef XENT_LIB_INNERNUMPY_H
#define XENT_LIB_INNERNUMPY_H

#include "lang/native.h"

extern const Native innernumpy_natives[];

#endif
