/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ops/derive.h"

#include "base/glyph.h"
#include "base/mem.h"

#include <stdarg.h>
#include <string.h>

static char *copy(Derivation *d, const char *text) {
  char *c = mem_copy_text(text, strlen(text));
  if (!c)
    d->failed = true;
  return c;
}

static DeriveStep *newest(Derivation *d) {
  return d->failed || !d->count ? NULL : d->steps + d->count - 1;
}

void derive_step(Derivation *d, const char *label, Array *values,
                 const char *words, ...) {
  if (d->failed ||
      !mem_grow((void **)&d->steps, &d->cap, d->count + 1, sizeof *d->steps)) {
    d->failed = true;
    return;
  }
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, words);
  buf_vfmt(&text, words, args);
  va_end(args);
  buf_add(&text, "", 0);
  d->steps[d->count++] = (DeriveStep){.label = copy(d, label),
                                      .values = array_ref(values),
                                      .words = buf_take(&text)};
  d->failed |= !d->steps[d->count - 1].words;
}

void derive_check(Derivation *d, bool holds) {
  DeriveStep *s = newest(d);
  if (s)
    s->check = holds ? DERIVE_TRUE : DERIVE_FALSE;
}

void derive_reason(Derivation *d, const char *reason) {
  DeriveStep *s = newest(d);
  if (!s)
    return;
  mem_free(s->reason);
  s->reason = copy(d, reason);
}

void derive_title(Derivation *d, const char *format, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&text, format, args);
  va_end(args);
  buf_add(&text, "", 0);
  mem_free(d->title);
  d->title = buf_take(&text);
  d->failed |= !d->title;
}

void derive_agrees(Derivation *d, const char *what, double difference,
                   double tolerance) {
  if (d->checks.len)
    buf_char(&d->checks, '\n');
  bool holds = difference <= tolerance;
  size_t n = strlen(what);
  const char *agree = n && what[n - 1] == 's' ? "agree" : "agrees";
  if (difference == 0)
    buf_fmt(&d->checks, "%s %s exactly", what, agree);
  else
    buf_fmt(&d->checks, "%s %s to %.0e", what, agree, difference);
  buf_fmt(&d->checks, " %s", glyph(holds ? GLYPH_TICK : GLYPH_CROSS));
  d->failed |= d->checks.failed;
}

void derive_free(Derivation *d) {
  for (size_t i = 0; i < d->count; i++) {
    mem_free(d->steps[i].label);
    mem_free(d->steps[i].words);
    mem_free(d->steps[i].reason);
    array_unref(d->steps[i].values);
  }
  mem_free(d->steps);
  mem_free(d->title);
  buf_free(&d->checks);
  *d = (Derivation){0};
}
