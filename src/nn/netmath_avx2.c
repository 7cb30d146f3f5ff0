/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef __x86_64__
#define LANES_AVX2
#endif

#include "nn/netmath.h"

#include "nn/netmath_body.h"

/* On machines that are not x86-64 this is the plain one again. */
const Netmath netmath_avx2_table = NETMATH_TABLE("avx2");
