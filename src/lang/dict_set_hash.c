/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CPython's hashes. For numbers: the residue modulo the prime 2^61 - 1, equal
   for equal numbers of any type. Tuples mix theirs in xxHash's way. */
#include "lang/dict_set.h"
#include "lang/nest.h"
#include "lang/tuple.h"

#include <math.h>

enum { HASH_BITS = 61 };
static const uint64_t modulus = ((uint64_t)1 << HASH_BITS) - 1;

static uint64_t signed_hash(bool negative, uint64_t h) {
  h = negative ? -h : h;
  return h == UINT64_MAX ? UINT64_MAX - 1 : h;
}

static uint64_t hash_int(int64_t i) {
  uint64_t size = i < 0 ? -(uint64_t)i : (uint64_t)i;
  return signed_hash(i < 0, size % modulus);
}

static uint64_t hash_float(double f) {
  int e;
  if (isnan(f))
    return 0x7ff8;
  if (isinf(f))
    return f > 0 ? 314159 : -(uint64_t)314159;
  double m = frexp(fabs(f), &e);
  uint64_t x = 0;
  while (m != 0) {
    x = (x << 28 & modulus) | x >> (HASH_BITS - 28);
    m *= 268435456;
    e -= 28;
    uint64_t whole = (uint64_t)m;
    m -= (double)whole;
    x += whole;
    if (x >= modulus)
      x -= modulus;
  }
  e = e >= 0 ? e % HASH_BITS : HASH_BITS - 1 - (-1 - e) % HASH_BITS;
  x = e ? (x << e & modulus) | x >> (HASH_BITS - e) : x;
  return signed_hash(f < 0, x);
}

static bool hash_tuple(const Tuple *t, uint64_t *out) {
  uint64_t h = 2870177450012600261u;
  bool ok = nest_enter();
  if (!ok)
    return false;
  for (size_t i = 0; ok && i < t->n; i++) {
    uint64_t lane = 0;
    ok = dict_set_hash(t->items[i], &lane);
    h += lane * 14029467366897019727u;
    h = (h << 31 | h >> 33) * 11400714785074694791u;
  }
  nest_leave();
  h += t->n ^ (2870177450012600261u ^ 3527539u);
  *out = h == UINT64_MAX ? 1546275796 : h;
  return ok;
}

bool dict_set_hash(Value v, uint64_t *out) {
  const Array *a = value_array(v);
  double f;
  if (v.tag == VALUE_INT || v.tag == VALUE_BOOL)
    return *out = hash_int(v.i), true;
  if (v.tag == VALUE_FLOAT)
    return *out = hash_float(v.f), true;
  if (tuple_of(v))
    return hash_tuple(tuple_of(v), out);
  if (!a || !a->scalar || a->size != 1 || !value_as_double(v, &f))
    return value_hash(v, out);
  *out = dtype_is_float((DType)a->dtype) ? hash_float(f)
                                         : hash_int(array_get_int(a, 0));
  return true;
}
