/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/function.h"

#include "base/stop.h"
#include "lang/dict.h"
#include "lang/eval.h"
#include "lang/exec.h"
#include "lang/instance.h"
#include "lang/resolve.h"
#include "lang/str.h"
#include "lang/suggest.h"
#include "lang/tuple.h"

#include <string.h>

/* --- making -------------------------------------------------------------- */

static void clear(Ref *r) {
  Function *fn = (Function *)r;
  for (int32_t i = 0; fn->defaults && i < fn->node->function.n_params; i++)
    value_put(&fn->defaults[i], value_absent());
  for (int32_t i = 0; i < fn->n_cells; i++)
    if (fn->cells[i])
      value_unref((Value){.tag = VALUE_REF, .ref = &fn->cells[i]->ref});
  fn->n_cells = 0;
  class_attrs_free(&fn->attrs);
}

static void drop(Ref *r) {
  Function *fn = (Function *)r;
  clear(r);
  cycle_remove(r);
  mem_free(fn->defaults);
  mem_free(fn->cells);
  ast_unref(fn->tree);
  mem_free(fn);
}

static bool make_defaults(Frame *f, Function *fn) {
  const Node *n = fn->node;
  int32_t count = n->function.n_params;
  if (!count)
    return true;
  fn->defaults = mem_zeroed((size_t)count, sizeof(Value));
  if (!fn->defaults)
    return false;
  for (int32_t i = 0; i < count; i++) {
    Node *fallback = n->function.params[i].fallback;
    if (!fallback)
      continue;
    fn->defaults[i] = eval_node(f, fallback);
    if (!value_ok(fn->defaults[i]))
      return false;
  }
  return true;
}

static bool take_cells(Frame *f, Function *fn, const Scope *s) {
  if (!s->n_frees)
    return true;
  fn->cells = mem_zeroed((size_t)s->n_frees, sizeof(Cell *));
  if (!fn->cells)
    return false;
  fn->n_cells = s->n_frees;
  for (int32_t i = 0; i < s->n_frees; i++) {
    const ScopeFree *free = &s->frees[i];
    Cell *c = free->scope == SCOPE_FREE ? f->function->cells[free->slot]
                                        : (Cell *)f->locals[free->slot].ref;
    c->ref.count++;
    fn->cells[i] = c;
  }
  return true;
}

static Function *new_function(Frame *f, const Node *node) {
  Function *fn = mem_alloc(sizeof *fn);
  if (!fn)
    return NULL;
  *fn = (Function){
      .ref = {1, VALUE_TYPE_FUNCTION}, .node = node, .tree = ast_ref(f->tree)};
  cycle_add(&fn->ref);
  return fn;
}

static Value complete(Function *fn, bool ok) {
  if (ok)
    return value_take(fn);
  if (fn)
    drop(&fn->ref);
  return value_error();
}

Value function_new(Frame *f, const Node *node) {
  Function *fn = new_function(f, node);
  if (fn)
    fn->name = node->function.name;
  return complete(fn, fn && make_defaults(f, fn) &&
                          take_cells(f, fn, node->function.scope));
}

Value function_closure(Frame *f, const Node *node, const Scope *s) {
  Function *fn = new_function(f, node);
  return complete(fn, fn && take_cells(f, fn, s));
}

/* "Net.forward" for error messages. */
static const char *qualified(const Function *fn, Buf *b) {
  buf_clear(b);
  resolve_qualname(fn->node->function.scope, b);
  return buf_text(b);
}

static Value qualname(const Function *fn) {
  Buf name = BUF_EMPTY;
  Value v = str_lit(qualified(fn, &name));
  buf_free(&name);
  return v;
}

static bool repr(Buf *b, Value v) {
  Buf name = BUF_EMPTY;
  buf_fmt(b, "<function %s at 0x%012zx>", qualified((Function *)v.ref, &name),
          (size_t)v.ref);
  buf_free(&name);
  return true;
}

/* --- binding arguments --------------------------------------------------- */

typedef struct Binding {
  const Function *fn;
  const Param *params;
  Value *slots; /* one per parameter */
  int32_t n;
  int32_t star, double_star; /* their indices, or -1 */
  int32_t n_positional;      /* parameters that take positional arguments */
} Binding;

static Binding new_binding(const Function *fn, Value *slots) {
  Binding b = {.fn = fn,
               .params = fn->node->function.params,
               .slots = slots,
               .n = fn->node->function.n_params,
               .star = -1,
               .double_star = -1};
  for (int32_t i = 0; i < b.n; i++) {
    if (b.params[i].flags & AST_STAR_PARAM)
      b.star = i;
    else if (b.params[i].flags & AST_DOUBLE_PARAM)
      b.double_star = i;
    else if (!(b.params[i].flags & AST_KEYWORD_ONLY))
      b.n_positional++;
  }
  return b;
}

static bool too_many(const Binding *b, int given) {
  Buf name = BUF_EMPTY;
  int32_t least = b->n_positional;
  for (int32_t i = 0; i < b->n_positional; i++)
    if (value_ok(b->fn->defaults[i]))
      least--;
  qualified(b->fn, &name);
  if (least != b->n_positional)
    err_set(ERR_TypeError,
            "%s() takes from %d to %d positional arguments but %d were given",
            buf_text(&name), (int)least, (int)b->n_positional, given);
  else
    err_set(ERR_TypeError,
            "%s() takes %d positional argument%s but %d %s given",
            buf_text(&name), (int)least, least == 1 ? "" : "s", given,
            given == 1 ? "was" : "were");
  buf_free(&name);
  return false;
}

static bool bind_positional(Binding *b, const CallArgs *args) {
  int n = args->n < b->n_positional ? args->n : b->n_positional;
  for (int i = 0; i < n; i++)
    b->slots[i] = value_ref(args->items[i]);
  if (b->star >= 0) {
    b->slots[b->star] = tuple_new(args->items + n, (size_t)(args->n - n));
    return value_ok(b->slots[b->star]);
  }
  return args->n <= b->n_positional || too_many(b, args->n);
}

static bool named_error(const Binding *b, const char *format, const Sym *name) {
  Buf text = BUF_EMPTY;
  qualified(b->fn, &text);
  buf_fmt(&text, "() %s '%s'", format, name->text);
  err_set(ERR_TypeError, "%s", buf_text(&text));
  buf_free(&text);
  return false;
}

static bool is_named(const CallArgs *args, const Sym *name) {
  for (int i = 0; i < args->n_named; i++)
    if (args->names[i] == name)
      return true;
  return false;
}

/* The parameter that was probably meant. False. */
static bool suggest_keyword(const Binding *b, const Sym *name) {
  Suggest s = suggest_start(name->text);
  for (int32_t i = 0; i < b->n; i++)
    if (!(b->params[i].flags & (AST_STAR_PARAM | AST_DOUBLE_PARAM)))
      suggest_offer(&s, b->params[i].name->text);
  return s.best && err_hint("did you mean '%s'?", s.best);
}

/* A name that no parameter takes: it may be one of those before `/`. */
static bool unknown_name(const Binding *b, const CallArgs *args,
                         const Sym *name) {
  Buf text = BUF_EMPTY, names = BUF_EMPTY;
  for (int32_t i = 0; i < b->n; i++)
    if ((b->params[i].flags & AST_POSITIONAL_ONLY) &&
        is_named(args, b->params[i].name))
      buf_fmt(&names, "%s%s", names.len ? ", " : "", b->params[i].name->text);
  bool some = names.len;
  if (some)
    err_set(ERR_TypeError,
            "%s() got some positional-only arguments passed as keyword "
            "arguments: '%s'",
            qualified(b->fn, &text), buf_text(&names));
  buf_free(&text);
  buf_free(&names);
  return !some && (named_error(b, "got an unexpected keyword argument", name) ||
                   suggest_keyword(b, name));
}

static bool bind_one_named(Binding *b, const CallArgs *args, int at) {
  const Sym *name = args->names[at];
  Value v = args->items[args->n + at];
  for (int32_t i = 0; i < b->n; i++) {
    if (b->params[i].name != name || i == b->star || i == b->double_star ||
        (b->params[i].flags & AST_POSITIONAL_ONLY))
      continue;
    if (value_ok(b->slots[i]))
      return named_error(b, "got multiple values for argument", name);
    b->slots[i] = value_ref(v);
    return true;
  }
  if (b->double_star < 0)
    return unknown_name(b, args, name);
  return dict_put_text(b->slots[b->double_star], name->text, v);
}

static bool bind_named(Binding *b, const CallArgs *args) {
  if (b->double_star >= 0) {
    b->slots[b->double_star] = dict_new();
    if (!value_ok(b->slots[b->double_star]))
      return false;
  }
  for (int i = 0; i < args->n_named; i++)
    if (!bind_one_named(b, args, i))
      return false;
  return true;
}

/* "missing 2 required positional arguments: 'a' and 'b'" */
static bool missing(const Binding *b, bool keyword_only) {
  int32_t count = 0, said = 0;
  for (int32_t i = 0; i < b->n; i++)
    count += !value_ok(b->slots[i]) &&
             !(b->params[i].flags & AST_KEYWORD_ONLY) == !keyword_only;
  if (!count)
    return false;
  Buf text = BUF_EMPTY;
  qualified(b->fn, &text);
  buf_fmt(&text, "() missing %d required %s argument%s: ", (int)count,
          keyword_only ? "keyword-only" : "positional", count == 1 ? "" : "s");
  for (int32_t i = 0; i < b->n; i++) {
    if (value_ok(b->slots[i]) ||
        !(b->params[i].flags & AST_KEYWORD_ONLY) != !keyword_only)
      continue;
    const char *between = !said              ? ""
                          : said < count - 1 ? ", "
                          : count == 2       ? " and "
                                             : ", and ";
    buf_fmt(&text, "%s'%s'", between, b->params[i].name->text);
    said++;
  }
  err_set(ERR_TypeError, "%s", buf_text(&text));
  buf_free(&text);
  return true;
}

static bool bind_defaults(Binding *b) {
  for (int32_t i = 0; i < b->n; i++)
    if (!value_ok(b->slots[i]))
      b->slots[i] = value_ref(b->fn->defaults[i]);
  return !missing(b, false) && !missing(b, true);
}

static bool bind(const Function *fn, Value *slots, const CallArgs *args) {
  const Node *n = fn->node;
  int32_t count = n->function.n_params;
  if (!args->n_named && args->n == count) {
    bool simple = true;
    for (int32_t i = 0; i < count; i++)
      simple = simple && !n->function.params[i].flags;
    for (int32_t i = 0; simple && i < count; i++)
      slots[i] = value_ref(args->items[i]);
    if (simple)
      return true;
  }
  Binding b = new_binding(fn, slots);
  return bind_positional(&b, args) && bind_named(&b, args) && bind_defaults(&b);
}

/* --- calling ------------------------------------------------------------- */

/* Parameters come first in the scope's names, in order, so slot i is
   parameter i. Captured ones move into cells. */
bool function_make_cells(const Scope *s, Value *locals) {
  for (int32_t i = 0; i < s->n_names; i++) {
    if (s->names[i].kind != SCOPE_CELL)
      continue;
    Value *place = &locals[s->names[i].slot];
    Value cell = function_cell_new(*place);
    if (!value_ok(cell))
      return false;
    *place = cell;
  }
  return true;
}

static Value run(Frame *f, const Node *n) {
  if (n->type == NODE_LAMBDA)
    return eval_node(f, n->function.body[0]);
  Flow flow = exec_body(f, n->function.body, n->function.n);
  if (flow == FLOW_ERROR)
    return value_error();
  return flow == FLOW_RETURN ? f->result : value_none();
}

Value function_call(Value function, const CallArgs *args) {
  Function *fn = (Function *)function.ref;
  const Scope *s = fn->node->function.scope;
  Frame f;
  if (STOP_ASKED() || !interp_stack_left() ||
      !eval_enter(&f, NULL, fn->tree, s->n_slots))
    return value_error();
  f.function = fn;
  fn->ref.count++;
  interp.depth++;
  Value v = value_error();
  if (bind(fn, f.locals, args) && function_make_cells(s, f.locals))
    v = run(&f, fn->node);
  if (!value_ok(v))
    value_unref(f.result);
  interp.depth--;
  eval_leave(&f);
  value_unref(function);
  return v;
}

static Value get_attr(Value self, const Sym *name) {
  Function *fn = (Function *)self.ref;
  if (strcmp(name->text, "__name__") == 0)
    return fn->name ? str_of_sym(fn->name) : str_lit("<lambda>");
  if (strcmp(name->text, "__qualname__") == 0)
    return qualname(fn);
  if (strcmp(name->text, "__doc__") == 0)
    return fn->node->function.doc ? str_lit(fn->node->function.doc)
                                  : value_none();
  Value *v = class_attrs_find(&fn->attrs, name);
  return v ? value_ref(*v) : value_absent();
}

static bool set_attr(Value self, const Sym *name, Value x) {
  return class_attrs_put(&((Function *)self.ref)->attrs, name, x);
}

const Type function_type = {.drop = drop,
                            .clear = clear,
                            .repr = repr,
                            .call = function_call,
                            .get_attr = get_attr,
                            .set_attr = set_attr};

/* --- cells and properties --------------------------------------------------
   A property is a cell that holds its getter. */

static void clear_cell(Ref *r) {
  value_put(&((Cell *)r)->value, value_absent());
}

static void drop_cell(Ref *r) {
  clear_cell(r);
  cycle_remove(r);
  mem_free(r);
}

static bool repr_cell(Buf *b, Value v) {
  buf_fmt(b, "<%s object at 0x%012zx>", value_type_name(v), (size_t)v.ref);
  return true;
}

const Type function_cell_type = {
    .drop = drop_cell, .clear = clear_cell, .repr = repr_cell};
const Type function_property_type = {
    .drop = drop_cell, .clear = clear_cell, .repr = repr_cell};

static Value new_cell(ValueType type, Value v) {
  Cell *c = mem_alloc(sizeof *c);
  if (!c)
    return value_error();
  *c = (Cell){.ref = {1, type}, .value = v};
  cycle_add(&c->ref);
  return value_take(c);
}

Value function_cell_new(Value v) {
  return new_cell(VALUE_TYPE_CELL, v);
}

Value function_property(Value function) {
  Value p = new_cell(VALUE_TYPE_PROPERTY, function);
  if (!value_ok(p))
    value_unref(function);
  return p;
}

Value function_property_get(Value property, Value self) {
  return value_call_n(((Cell *)property.ref)->value, &self, 1);
}

/* --- bound methods ------------------------------------------------------- */

static void drop_method(Ref *r) {
  Method *m = (Method *)r;
  value_unref(m->self);
  value_unref(m->function);
  mem_free(m);
}

static bool repr_method(Buf *b, Value v) {
  Method *m = (Method *)v.ref;
  Buf name = BUF_EMPTY;
  buf_fmt(b, "<bound method %s of ",
          value_is(m->function, VALUE_TYPE_FUNCTION)
              ? qualified((Function *)m->function.ref, &name)
              : "method");
  buf_free(&name);
  bool ok = value_repr(b, m->self);
  buf_str(b, ">");
  return ok;
}

/* Calls function(self, ...) with the arguments moved up by one on the value
   stack. */
static Value call_method(Value v, const CallArgs *args) {
  Method *m = (Method *)v.ref;
  int n = args->n + args->n_named;
  if (interp.end - interp.top < n + 1) {
    err_set(ERR_RecursionError, "maximum recursion depth exceeded");
    return value_error();
  }
  Value *base = interp.top;
  base[0] = m->self;
  if (n)
    memcpy(base + 1, args->items, (size_t)n * sizeof *base);
  interp.top += n + 1;
  CallArgs with_self = {base, args->n + 1, args->n_named, args->names};
  Value result = value_call(m->function, &with_self);
  interp.top = base;
  return result;
}

static int equal_method(Value a, Value b) {
  if (!value_is(b, VALUE_TYPE_METHOD))
    return 0;
  Method *m = (Method *)a.ref, *o = (Method *)b.ref;
  return value_same(m->self, o->self) && value_same(m->function, o->function);
}

static bool hash_method(Value v, uint64_t *out) {
  *out = (uint64_t)(uintptr_t)((Method *)v.ref)->function.ref;
  return true;
}

static Value method_attr(Value self, const Sym *name) {
  return value_find_attr(((Method *)self.ref)->function, name);
}

const Type function_method_type = {.drop = drop_method,
                                   .repr = repr_method,
                                   .call = call_method,
                                   .equal = equal_method,
                                   .hash = hash_method,
                                   .get_attr = method_attr};

static Value new_pair(ValueType type, Value self, Value function) {
  Method *m = mem_alloc(sizeof *m);
  if (!m)
    return value_error();
  *m = (Method){{1, type}, value_ref(self), value_ref(function)};
  return value_take(m);
}

Value function_bind(Value function, Value self) {
  return new_pair(VALUE_TYPE_METHOD, self, function);
}

Value function_seen(Value function, Value self) {
  uint16_t flags = ((Function *)function.ref)->node->flags;
  Instance *i = instance_of(self);
  if (flags & AST_CLASSMETHOD && i)
    self = (Value){.tag = VALUE_REF, .ref = &i->type->ref};
  bool binds = flags & AST_CLASSMETHOD || (i && !(flags & AST_STATIC));
  return binds ? function_bind(function, self) : value_ref(function);
}

/* --- super() ---------------------------------------------------------------
   A pair: the instance or class, and the class after which the search
   begins. */

static Value super_attr(Value v, const Sym *name) {
  Method *m = (Method *)v.ref;
  Class *base = class_of(m->function)->base;
  Value x = base ? class_lookup(base, name) : value_absent();
  if (value_is(x, VALUE_TYPE_FUNCTION))
    return function_seen(x, m->self);
  if (value_is(x, VALUE_TYPE_PROPERTY) && instance_of(m->self))
    return function_property_get(x, m->self);
  if (value_ok(x) || !instance_of(m->self))
    return value_ref(x);
  return class_native_method(base, name, m->self);
}

static bool repr_super(Buf *b, Value v) {
  Method *m = (Method *)v.ref;
  buf_fmt(b, "<super: <class '%s'>, <%s object>>",
          class_of(m->function)->name->text, value_type_name(m->self));
  return true;
}

const Type function_super_type = {
    .drop = drop_method, .repr = repr_super, .get_attr = super_attr};

static Class *class_seen(Value self) {
  Instance *i = instance_of(self);
  return i ? i->type : class_of(self);
}

/* The class of self, or a base of it, whose body holds the function. */
static Value class_with(const Function *fn, Value self) {
  for (Class *c = class_seen(self); c; c = c->base)
    for (size_t k = 0; k < c->attrs.n; k++) {
      Value v = c->attrs.items[k].value;
      if (value_is(v, VALUE_TYPE_PROPERTY))
        v = ((Cell *)v.ref)->value;
      if (v.tag == VALUE_REF && v.ref == &fn->ref)
        return (Value){.tag = VALUE_REF, .ref = &c->ref};
    }
  return value_absent();
}

Value function_super(Value class, Value self) {
  Frame *f = interp.frame;
  if (!value_ok(class)) {
    const Function *fn = f ? f->function : NULL;
    if (!fn || fn->node->type == NODE_GENERATOR ||
        !fn->node->function.n_params) {
      err_set(ERR_RuntimeError, "super(): no arguments");
      return value_error();
    }
    self = f->locals[0];
    if (value_is(self, VALUE_TYPE_CELL))
      self = ((Cell *)self.ref)->value;
    class = class_with(fn, self);
  }
  if (!class_of(class) || !class_seen(self) ||
      !class_derives(class_seen(self), class_of(class))) {
    err_set(ERR_TypeError,
            "super(type, obj): obj must be an instance or subtype of type");
    return value_error();
  }
  return new_pair(VALUE_TYPE_SUPER, self, class);
}
