/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nn/netmath.h"

#include "nn/netmath_body.h"
#include "num/kernels.h"

const Netmath netmath_plain = NETMATH_TABLE("plain");

const Netmath *netmath_choose(void) {
  bool plain = kernels_get() == &kernel_base_table;
  return plain ? &netmath_plain : &netmath_avx2_table;
}
