/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/source.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <string.h>

Source *source_new(const char *name, const char *text, size_t len) {
  size_t name_len = strlen(name);
  Source *s = mem_alloc(sizeof *s + len + name_len + 2);
  if (!s)
    return NULL;
  *s = (Source){.refs = 1, .first_line = 1, .len = len};
  s->text = (char *)(s + 1);
  s->name = s->text + len + 1;
  memcpy(s->text, text, len);
  s->text[len] = '\0';
  memcpy(s->name, name, name_len + 1);
  return s;
}

Source *source_ref(Source *s) {
  if (s)
    s->refs++;
  return s;
}

void source_unref(Source *s) {
  if (!s || --s->refs)
    return;
  mem_free(s);
}

SourcePlace source_place(const Source *s, uint32_t offset) {
  if (offset > s->len)
    offset = (uint32_t)s->len;
  uint32_t line = s->first_line, start = 0;
  for (uint32_t i = 0; i < offset; i++)
    if (s->text[i] == '\n') {
      line++;
      start = i + 1;
    }
  const char *text = s->text + start;
  uint32_t column = 1 + (uint32_t)utf8_length(text, offset - start);
  const char *end = memchr(text, '\n', s->len - start);
  size_t len = end ? (size_t)(end - text) : s->len - start;
  return (SourcePlace){line, column, text, len};
}
