/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For numpy_generator.py: streams of PCG64, each in the memory of an array. */
#ifndef XENT_LIB_INNERPCG_H
#define XENT_LIB_INNERPCG_H

#include "lang/native.h"

extern const Native innerpcg_natives[];

#endif
