/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonspace.h"

#include "base/err.h"
#include "base/mem.h"
#include "lang/interp.h"
#include "teach/lessonnames.h"

#include <string.h>

/* The text of a bound global; false: unbound, or it has no text. */
static bool text_of(const Sym *name, Buf *out) {
  Value v = interp_bound(name);
  bool ok = value_ok(v) && value_repr(out, v);
  if (value_ok(v) && !ok)
    err_clear();
  return ok;
}

static LessonName *slot_of(LessonSpace *s, const Sym *name) {
  for (size_t i = 0; i < s->n; i++)
    if (s->items[i].name == name)
      return &s->items[i];
  if (!mem_grow((void **)&s->items, &s->cap, s->n + 1, sizeof *s->items))
    return NULL;
  s->items[s->n] = (LessonName){name, NULL};
  return &s->items[s->n++];
}

/* Functions and classes have no text to compare: they are passed over. */
static bool remember(void *self, const Sym *name) {
  Buf text = BUF_EMPTY;
  bool ok = true;
  if (text_of(name, &text) && !strchr(buf_text(&text), '<')) {
    LessonName *slot = slot_of(self, name);
    ok = slot != NULL;
    if (slot) {
      mem_free(slot->text);
      slot->text = buf_take(&text);
    }
  }
  buf_free(&text);
  return ok;
}

bool lessonspace_remember(LessonSpace *s, const char *code) {
  bool ok = lessonnames_bound(code, strlen(code), remember, s);
  if (!ok && err_now()->type != ERR_MemoryError) {
    err_clear(); /* a command in a transcript binds nothing */
    ok = true;
  }
  return ok;
}

bool lessonspace_changed(const LessonSpace *s, Buf *names) {
  bool any = false;
  for (size_t i = 0; i < s->n; i++) {
    Buf now = BUF_EMPTY;
    const LessonName *item = &s->items[i];
    bool same = text_of(item->name, &now) && item->text &&
                !strcmp(item->text, buf_text(&now));
    buf_free(&now);
    if (same || !item->text)
      continue;
    buf_fmt(names, "%s%s", any ? ", " : "", item->name->text);
    any = true;
  }
  return any;
}

void lessonspace_free(LessonSpace *s) {
  for (size_t i = 0; i < s->n; i++)
    mem_free(s->items[i].text);
  mem_free(s->items);
  *s = (LessonSpace){0};
}

/* --- all globals ---------------------------------------------------------- */

struct LessonGlobals {
  uint32_t n;
  Value *values;
  Origin *origins;
};

/* The tables' contents are moved out: nothing is counted. */
LessonGlobals *lessonspace_put_aside(void) {
  LessonGlobals *g = mem_zeroed(1, sizeof *g);
  size_t n = interp.room;
  Value *values = g ? mem_zeroed(n + 1, sizeof *values) : NULL;
  Origin *origins = values ? mem_zeroed(n + 1, sizeof *origins) : NULL;
  if (!origins) {
    mem_free(values);
    mem_free(g);
    return NULL;
  }
  *g = (LessonGlobals){interp.room, values, origins};
  if (n) {
    memcpy(values, interp.globals, n * sizeof *values);
    memcpy(origins, interp.origins, n * sizeof *origins);
    memset(interp.globals, 0, n * sizeof *values);
    memset(interp.origins, 0, n * sizeof *origins);
  }
  return g;
}

void lessonspace_bring_back(LessonGlobals *g) {
  interp_clear_globals();
  if (g->n) {
    memcpy(interp.globals, g->values, g->n * sizeof *g->values);
    memcpy(interp.origins, g->origins, g->n * sizeof *g->origins);
  }
  mem_free(g->values);
  mem_free(g->origins);
  mem_free(g);
}
