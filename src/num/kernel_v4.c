/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86-64 with AVX-512: vectors of 64 bytes. */
#ifdef __x86_64__
#pragma GCC target("avx2,fma,avx512f,avx512dq,avx512bw,avx512vl")
#define KERNEL_LEVEL 4
#include "num/kernel_level.h"

const Kernels kernel_v4_table = KERNEL_TABLE("v4");
#else
#include "num/kernels.h"

const Kernels kernel_v4_table = {0};
#endif
