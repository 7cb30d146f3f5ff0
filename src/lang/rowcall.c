/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/rowcall.h"

#include "lang/arrayvalue.h"
#include "lang/list.h"
#include "lang/record.h"
#include "lang/rowarg.h"
#include "lang/str.h"

#include <string.h>

/* --- all arguments ------------------------------------------------------- */

static bool too_many(const RowCall *rc, int most, int given) {
  if (rowarg_is_ufunc(rc))
    return rowarg_ufunc_wrong_count(rc, given);
  int needed = 0;
  for (int i = 0; i < rc->signature->n; i++)
    needed += !rc->signature->params[i].optional;
  if (rc->row->rules == ROW_NUMPY && needed < most)
    return err_set(ERR_TypeError,
                   "%s() takes from %d to %d positional arguments but %d were "
                   "given",
                   rc->row->name->text, needed, most, given);
  return err_set(ERR_TypeError,
                 "%s() takes %d positional argument%s but %d %s given",
                 rc->row->name->text, most, most == 1 ? "" : "s", given,
                 given == 1 ? "was" : "were");
}

/* reshape(2, 3) and view(2, 3): the ints of a method's last parameter may come
   one by one. */
static bool spread_ints(const RowCall *rc, const RowParam *p, int given) {
  return p->type == ROW_INTS && given > 1 &&
         (rc->row->rules == ROW_NDARRAY || rc->rules == FAMILY_TORCH);
}

typedef struct Bound {
  const Value *values[OP_MAX_ARGS]; /* by parameter; NULL: not given */
  Value packed;                     /* spread ints as a tuple */
} Bound;

static bool bind_positional(RowCall *rc, Bound *b, const Value *items, int n) {
  const RowSignature *s = rc->signature;
  int at = 0, most = 0;
  for (int i = 0; i < s->n; i++) {
    const RowParam *p = &s->params[i];
    if (p->keyword_only)
      continue;
    most++;
    if (at == n)
      continue;
    bool last = i + 1 == s->n || s->params[i + 1].keyword_only;
    if (last && spread_ints(rc, p, n - at) && items[at].tag != VALUE_REF) {
      b->packed = tuple_new(items + at, (size_t)(n - at));
      b->values[i] = &b->packed;
      return value_ok(b->packed);
    }
    b->values[i] = &items[at++];
  }
  return at == n || too_many(rc, most, n);
}

/* torch's own name of an argument that was given by NumPy's. */
static const Sym *own_name(const RowCall *rc, const Sym *name) {
  static const char *const pairs[][2] = {{"axis", "dim"},
                                         {"keepdims", "keepdim"},
                                         {"x", "input"},
                                         {"value", "src"}};
  if (rc->rules == FAMILY_TORCH)
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
      if (!strcmp(pairs[i][0], name->text))
        return sym_lit(pairs[i][1]);
  return NULL;
}

static int param_named(const RowSignature *s, const Sym *name) {
  int i = 0;
  while (i < s->n && s->params[i].name != name)
    i++;
  return i;
}

static bool bind_named(RowCall *rc, Bound *b, const CallArgs *args) {
  const RowSignature *s = rc->signature;
  for (int k = 0; k < args->n_named; k++) {
    int i = param_named(s, args->names[k]);
    const char *name = args->names[k]->text;
    if (i == s->n)
      i = param_named(s, own_name(rc, args->names[k]));
    if (i == s->n)
      return native_unknown_keyword(rc->row->name->text, name);
    if (b->values[i])
      return err_set(ERR_TypeError,
                     "%s() got multiple values for argument '%s'",
                     rc->row->name->text, name);
    b->values[i] = &args->items[args->n + k];
  }
  return true;
}

static bool missing(const RowCall *rc, const RowParam *p, int given) {
  if (rowarg_is_ufunc(rc))
    return rowarg_ufunc_wrong_count(rc, given);
  if (rc->rules == FAMILY_TORCH)
    return err_set(ERR_TypeError,
                   "%s() missing 1 required positional arguments: \"%s\"",
                   rc->row->name->text, p->name->text);
  return err_set(ERR_TypeError,
                 "%s() missing 1 required positional argument: '%s'",
                 rc->row->name->text, p->name->text);
}

/* Parameters by name and place; their values wait in *b. */
static bool bind(RowCall *rc, Bound *b, Value self, const CallArgs *args) {
  const Value *items = args->items;
  int n = args->n;
  Value with_self[OP_MAX_ARGS + ROWARG_MAX_INTS];
  if (value_ok(self)) {
    if (n + 1 > (int)(sizeof with_self / sizeof *with_self))
      return too_many(rc, rc->signature->n, n + 1);
    with_self[0] = self;
    memcpy(with_self + 1, items, (size_t)n * sizeof *items);
    items = with_self;
    n++;
  }
  if (!bind_positional(rc, b, items, n) || !bind_named(rc, b, args))
    return false;
  for (int i = 0; i < rc->signature->n; i++) {
    const RowParam *p = &rc->signature->params[i];
    if (!b->values[i]) {
      if (!p->optional)
        return missing(rc, p, n);
      rc->call.arg[p->arg] = p->fallback;
    } else if (!rowarg_read(rc, p, *b->values[i], i + 1)) {
      return false;
    }
  }
  return true;
}

/* --- family -------------------------------------------------------------- */

/* The prompt's own names follow the first array they get. */
static Family family_of_arguments(const CallArgs *args) {
  for (int i = 0; i < args->n + args->n_named; i++)
    if (value_array(args->items[i]))
      return value_array(args->items[i])->family;
  return FAMILY_PLAIN;
}

static Family rules_of(const Row *row, Value self, const CallArgs *args) {
  if (value_array(self))
    return value_array(self)->family;
  switch (row->rules) {
  case ROW_BARE: return family_of_arguments(args);
  case ROW_NUMPY: return FAMILY_NUMPY;
  case ROW_NDARRAY:
    return args->n && value_array(args->items[0])
               ? value_array(args->items[0])->family
               : FAMILY_NUMPY;
  default: return FAMILY_TORCH;
  }
}

static bool begin(RowCall *rc, const Row *row, Value self,
                  const CallArgs *args) {
  rc->row = row;
  rc->signature = rowsign_of(row);
  if (!rc->signature)
    return false;
  rc->any = row->rules == ROW_BARE;
  rc->rules = rules_of(row, self, args);
  rc->n_made = rc->n_list = rc->n_ints = 0;
  rc->list = NULL;
  rc->call.op = row->op;
  rc->call.family = rc->rules;
  rc->call.name = row->name->text;
  rc->call.grad_fn = NULL;
  rc->call.out = rc->call.out2 = NULL;
  memcpy(rc->call.arg, rc->signature->defaults, sizeof rc->call.arg);
  return true;
}

static void end(RowCall *rc) {
  for (int i = 0; i < rc->n_made; i++)
    array_unref(rc->made[i]);
  for (int i = 0; i < rc->n_list; i++)
    array_unref(rc->list[i]);
  mem_free(rc->list);
}

/* --- results ------------------------------------------------------------- */

static const char *const pair_fields[] = {"values", "indices"};

static const char *pair_name(const char *function) {
  static const char *const names[] = {
      "torch.return_types.max",    "torch.return_types.min",
      "torch.return_types.sort",   "torch.return_types.topk",
      "torch.return_types.median", "torch.return_types.mode"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(strrchr(names[i], '.') + 1, function))
      return names[i];
  return NULL;
}

/* NumPy's meshgrid gives a list. */
static Value pair(const OpCall *c) {
  Value both[] = {value_of_array(c->out), value_of_array(c->out2)};
  bool list = c->op->flags & OP_LIST && c->family != FAMILY_TORCH;
  Value v = list ? list_new(2) : tuple_new(both, 2);
  for (int i = 0; list && value_ok(v) && i < 2; i++)
    list_append(v, both[i]);
  if (value_ok(v) && c->family == FAMILY_TORCH) {
    const char *type = pair_name(c->name);
    tuple_of(v)->type_name = type;
    tuple_of(v)->fields = type ? pair_fields : NULL;
  }
  array_unref(c->out);
  array_unref(c->out2);
  return v;
}

static Value result(RowCall *rc) {
  OpCall *c = &rc->call;
  if (c->out2)
    return pair(c);
  if (c->op->flags & OP_IN_PLACE && rc->rules != FAMILY_TORCH) {
    array_unref(c->out); /* a.sort() gives None; torch gives the tensor */
    return value_none();
  }
  bool python = c->op->flags & OP_PYTHON;
  if (!python || c->out->size != 1)
    return value_of_array(c->out);
  Value v = arrayvalue_item(c->out, 0);
  array_unref(c->out);
  return v;
}

static void watch(const Watch *w, const Frame *f, const Node *n,
                  const OpCall *c) {
  if (w && w->row)
    w->row(w->self, f, n, c);
}

static Value failed(const RowCall *rc, const Frame *f, const Node *n) {
  const Watch *w = interp.doctor;
  f = interp_learner(f, &n);
  if (w && w->failed)
    w->failed(w->self, f, n, &rc->call);
  return value_error();
}

static Value give_up(RowCall *rc) {
  array_unref(rc->call.out);
  array_unref(rc->call.out2);
  rc->call.out = rc->call.out2 = NULL;
  return value_error();
}

/* Whether the call changes its first argument: add_, relu(inplace=True). */
static bool in_place(const OpCall *c) {
  if (c->op->flags & OP_IN_PLACE)
    return true;
  const char *at = strstr(c->op->params, " inplace:");
  int i = 0;
  for (const char *p = c->op->params; at && p <= at; p++)
    i += *p == ' ';
  return at && c->arg[i].b;
}

/* The row, and what the tape must know of it. */
static bool apply(OpCall *c) {
  if (!array_followed)
    return op_run(c);
  if (!in_place(c))
    return op_run(c) && tape_record(c);
  Array *old;
  bool ok = record_before(c, &old) && op_run(c) && record_changed(c, old);
  array_unref(old);
  return ok;
}

static Value run(RowCall *rc, const Frame *f, const Node *n) {
  if (!apply(&rc->call)) {
    give_up(rc);
    return failed(rc, f, n);
  }
  f = interp_learner(f, &n);
  watch(interp.doctor, f, n, &rc->call);
  watch(interp.trace, f, n, &rc->call);
  if (__builtin_expect(!err_pending(), 1))
    return result(rc);
  return give_up(rc);
}

static bool knows(const RowSignature *s, const Sym *name) {
  int i = 0;
  while (i < s->n && s->params[i].name != name)
    i++;
  return i < s->n;
}

/* What the row cannot bind is another form of the function, perhaps; a library
   that asks the row again wants its error. */
static bool may_be_other(const RowCall *rc, const CallArgs *args) {
  if (!interp.row_form ||
      (rc->row->rules != ROW_NUMPY && rc->row->rules != ROW_NDARRAY))
    return false;
  if (!interp.frame || !interp.frame->tree->library)
    return true;
  for (int k = 0; k < args->n_named; k++)
    if (!knows(rc->signature, args->names[k]))
      return true;
  return false;
}

enum { FORM_ROOM = 24 };

/* A text or an array of texts: they go another way. */
static bool has_texts(const CallArgs *args) {
  for (int i = 0; i < args->n; i++)
    if (str_of(args->items[i]) || value_is(args->items[i], VALUE_TYPE_INSTANCE))
      return true;
  return false;
}

/* Calls what a library has for it, with the error pending that the row gave.
   False: it has nothing, and the error stays. */
static bool other_form(const RowCall *rc, Value self, const CallArgs *args,
                       Value *out) {
  Value items[FORM_ROOM];
  int n = 0, count = args->n + args->n_named;
  bool ufunc = rowarg_is_ufunc(rc);
  if (count + 2 > FORM_ROOM)
    return false;
  Err failed = err_take();
  Value form = interp.row_form(ufunc ? "_ufunc" : rc->row->name->text);
  if (!value_ok(form)) {
    if (!err_pending())
      err_restore(&failed);
    err_free(&failed);
    return false;
  }
  err_free(&failed);
  Value own = ufunc ? row_value(rc->row) : value_absent();
  if (ufunc)
    items[n++] = own;
  if (value_ok(self))
    items[n++] = self;
  memcpy(items + n, args->items, (size_t)count * sizeof *items);
  CallArgs all = {items, n + args->n, args->n_named, args->names};
  *out = value_call(form, &all);
  value_unref(own);
  value_unref(form);
  return true;
}

/* What comes of arguments that the row could not bind. */
static Value unbound(const RowCall *rc, Value self, const CallArgs *args) {
  Value v = value_error();
  if (may_be_other(rc, args) && !has_texts(args) &&
      other_form(rc, self, args, &v))
    return v;
  return rc->row->rules == ROW_NUMPY && interp.row_of_texts
             ? interp.row_of_texts(rc->row, args)
             : v;
}

Value rowcall_run(Frame *f, const Node *n, const Row *row, Value self,
                  const CallArgs *args) {
  RowCall rc;
  Bound b = {0};
  if (!begin(&rc, row, self, args))
    return value_error();
  Value v = value_error();
  if (bind(&rc, &b, self, args))
    v = run(&rc, f, n);
  else
    v = unbound(&rc, self, args);
  value_unref(b.packed);
  end(&rc);
  return v;
}
