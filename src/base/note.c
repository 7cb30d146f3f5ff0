/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/note.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

enum { QUEUE_MAX = 64 }; /* a loop that warns at a thousand places is cut */

NotePlace note_place;

static Note queue[QUEUE_MAX];
static size_t first, waiting;
static uint64_t *given; /* hashes of what was said */
static size_t given_count, given_cap;

/* The place counts by its line's text and number, so that a line typed again
   at the prompt is the same place. */
static uint64_t note_hash(const Note *n) {
  uint64_t h = hash_bytes(HASH_START, n->category, strlen(n->category));
  h = hash_bytes(h, buf_text(&n->text), n->text.len);
  if (n->source) {
    SourcePlace at = source_place(n->source, n->span.from);
    h = hash_bytes(h, n->source->name, strlen(n->source->name));
    h = hash_bytes(h, at.text, at.len) + at.line;
  }
  return h;
}

static bool said_before(uint64_t h) {
  for (size_t i = 0; i < given_count; i++)
    if (given[i] == h)
      return true;
  if (mem_grow((void **)&given, &given_cap, given_count + 1, sizeof *given))
    given[given_count++] = h;
  return false;
}

void note_add(const char *category, const char *format, ...) {
  if (waiting == QUEUE_MAX)
    return;
  Note n = {.category = category, .span = note_place.span};
  n.source = source_ref(note_place.source);
  va_list args;
  va_start(args, format);
  buf_vfmt(&n.text, format, args);
  va_end(args);
  if (n.text.failed || said_before(note_hash(&n)))
    note_free(&n);
  else
    queue[(first + waiting++) % QUEUE_MAX] = n;
}

bool note_take(Note *out) {
  if (!waiting)
    return false;
  *out = queue[first];
  first = (first + 1) % QUEUE_MAX;
  waiting--;
  return true;
}

void note_free(Note *n) {
  source_unref(n->source);
  buf_free(&n->text);
}

void note_forget(void) {
  Note n;
  while (note_take(&n))
    note_free(&n);
  mem_free(given);
  given = NULL;
  given_count = given_cap = 0;
}
