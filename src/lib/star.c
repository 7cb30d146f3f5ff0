/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/star.h"

#include "lib/modules.h"

#include <stdio.h>
#include <string.h>

/* Names of the real modules that their __all__ leaves out, as far as xent has
   them. A space on both sides of each. */
static const struct {
  const char *dotted, *names;
} kept[] = {
    {"numpy", " abs lib max min polynomial round test testing version "},
    {"numpy.random", " bit_generator mtrand test "},
    {"torch", " Storage amp autocast autograd backends bfloat16 bool "
              "broadcast_shapes complex128 complex64 contiguous_format cpu "
              "cuda distributed distributions double eig fft float float16 "
              "float32 float64 functional half int int16 int32 int64 int8 jit "
              "linalg long lstsq lu matrix_rank multiprocessing nn optim os "
              "preserve_format quantization random set_default_dtype "
              "set_grad_enabled short solve sparse special storage strided "
              "sys testing types uint8 unique utils version "}};

static bool is_kept(const char *dotted, const char *name) {
  char word[64];
  int n = snprintf(word, sizeof word, " %s ", name);
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (!strcmp(kept[i].dotted, dotted))
      return n < (int)sizeof word && strstr(kept[i].names, word);
  return false;
}

typedef struct Star {
  const char *dotted;
  void (*visit)(void *self, const char *name);
  void *self;
} Star;

static void pass_on(void *self, const char *name) {
  const Star *s = self;
  if (*name != '_' && !is_kept(s->dotted, name))
    s->visit(s->self, name);
}

void star_each(const char *dotted, void (*visit)(void *, const char *),
               void *self) {
  Star s = {dotted, visit, self};
  modules_each(dotted, pass_on, &s);
}
