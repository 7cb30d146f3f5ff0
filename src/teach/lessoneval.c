/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessoneval.h"

#include "base/err.h"
#include "base/hash.h"
#include "base/note.h"
#include "lang/native.h"
#include "lang/run.h"
#include "teach/lessonparts.h"

#include <math.h>
#include <string.h>

bool (*lessoneval_typed)(const char *text, size_t n, Buf *out);
bool lessoneval_busy;

/* --- unheard -------------------------------------------------------------- */

/* What is switched off while a lesson's own code runs. */
typedef struct Quiet {
  bool busy;
  Watch *doctor;
  void (*write)(void *self, const char *text, size_t n);
} Quiet;

static void write_nothing(void *self, const char *text, size_t n) {
  (void)self;
  (void)text;
  (void)n;
}

static Quiet quiet_begin(void) {
  Quiet before = {lessoneval_busy, interp.doctor, interp.write};
  lessoneval_busy = true;
  interp.doctor = NULL;
  interp.write = write_nothing;
  return before;
}

static void quiet_end(Quiet before) {
  Note n;
  while (note_take(&n))
    note_free(&n);
  lessoneval_busy = before.busy;
  interp.doctor = before.doctor;
  interp.write = before.write;
}

/* Makes the pending error "FILE:LINE: Type: message". Always false. */
static bool locate(const Lesson *l, uint32_t line) {
  Err e = err_take();
  lessonparts_error(l, line, "%s: %s", err_name(e.type), buf_text(&e.text));
  if (e.type == ERR_KeyboardInterrupt || e.type == ERR_MemoryError)
    err_now()->type = e.type;
  err_free(&e);
  return false;
}

/* The line of a failure inside a block that begins at `first`. */
static uint32_t failed_line(uint32_t first) {
  const Err *e = err_now();
  return e->source ? source_place(e->source, e->span.from).line : first;
}

/* --- draw ----------------------------------------------------------------- */

/* splitmix64 (Steele, Lea, Flood 2014), from a seed per step. */
static uint64_t draw_state;

static double draw_unit(void) {
  uint64_t z = draw_state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static Value draw(const Value *args) {
  double lo, hi, u = draw_unit();
  if (!value_to_double(args[0], &lo) || !value_to_double(args[1], &hi))
    return value_error();
  if (!(lo <= hi) || hi - lo > 1e15)
    return err_set(ERR_ValueError, "draw wants a low and a high end"),
           value_error();
  int64_t from, to;
  if (value_as_int(args[0], &from) && value_as_int(args[1], &to) &&
      args[0].tag == VALUE_INT && args[1].tag == VALUE_INT)
    return value_int(from + (int64_t)(u * (double)(to - from + 1)));
  return value_float(round((lo + u * (hi - lo)) * 100) / 100);
}

static const Native draw_row = {
    .name = "draw",
    .params = "lo hi",
    .call = draw,
    .help = "A number between lo and hi that differs from learner to learner."};

static void draw_seed(const Lesson *l, size_t step, uint64_t seed) {
  uint64_t h = hash_bytes(HASH_START ^ seed, l->name, strlen(l->name));
  draw_state = (h ^ step) * HASH_PRIME;
}

/* --- running -------------------------------------------------------------- */

Value lessoneval_expression(const Lesson *l, uint32_t line, const char *text) {
  Quiet before = quiet_begin();
  Value v = run_expression(l->path, line, text, strlen(text));
  quiet_end(before);
  if (!value_ok(v))
    locate(l, line);
  return v;
}

/* Runs a tree while `draw` is a name. */
static bool run_with_draw(Tree *tree) {
  const Sym *name = sym_lit("draw");
  Value old = value_ref(interp_bound(name));
  Value native = native_value(&draw_row, value_absent());
  bool ok = name && value_ok(native) && interp_set_global(name, native) &&
            exec_tree(tree, NULL, NULL);
  value_unref(native);
  if (name && value_ok(old))
    ok = interp_set_global(name, old) && ok;
  else if (name)
    interp_del_global(name);
  value_unref(old);
  return ok;
}

bool lessoneval_run(const Lesson *l, size_t step, const LessonBlock *b,
                    uint64_t seed) {
  draw_seed(l, step + (size_t)b->line, seed);
  Tree *tree = run_parse(l->path, b->line, b->text, strlen(b->text), true);
  Quiet before = quiet_begin();
  bool ok = tree && run_with_draw(tree);
  quiet_end(before);
  ast_unref(tree);
  return ok || locate(l, failed_line(b->line));
}

static bool echo(void *self, const Node *statement, Value v) {
  if (!value_ok(v) || value_is_none(v) || statement->flags & AST_SILENT)
    return true;
  bool ok = value_repr(self, v);
  buf_char(self, '\n');
  return ok;
}

static void write_buf(void *self, const char *text, size_t n) {
  buf_add(self, text, n);
}

/* Without app/: values and prints only. */
static bool type_bare(const char *text, size_t n, Buf *out) {
  void (*write)(void *, const char *, size_t) = interp.write;
  void *self = interp.write_self;
  interp.write = write_buf;
  interp.write_self = out;
  if (!run_text("<lesson>", text, n, echo, out)) {
    buf_fmt(out, "%s: %s\n", err_name(err_now()->type),
            buf_text(&err_now()->text));
    err_clear();
  }
  interp.write = write;
  interp.write_self = self;
  return !out->failed;
}

bool lessoneval_show(const LessonEntry *e, Buf *out) {
  bool busy = lessoneval_busy;
  lessoneval_busy = true;
  size_t n = strlen(e->input);
  bool ok = lessoneval_typed ? lessoneval_typed(e->input, n, out)
                             : type_bare(e->input, n, out);
  lessoneval_busy = busy;
  return ok;
}
