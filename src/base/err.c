/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"

#include <errno.h>
#include <string.h>

static Err now;
static bool out_of_memory; /* the message of `now` is fixed then */

void (*err_drop_raised)(Ref *raised);

static const struct {
  const char *name;
  ErrType parent;
} types[] = {{"", ERR_None},
#define X(name, parent) {#name, ERR_##parent},
             ERR_TYPES(X)
#undef X
};

static void fill(ErrType type, const char *format, va_list args) {
  err_clear();
  now.type = type;
  buf_vfmt(&now.text, format, args);
}

bool err_set(ErrType type, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(type, format, args);
  va_end(args);
  return false;
}

void *err_null(ErrType type, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(type, format, args);
  va_end(args);
  return NULL;
}

/* buf_fmt may itself run out of memory and come back here: the flag ends
   that, and the text is then simply empty. */
void *err_memory(size_t n) {
  if (out_of_memory)
    return NULL;
  out_of_memory = true;
  err_clear();
  now.type = ERR_MemoryError;
  double gib = (double)n / (1u << 30);
  if (n > (size_t)1 << 20)
    buf_fmt(&now.text,
            gib < 100 ? "Unable to allocate %.3g GiB"
                      : "Unable to allocate %.0f GiB",
            gib);
  out_of_memory = false;
  return NULL;
}

ErrType err_of_errno(int e) {
  switch (e) {
  case ENOENT: return ERR_FileNotFoundError;
  case EISDIR: return ERR_IsADirectoryError;
  case EACCES:
  case EPERM: return ERR_PermissionError;
  default: return ERR_OSError;
  }
}

bool err_os(int e, const char *path) {
  Buf safe = BUF_EMPTY;
  buf_visible(&safe, path, strlen(path), false);
  err_set(err_of_errno(e), "[Errno %d] %s: '%s'", e, strerror(e),
          buf_text(&safe));
  buf_free(&safe);
  return false;
}

bool err_hint(const char *format, ...) {
  va_list args;
  va_start(args, format);
  buf_clear(&now.hint);
  buf_vfmt(&now.hint, format, args);
  va_end(args);
  return false;
}

bool err_at(Source *source, Span span) {
  if (now.type && !now.source && source && !source->hidden) {
    now.source = source_ref(source);
    now.span = span;
  }
  return false;
}

Err *err_now(void) {
  return &now;
}

bool err_pending(void) {
  return now.type != ERR_None;
}

/* Keeps the buffers: an error in a loop costs no allocation. */
void err_clear(void) {
  source_unref(now.source);
  if (now.raised && err_drop_raised)
    err_drop_raised(now.raised);
  buf_clear(&now.text);
  buf_clear(&now.hint);
  now = (Err){.text = now.text, .hint = now.hint};
}

Err err_take(void) {
  Err e = now;
  now = (Err){0};
  return e;
}

void err_restore(Err *e) {
  err_clear();
  buf_free(&now.text);
  buf_free(&now.hint);
  now = *e;
  *e = (Err){0};
}

void err_free(Err *e) {
  source_unref(e->source);
  if (e->raised && err_drop_raised)
    err_drop_raised(e->raised);
  buf_free(&e->text);
  buf_free(&e->hint);
  *e = (Err){0};
}

const char *err_name(ErrType type) {
  if (type == ERR_UFuncTypeError)
    return "numpy.core._exceptions._UFuncOutputCastingError";
  if (type == ERR_UFuncNoLoopError)
    return "numpy.core._exceptions._UFuncNoLoopError";
  if (type == ERR_AxisError)
    return "numpy.AxisError";
  if (type == ERR_LinAlgError)
    return "numpy.linalg.LinAlgError";
  return types[type].name;
}

ErrType err_by_name(const char *name, size_t n) {
  for (int i = 1; i < ERR_COUNT; i++)
    if (strlen(types[i].name) == n && !memcmp(types[i].name, name, n))
      return (ErrType)i;
  return ERR_None;
}

bool err_is_a(ErrType type, ErrType parent) {
  for (; type; type = types[type].parent)
    if (type == parent || (type == ERR_AxisError && parent == ERR_IndexError))
      return true;
  return false;
}
