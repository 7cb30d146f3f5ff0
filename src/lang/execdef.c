/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/execdef.h"

#include "lang/dict.h"
#include "lang/eval.h"
#include "lang/exec.h"
#include "lang/function.h"
#include "lang/importstar.h"
#include "lang/resolve.h"
#include "lang/str.h"

#include <string.h>

/* --- decorators and def -------------------------------------------------- */

/* @d1 @d2 def f: f = d1(d2(f)). Takes v over. */
static Value decorated(Frame *f, Node *const *decorators, int32_t n, Value v) {
  while (value_ok(v) && n--) {
    Value d = eval_node(f, decorators[n]);
    Value next = value_ok(d) ? value_call_n(d, &v, 1) : value_error();
    value_unref(d);
    value_unref(v);
    v = next;
  }
  return v;
}

bool execdef_function(Frame *f, Node *n) {
  if (!eval_resolved(f, n, &n->function.scope))
    return false;
  Value v = function_new(f, n);
  if (value_ok(v) && (n->flags & AST_PROPERTY))
    v = function_property(v);
  v = decorated(f, n->function.decorators, n->function.n_decorators, v);
  bool ok = value_ok(v) && exec_bind(f, n->function.name, v);
  value_unref(v);
  return ok;
}

/* --- class --------------------------------------------------------------- */

/* The one base, new reference in *base (absent: none). */
static bool base_of(Frame *f, Node *n, Value *base) {
  *base = value_absent();
  if (n->class_.n_bases > 1 ||
      (n->class_.n_bases && n->class_.bases[0]->type == NODE_KEYWORD)) {
    err_set(ERR_Unsupported, "xent does not support %s",
            n->class_.n_bases > 1 ? "classes with more than one base"
                                  : "metaclasses");
    return err_at(f->tree->source,
                  n->class_.bases[n->class_.n_bases - 1]->span);
  }
  if (!n->class_.n_bases)
    return true;
  *base = eval_node(f, n->class_.bases[0]);
  if (!value_ok(*base))
    return false;
  Class *c = class_of(*base);
  if (c && (!c->construct || c->exception))
    return true;
  err_set(c ? ERR_Unsupported : ERR_TypeError,
          c ? "xent does not support classes that inherit from '%s'"
            : "a base of a class must be a class, not '%s'",
          c ? c->name->text : value_type_name(*base));
  value_unref(*base);
  return false;
}

/* Methods that Python calls by itself and xent does not: better refused than
   never called. */
static bool can_call(const Sym *name, Value v) {
  static const char *const never[] = {
      "__new__",      "__del__",           "__getattribute__", "__missing__",
      "__reversed__", "__divmod__",        "__get__",          "__set__",
      "__set_name__", "__init_subclass__", "__class_getitem__"};
  if (!value_is(v, VALUE_TYPE_FUNCTION))
    return true;
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    if (!strcmp(name->text, never[i]))
      return err_set(ERR_Unsupported, "xent does not support %s methods",
                     name->text);
  return true;
}

/* Moves the namespace of the body into the class. */
static bool fill_class(Value class, Value body) {
  Class *c = class_of(class);
  size_t at = 0;
  for (DictEntry *e; (e = dict_next(dict_of(body), &at));) {
    Str *name = str_of(e->key);
    const Sym *sym = sym_of(name->text, name->len);
    if (!sym || !can_call(sym, e->value) || !class_put(c, sym, e->value))
      return false;
    if (!strcmp(sym->text, "__module__") && str_of(e->value))
      c->module = sym_lit(str_of(e->value)->text)->text;
  }
  return true;
}

static bool put_qualname(Class *c, const Scope *s) {
  Buf b = BUF_EMPTY;
  resolve_qualname(s, &b);
  c->qualname = sym_lit(buf_text(&b));
  buf_free(&b);
  return c->qualname;
}

static bool put_doc(Class *c, const char *doc) {
  const Sym *name = sym_lit("__doc__");
  Value v = doc ? str_lit(doc) : value_none();
  bool ok = name && value_ok(v) && class_put(c, name, v);
  value_unref(v);
  return ok;
}

static bool run_body(Frame *f, Node *n, Value namespace) {
  Frame inner;
  bool own_frame = !n->class_.scope->parent;
  if (own_frame && !eval_enter(&inner, f, f->tree, n->class_.scope->n_slots))
    return false;
  Frame *in = own_frame ? &inner : f;
  Value around = in->class_body;
  in->class_body = namespace;
  bool ok = exec_body(in, n->class_.body, n->class_.n) != FLOW_ERROR;
  in->class_body = around;
  if (own_frame)
    eval_leave(&inner);
  return ok;
}

bool execdef_class(Frame *f, Node *n) {
  Value base;
  if (!eval_resolved(f, n, &n->class_.scope) || !base_of(f, n, &base))
    return false;
  Value namespace = dict_new();
  Value class = value_error();
  if (value_ok(namespace) && run_body(f, n, namespace))
    class = class_new(n->class_.name, class_of(base));
  bool ok = value_ok(class) && put_qualname(class_of(class), n->class_.scope) &&
            put_doc(class_of(class), n->class_.doc) &&
            fill_class(class, namespace);
  if (ok && n->class_.n_decorators) {
    class = decorated(f, n->class_.decorators, n->class_.n_decorators, class);
    ok = value_ok(class);
  }
  ok = ok && exec_bind(f, n->class_.name, class);
  value_unref(class);
  value_unref(namespace);
  value_unref(base);
  return ok;
}

/* --- import -------------------------------------------------------------- */

static Value import_module(const char *dotted, size_t len) {
  char *name = mem_copy_text(dotted, len);
  Value v = name ? interp.import(name) : value_error();
  mem_free(name);
  return v;
}

/* import a.b.c binds a, import a.b.c as d binds the last part. */
static bool import_one(Frame *f, const ImportName *i) {
  Value whole = import_module(i->dotted, strlen(i->dotted));
  const char *dot = i->renamed ? NULL : strchr(i->dotted, '.');
  Value v = whole;
  if (value_ok(whole) && dot)
    v = import_module(i->dotted, (size_t)(dot - i->dotted));
  bool ok = value_ok(v) && exec_bind(f, i->as, v);
  if (!ok)
    err_at(f->tree->source, i->span);
  value_unref(whole);
  if (dot)
    value_unref(v);
  return ok;
}

/* `from m import name`: an attribute of the module, or a module below it. */
static bool import_name(Frame *f, const char *module, Value m,
                        const ImportName *i) {
  const Sym *sym = sym_lit(i->dotted);
  Value v = sym ? value_find_attr(m, sym) : value_error();
  if (!value_ok(v) && !err_pending() && !value_refuse_attr(m, sym)) {
    Buf dotted = BUF_EMPTY;
    buf_fmt(&dotted, "%s.%s", module, i->dotted);
    v = interp.import(buf_text(&dotted));
    buf_free(&dotted);
    if (!value_ok(v) && err_now()->type == ERR_ModuleNotFoundError)
      err_set(ERR_ImportError, "cannot import name '%s' from '%s'", i->dotted,
              module);
  }
  bool ok = value_ok(v) && exec_bind(f, i->as, v);
  value_unref(v);
  return ok || err_at(f->tree->source, i->span);
}

bool execdef_import(Frame *f, Node *n) {
  if (n->type == NODE_IMPORT) {
    for (int32_t i = 0; i < n->import.n; i++)
      if (!import_one(f, &n->import.items[i]))
        return false;
    return true;
  }
  if (strcmp(n->import.module, "__future__") == 0)
    return true;
  if (n->import.module[0] == '.')
    return err_set(ERR_ImportError, "attempted relative import with no known "
                                    "parent package");
  Value m = import_module(n->import.module, strlen(n->import.module));
  bool ok = value_ok(m);
  if (ok && !n->import.n)
    ok = importstar_bind(f, n->import.module, m);
  for (int32_t i = 0; ok && i < n->import.n; i++)
    ok = import_name(f, n->import.module, m, &n->import.items[i]);
  value_unref(m);
  return ok;
}
