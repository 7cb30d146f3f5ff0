/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's module time, as far as one needs it to measure. */
#ifndef XENT_LIB_TIME_H
#define XENT_LIB_TIME_H

#include "lang/native.h"

extern const Native time_natives[];

#endif
