/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/interp.h"

#include "base/mem.h"
#include "lang/cycle.h"
#include "lang/eval.h"
#include "lang/exception.h"
#include "lang/importstar.h"
#include "lang/native.h"
#include "lang/row.h"
#include "lang/suggest.h"
#include "lang/type.h"

#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>

Interp interp;

enum { STACK_VALUES = 1 << 16, STACK_DEFAULT = 8 << 20 };

static size_t usable_stack(void) {
  struct rlimit limit;
  size_t size = STACK_DEFAULT;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
    size = limit.rlim_cur;
  return size / 4 * 3;
}

bool interp_stack_left(void) {
  char here;
  size_t used = (size_t)(interp.stack_base - &here);
  return (interp.depth < INTERP_MAX_DEPTH && used <= interp.stack_limit) ||
         err_set(ERR_RecursionError, "maximum recursion depth exceeded");
}

bool interp_start(void) {
  char here;
  interp.stack = mem_alloc(STACK_VALUES * sizeof(Value));
  if (!interp.stack)
    return false;
  interp.top = interp.stack;
  interp.end = interp.stack + STACK_VALUES;
  interp.stack_base = &here;
  interp.stack_limit = usable_stack();
  interp.numpy_text = TEXTNUMPY_DEFAULTS;
  interp.torch_text = TEXTTORCH_DEFAULTS;
  interp.digits = 4;
  ast_drop_caches = eval_drop_caches;
  return true;
}

const Frame *interp_learner(const Frame *f, const Node **n) {
  if (!f || !f->tree->library)
    return f;
  while (f && f->tree->library)
    f = f->up;
  *n = f ? f->at : NULL;
  return f;
}

/* --- tables by symbol ---------------------------------------------------- */

static bool widen(void **items, uint32_t old, uint32_t room, size_t size) {
  char *p = mem_resize(*items, room * size);
  if (!p)
    return false;
  memset(p + old * size, 0, (room - old) * size);
  *items = p;
  return true;
}

static bool make_room(const Sym *name) {
  if (name->id < interp.room)
    return true;
  uint32_t room = interp.room ? interp.room * 2 : 512;
  while (room <= name->id)
    room *= 2;
  if (!widen((void **)&interp.globals, interp.room, room, sizeof(Value)) ||
      !widen((void **)&interp.builtins, interp.room, room, sizeof(Value)) ||
      !widen((void **)&interp.origins, interp.room, room, sizeof(Origin)))
    return false;
  interp.room = room;
  return true;
}

Value interp_global(const Sym *name) {
  if (!make_room(name))
    return value_error();
  if (value_ok(interp.globals[name->id]))
    return interp.globals[name->id];
  Value *known = &interp.builtins[name->id];
  if (!value_ok(*known) && interp.find_builtin) {
    Value v = interp.find_builtin(name, interp.strict);
    /* finding may have made the tables grow */
    known = &interp.builtins[name->id];
    *known = v;
  }
  return *known;
}

Value interp_bound(const Sym *name) {
  return name && name->id < interp.room ? interp.globals[name->id]
                                        : value_absent();
}

bool interp_set_global(const Sym *name, Value v) {
  if (!make_room(name))
    return false;
  value_put(&interp.globals[name->id], value_ref(v));
  return true;
}

bool interp_del_global(const Sym *name) {
  if (!value_ok(interp_bound(name)))
    return false;
  value_put(&interp.globals[name->id], value_absent());
  return true;
}

const Origin *interp_origin(const Sym *name) {
  bool known = name->id < interp.room && interp.origins[name->id].source;
  return known ? &interp.origins[name->id] : NULL;
}

bool interp_set_origin(const Sym *name, Source *source, Span span) {
  if (!make_room(name))
    return false;
  Origin *o = &interp.origins[name->id];
  source_unref(o->source);
  *o = (Origin){source_ref(source), span};
  return true;
}

void interp_clear_globals(void) {
  for (uint32_t i = 0; i < interp.room; i++) {
    value_put(&interp.globals[i], value_absent());
    source_unref(interp.origins[i].source);
    interp.origins[i] = (Origin){0};
  }
}

/* --- names of libraries -------------------------------------------------- */

const Sym *interp_library_name(const Sym *library, const Sym *name) {
  char few[128], *text = few;
  size_t n = library->len + 1 + name->len;
  if (n > sizeof few && !(text = mem_alloc(n)))
    return NULL;
  memcpy(text, library->text, library->len);
  text[library->len] = ':';
  memcpy(text + library->len + 1, name->text, name->len);
  const Sym *sym = sym_of(text, n);
  if (text != few)
    mem_free(text);
  return sym;
}

bool interp_is_library_name(const Sym *name) {
  return memchr(name->text, ':', name->len) != NULL;
}

bool interp_set_library(const Sym *library_name, Value v) {
  if (!library_name || !make_room(library_name))
    return false;
  value_put(&interp.builtins[library_name->id], value_ref(v));
  return true;
}

static void forget_builtins(bool libraries) {
  for (uint32_t i = 0; i < interp.room; i++)
    if (value_ok(interp.builtins[i]) &&
        (libraries || !interp_is_library_name(sym_by_id(i))))
      value_put(&interp.builtins[i], value_absent());
}

void interp_forget_builtins(void) {
  forget_builtins(false);
}

/* --- random streams ------------------------------------------------------ */

static NpRandom *numpy_stream;
static TorchRandom *torch_stream;
static bool seeded;
static uint64_t seed;

static uint64_t new_seed(void) {
  uint64_t s = 0;
  if (!seeded && getrandom(&s, sizeof s, 0) != (ssize_t)sizeof s)
    s = (uint64_t)(uintptr_t)&s;
  return seeded ? seed : s & 0x1fffffffffffff;
}

NpRandom *interp_numpy_random(void) {
  if (!numpy_stream && (numpy_stream = mem_alloc(sizeof *numpy_stream)))
    nprandom_seed(numpy_stream, (int64_t)(new_seed() & 0xffffffff));
  return numpy_stream;
}

TorchRandom *interp_torch_random(void) {
  if (!torch_stream && (torch_stream = mem_alloc(sizeof *torch_stream)))
    torchrandom_seed(torch_stream, new_seed());
  return torch_stream;
}

void interp_seed(uint64_t s) {
  seeded = true;
  seed = s;
  mem_free(numpy_stream);
  mem_free(torch_stream);
  numpy_stream = NULL;
  torch_stream = NULL;
}

/* --- did you mean -------------------------------------------------------- */

static void offer(void *self, const char *name) {
  suggest_offer(self, name);
}

const char *interp_nearest(const char *name) {
  Suggest s = suggest_start(name);
  for (uint32_t i = 0; i < sym_count(); i++)
    if (value_ok(interp_bound(sym_by_id(i))))
      suggest_offer(&s, sym_by_id(i)->text);
  if (interp.each_builtin)
    interp.each_builtin(offer, &s);
  return s.best;
}

void interp_free(void) {
  interp_clear_globals();
  forget_builtins(true);
  cycle_break_all();
  exception_free();
  importstar_forget();
  row_free();
  native_free();
  mem_free(interp.globals);
  mem_free(interp.builtins);
  mem_free(interp.origins);
  mem_free(interp.stack);
  mem_free(numpy_stream);
  mem_free(torch_stream);
  numpy_stream = NULL;
  torch_stream = NULL;
  interp = (Interp){0};
}
