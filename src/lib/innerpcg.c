/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innerpcg.h"

#include "base/stop.h"
#include "lang/list.h"
#include "lang/rowarg.h"
#include "lang/str.h"
#include "num/pcg.h"

#include <string.h>
#include <sys/random.h>

enum { BETWEEN_LOOKS = 65536 };

static Pcg *stream(Value v) {
  return value_array(v)->data;
}

/* A new stream from a list of words; None: from the system. */
static Value pcg_new(const Value *args) {
  const Value *items = NULL;
  size_t n = 0;
  int64_t bytes = sizeof(Pcg), word;
  uint32_t system_words[4], *words = system_words;
  bool given = list_items(args[0], &items, &n);
  if (given)
    words = mem_alloc(n * sizeof *words + 1);
  else if (getrandom(system_words, sizeof system_words, 0) !=
           sizeof system_words)
    memset(system_words, 1, sizeof system_words);
  if (!words)
    return value_error();
  for (size_t i = 0; i < n; i++)
    words[i] = value_as_int(items[i], &word) ? (uint32_t)word : 0;
  Array *room = array_zeros(FAMILY_NUMPY, DT_U8, 1, &bytes);
  if (room)
    pcg_seed(room->data, words, given ? (int64_t)n : 4);
  if (given)
    mem_free(words);
  return value_of_array(room);
}

/* n draws as float64. */
static Value draws(const Value *args, double (*draw)(Pcg *g)) {
  int64_t n;
  if (!value_to_index(args[1], &n))
    return value_error();
  Array *out = array_new(FAMILY_NUMPY, DT_F64, 1, &n);
  for (int64_t i = 0; out && i < n; i++) {
    if (i % BETWEEN_LOOKS == 0 && STOP_ASKED()) {
      array_unref(out);
      return value_error();
    }
    ((double *)out->data)[i] = draw(stream(args[0]));
  }
  return value_of_array(out);
}

static Value uniforms(const Value *args) {
  return draws(args, pcg_uniform);
}

static Value normals(const Value *args) {
  return draws(args, pcg_normal);
}

static Value exponentials(const Value *args) {
  return draws(args, pcg_exponential);
}

static double float_uniform(Pcg *g) {
  return (double)((float)(pcg_next32(g) >> 8) * 0x1p-24f);
}

static Value float_uniforms(const Value *args) {
  return draws(args, float_uniform);
}

/* n integers from low to low + range in a dtype. */
static Value integers(const Value *args) {
  DType t;
  int64_t low, range, n;
  if (!value_to_index(args[1], &low) || !value_to_index(args[2], &range) ||
      !value_to_index(args[3], &n) || !rowarg_dtype(args[4], &t))
    return value_error();
  Array *out = array_new(FAMILY_NUMPY, t, 1, &n);
  int bits = t == DT_BOOL ? 1 : 8 * (int)dtype_size(t), left = 0;
  uint32_t store = 0;
  Pcg *g = stream(args[0]);
  for (int64_t i = 0; out && i < n; i++)
    array_put_int(
        out, i,
        low + (int64_t)(bits >= 32 ? pcg_bounded(g, (uint64_t)range)
                                   : pcg_bounded_small(g, (uint32_t)range, bits,
                                                       &left, &store)));
  return value_of_array(out);
}

/* One integer of 0 .. most, as shuffle() draws it. */
static Value interval(const Value *args) {
  int64_t most;
  if (!value_to_index(args[1], &most))
    return value_error();
  return value_int((int64_t)pcg_interval(stream(args[0]), (uint64_t)most));
}

static Value bounded(const Value *args) {
  int64_t range;
  if (!value_to_index(args[1], &range))
    return value_error();
  return value_int((int64_t)pcg_bounded(stream(args[0]), (uint64_t)range));
}

/* Shuffles the places first .. n-1 of a line of int64 from its end. */
static Value shuffled(const Value *args) {
  int64_t first;
  Array *a = value_array(args[1]);
  if (!value_to_index(args[2], &first))
    return value_error();
  bool masked = value_truth(args[3]) > 0;
  int64_t *x = a->data;
  for (int64_t i = a->size - 1; i >= first; i--) {
    Pcg *g = stream(args[0]);
    int64_t j = (int64_t)(masked ? pcg_interval(g, (uint64_t)i)
                                 : pcg_bounded(g, (uint64_t)i));
    int64_t kept = x[i];
    x[i] = x[j];
    x[j] = kept;
  }
  return value_none();
}

/* "0x7F0A12B4C560": where a value lies. */
static Value address(const Value *args) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "0x%llX", (unsigned long long)(uintptr_t)args[0].ref);
  return str_of_buf(&b);
}

const Native innerpcg_natives[] = {
    {"pcg_new", "words", pcg_new, "a stream", NULL, NULL},
    {"pcg_uniforms", "g n", uniforms, "numbers of [0, 1)", NULL, NULL},
    {"pcg_float_uniforms", "g n", float_uniforms, "float32 of [0, 1)", NULL,
     NULL},
    {"pcg_normals", "g n", normals, "normal numbers", NULL, NULL},
    {"pcg_exponentials", "g n", exponentials, "exponential numbers", NULL,
     NULL},
    {"pcg_integers", "g low range n dtype", integers, "whole numbers", NULL,
     NULL},
    {"pcg_bounded", "g range", bounded, "a whole number", NULL, NULL},
    {"pcg_interval", "g most", interval, "a whole number", NULL, NULL},
    {"pcg_shuffle", "g line first masked", shuffled, "shuffles int64 in place",
     NULL, NULL},
    {"address", "x", address, "where a value lies", NULL, NULL},
    {0}};
