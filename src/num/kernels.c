/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/kernels.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static bool has_v3(void) {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return false;
#endif
}

static bool has_v4(void) {
#ifdef __x86_64__
  return has_v3() && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl");
#else
  return false;
#endif
}

const Kernels *kernels_named(const char *name) {
  if (strcmp(name, "baseline") == 0)
    return &kernel_base_table;
  if (strcmp(name, "v3") == 0 && has_v3())
    return &kernel_v3_table;
  if (strcmp(name, "v4") == 0 && has_v4())
    return &kernel_v4_table;
  return NULL;
}

static const Kernels *choose(void) {
  const char *forced = getenv("XENT_SIMD");
  const Kernels *k = forced ? kernels_named(forced) : NULL;
  if (!k)
    k = kernels_named("v4");
  if (!k)
    k = kernels_named("v3");
  return k ? k : &kernel_base_table;
}

const Kernels *kernels_get(void) {
  static const Kernels *chosen;
  if (!chosen)
    chosen = choose();
  return chosen;
}
