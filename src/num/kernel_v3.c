/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86-64 with AVX2 and FMA: vectors of 32 bytes. */
#ifdef __x86_64__
#pragma GCC target("avx2,fma")
#define KERNEL_LEVEL 3
#include "num/kernel_level.h"

const Kernels kernel_v3_table = KERNEL_TABLE("v3");
#else
#include "num/kernels.h"

const Kernels kernel_v3_table = {0};
#endif
