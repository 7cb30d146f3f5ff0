/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's module sys: how a program was called, and leaving it. */
#ifndef XENT_LIB_SYS_H
#define XENT_LIB_SYS_H

#include "lang/native.h"

extern const Native sys_natives[];

/* argv and maxsize; absent: none. */
Value sys_find(const Sym *name);

#endif
