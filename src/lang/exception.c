/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/exception.h"

#include "lang/instance.h"
#include "lang/str.h"
#include "lang/tuple.h"

#include <string.h>

static Value classes[ERR_COUNT];

/* What __name__ says: NumPy's two errors of ufuncs are called by their base. */
static const char *short_name(ErrType type) {
  const char *full = err_name(type);
  if (err_is_a(type, ERR_UFuncTypeError))
    return "UFuncTypeError";
  return strrchr(full, '.') ? strrchr(full, '.') + 1 : full;
}

Value exception_class(ErrType type) {
  if (value_ok(classes[type]))
    return classes[type];
  const Sym *sym = sym_lit(short_name(type));
  Value c = sym ? class_new(sym, NULL) : value_error();
  if (value_ok(c)) {
    class_of(c)->exception = type;
    class_of(c)->module = "";
  }
  return classes[type] = c;
}

void exception_free(void) {
  for (int i = 0; i < ERR_COUNT; i++)
    value_put(&classes[i], value_absent());
}

const char *exception_name(const Err *e) {
  Value v = {.tag = VALUE_REF, .ref = e->raised};
  bool own = e->raised && instance_of(v) && *instance_of(v)->type->module;
  return own ? instance_of(v)->type->name->text : err_name(e->type);
}

static void drop_raised(Ref *raised) {
  value_unref((Value){.tag = VALUE_REF, .ref = raised});
}

/* An instance for an error that C code raised: its one argument is the text. */
static Value instance_from(Err *e) {
  Value class = exception_class(e->type);
  Value v = value_ok(class) ? instance_new(class_of(class)) : value_error();
  if (!value_ok(v))
    return v;
  Value text = str_new(buf_text(&e->text), e->text.len);
  Instance *self = instance_of(v);
  bool empty = !e->text.len;
  self->args = value_ok(text) ? tuple_new(&text, !empty) : value_error();
  value_unref(text);
  if (value_ok(self->args))
    return v;
  value_unref(v);
  return value_error();
}

Value exception_catch(void) {
  Err e = err_take();
  Value v = e.raised ? value_ref((Value){.tag = VALUE_REF, .ref = e.raised})
                     : instance_from(&e);
  Instance *self = instance_of(v);
  if (self && !self->source && e.source) {
    self->source = source_ref(e.source);
    self->span = e.span;
  }
  err_free(&e);
  return v;
}

bool exception_raise(Value exception) {
  Value v = value_ref(exception);
  if (class_of(exception) && class_of(exception)->exception) {
    value_unref(v);
    v = value_call_n(exception, NULL, 0);
    if (!value_ok(v))
      return false;
  }
  Instance *self = instance_of(v);
  if (!self || !self->type->exception) {
    value_unref(v);
    return err_set(ERR_TypeError, "exceptions must derive from BaseException");
  }
  Buf text = BUF_EMPTY;
  if (value_str(&text, v)) {
    err_set(self->type->exception, "%s", buf_text(&text));
    err_drop_raised = drop_raised;
    err_now()->raised = value_ref(v).ref;
    err_at(self->source, self->span);
  }
  buf_free(&text);
  value_unref(v);
  return false;
}
