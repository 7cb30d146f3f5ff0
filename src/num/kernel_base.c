/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any machine: vectors of 16 bytes, which the compiler maps to what it has. */
#define KERNEL_LEVEL 0
#include "num/kernel_level.h"

const Kernels kernel_base_table = KERNEL_TABLE("baseline");
