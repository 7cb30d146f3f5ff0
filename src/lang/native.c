/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/native.h"

#include "lang/dict.h"
#include "lang/interp.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "num/digits.h"

#include <string.h>

/* --- signatures, read from the row's text once --------------------------- */

typedef struct NativeParam {
  const Sym *name;
  bool optional, keyword_only, positional_only, star, double_star;
  Value fallback; /* absent for `x?` and for required ones */
} NativeParam;

typedef struct Signature {
  const Native *row;
  int n, n_positional;
  int star, double_star;
  NativeParam params[];
} Signature;

static Signature **table; /* open addressing by row */
static size_t table_size, table_used;

static size_t place_of(const Native *row) {
  size_t i = ((size_t)row / sizeof(Native *) * 0x9e3779b9u) & (table_size - 1);
  while (table[i] && table[i]->row != row)
    i = (i + 1) & (table_size - 1);
  return i;
}

static bool widen(void) {
  size_t old_size = table_size;
  Signature **old = table;
  size_t size = old_size ? old_size * 2 : 256;
  Signature **fresh = mem_zeroed(size, sizeof *fresh);
  if (!fresh)
    return false;
  table = fresh;
  table_size = size;
  for (size_t i = 0; i < old_size; i++)
    if (old[i])
      table[place_of(old[i]->row)] = old[i];
  mem_free(old);
  return true;
}

static Value literal(const char *text, size_t n) {
  double f;
  if (*text == '\'')
    return str_new(text + 1, n - 2);
  if (n == 4 && !memcmp(text, "None", 4))
    return value_none();
  if (n == 4 && !memcmp(text, "True", 4))
    return value_bool(true);
  if (n == 5 && !memcmp(text, "False", 5))
    return value_bool(false);
  if (!digits_parse_double(text, n, &f))
    return value_none();
  bool whole = !memchr(text, '.', n) && !memchr(text, 'e', n);
  return whole ? value_int((int64_t)f) : value_float(f);
}

/* One word of the text: "x", "x=3", "x?", "*args", "**named". */
static bool read_param(NativeParam *p, const char *word, size_t n) {
  p->double_star = n > 2 && word[0] == '*' && word[1] == '*';
  p->star = !p->double_star && n > 1 && word[0] == '*';
  size_t skip = p->double_star ? 2 : p->star;
  const char *equals = memchr(word, '=', n);
  size_t name_len = equals ? (size_t)(equals - word) : n;
  if (word[n - 1] == '?' && !equals)
    name_len--;
  p->optional = name_len < n || p->star || p->double_star;
  p->fallback = equals ? literal(equals + 1, n - name_len - 1) : value_absent();
  p->name = sym_of(word + skip, name_len - skip);
  return p->name && (!equals || value_ok(p->fallback));
}

/* Bytes of the next word; a quoted blank belongs to it. */
static size_t word_length(const char *text) {
  bool quoted = false;
  size_t n = 0;
  for (; text[n] && (quoted || text[n] != ' '); n++)
    quoted ^= text[n] == '\'';
  return n;
}

static bool read_params(Signature *s, const char *text) {
  bool keyword_only = false;
  while (*text) {
    size_t n = word_length(text);
    if (n == 1 && *text == '*') {
      keyword_only = true;
    } else if (n == 1 && *text == '/') {
      for (int i = 0; i < s->n; i++)
        s->params[i].positional_only = true;
    } else {
      NativeParam *p = &s->params[s->n];
      *p = (NativeParam){.keyword_only = keyword_only};
      if (s->n == NATIVE_MAX_PARAMS || !read_param(p, text, n))
        return false;
      if (p->star)
        s->star = s->n, keyword_only = true;
      else if (p->double_star)
        s->double_star = s->n;
      else if (!keyword_only)
        s->n_positional++;
      s->n++;
    }
    text += n;
    text += strspn(text, " ");
  }
  return true;
}

static Signature *signature(const Native *row) {
  if (table_used * 2 >= table_size && !widen())
    return NULL;
  size_t at = place_of(row);
  if (table[at])
    return table[at];
  int most = 1;
  for (const char *c = row->params; *c; c++)
    most += *c == ' ';
  size_t size = sizeof(Signature) + (size_t)most * sizeof(NativeParam);
  Signature *s = mem_zeroed(1, size);
  if (!s)
    return NULL;
  *s = (Signature){.row = row, .star = -1, .double_star = -1};
  if (!read_params(s, row->params)) {
    for (int i = 0; i <= s->n && i < most; i++)
      value_unref(s->params[i].fallback);
    mem_free(s);
    return NULL;
  }
  table_used++;
  return table[at] = s;
}

void native_free(void) {
  for (size_t i = 0; i < table_size; i++)
    if (table[i]) {
      for (int k = 0; k < table[i]->n; k++)
        value_unref(table[i]->params[k].fallback);
      mem_free(table[i]);
    }
  mem_free(table);
  table = NULL;
  table_size = table_used = 0;
}

/* --- calling ------------------------------------------------------------- */

/* Are all parameters after self known by position only? Then the errors are
   those of CPython's simplest functions. */
static bool by_position(const Signature *s, int first) {
  for (int i = first; i < s->n_positional; i++)
    if (!s->params[i].positional_only)
      return false;
  return s->star < 0;
}

/* "list.append", "len" */
static const char *qualified(const Signature *s, Value self, Buf *b) {
  const char *home = interp.home ? interp.home(s->row) : "";
  if (value_ok(self))
    buf_fmt(b, "%s.", value_type_name(self));
  else if (*home)
    buf_fmt(b, "%s.", home);
  buf_str(b, s->row->name);
  return buf_text(b);
}

static bool wrong_count(const Signature *s, Value self, int given, int least,
                        int most) {
  Buf name = BUF_EMPTY;
  bool simple = s->n == s->n_positional && least == most && most < 2;
  const char *how = least == most   ? ""
                    : given < least ? "at least "
                                    : "at most ";
  int wanted = given < least ? least : most;
  if (simple)
    err_set(ERR_TypeError, "%s() takes %s (%d given)",
            qualified(s, self, &name),
            most ? "exactly one argument" : "no arguments", given);
  else if (!most)
    err_set(ERR_TypeError, "%s() takes no positional arguments", s->row->name);
  else
    err_set(ERR_TypeError, "%s expected %s%d argument%s, got %d", s->row->name,
            how, wanted, wanted == 1 ? "" : "s", given);
  buf_free(&name);
  return false;
}

/* Does the function know no names at all? */
static bool refuses_names(const Signature *s) {
  bool none = s->double_star < 0;
  for (int i = 0; none && i < s->n; i++)
    none = s->params[i].positional_only || s->params[i].star;
  return none && s->n > 0;
}

static bool no_names(const Signature *s, Value self) {
  Buf name = BUF_EMPTY;
  err_set(ERR_TypeError, "%s() takes no keyword arguments",
          qualified(s, self, &name));
  buf_free(&name);
  return false;
}

/* Are there as many positional arguments as parameters? */
static bool check_count(const Signature *s, Value self, const CallArgs *args) {
  int first = value_ok(self), given = args->n;
  int most = s->n_positional - first, least = 0;
  for (int i = first; i < s->n_positional; i++)
    least += !s->params[i].optional;
  if (args->n_named && refuses_names(s))
    return no_names(s, self);
  if (s->star >= 0 || (given >= least && given <= most))
    return true;
  if (by_position(s, first))
    return wrong_count(s, self, given, least, most);
  if (given <= most)
    return true;
  return err_set(ERR_TypeError, "%s() takes %s %d argument%s (%d given)",
                 s->row->name, least == most ? "exactly" : "at most", most,
                 most == 1 ? "" : "s", given);
}

static bool bind_positional(const Signature *s, Value *slots,
                            const CallArgs *args, int first) {
  int room = s->n_positional - first;
  int n = args->n < room ? args->n : room;
  for (int i = 0; i < n; i++)
    slots[first + i] = args->items[i];
  if (s->star < 0)
    return true;
  slots[s->star] = tuple_new(args->items + n, (size_t)(args->n - n));
  return value_ok(slots[s->star]);
}

bool native_unknown_keyword(const char *function, const char *name) {
  static const char *const known[] = {
      "where",   "casting", "order",  "subok",         "initial",
      "like",    "dtype",   "out",    "ndmin",         "copy",
      "device",  "layout",  "names",  "requires_grad", "memory_format",
      "reduce",  "ddof",    "stable", "pin_memory",    "generator",
      "profile", "sign",    "kind",   "size_average",  "floatmode",
      "mode",    "prepend", "weights"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (!strcmp(known[i], name))
      return err_set(ERR_Unsupported,
                     "xent does not support the keyword '%s' of %s()", name,
                     function);
  return err_set(ERR_TypeError, "%s() got an unexpected keyword argument '%s'",
                 function, name);
}

static bool unknown_name(const Signature *s, const Sym *name) {
  if (interp.home && *interp.home(s->row))
    return native_unknown_keyword(s->row->name, name->text);
  return err_set(ERR_TypeError, "'%s' is an invalid keyword argument for %s()",
                 name->text, s->row->name);
}

static bool bind_named(const Signature *s, Value *slots, const CallArgs *args) {
  for (int k = 0; k < args->n_named; k++) {
    Value v = args->items[args->n + k];
    const Sym *name = args->names[k];
    int i = 0;
    while (i < s->n &&
           (s->params[i].name != name || s->params[i].star ||
            s->params[i].double_star || s->params[i].positional_only))
      i++;
    if (i < s->n && value_ok(slots[i]))
      return err_set(ERR_TypeError,
                     "%s() got multiple values for argument '%s'", s->row->name,
                     name->text);
    if (i < s->n)
      slots[i] = v;
    else if (s->double_star < 0)
      return unknown_name(s, name);
    else if (!dict_put_text(slots[s->double_star], name->text, v))
      return false;
  }
  return true;
}

static bool fill_defaults(const Signature *s, Value *slots) {
  for (int i = 0; i < s->n; i++) {
    if (value_ok(slots[i]))
      continue;
    if (!s->params[i].optional)
      return err_set(ERR_TypeError,
                     "%s() missing required argument '%s' (pos %d)",
                     s->row->name, s->params[i].name->text, i + 1);
    slots[i] = s->params[i].fallback;
  }
  return true;
}

Value native_call(const Native *row, Value self, const CallArgs *args) {
  Signature *s = signature(row);
  if (!s)
    return value_error();
  Value slots[NATIVE_MAX_PARAMS];
  for (int i = 0; i < s->n; i++)
    slots[i] = value_absent();
  int first = value_ok(self);
  if (first)
    slots[0] = self;
  bool ok = check_count(s, self, args);
  if (ok && s->double_star >= 0) {
    slots[s->double_star] = dict_new();
    ok = value_ok(slots[s->double_star]);
  }
  Value v = value_error();
  if (ok && bind_positional(s, slots, args, first) &&
      bind_named(s, slots, args) && fill_defaults(s, slots))
    v = row->call(slots);
  if (s->star >= 0)
    value_unref(slots[s->star]);
  if (s->double_star >= 0)
    value_unref(slots[s->double_star]);
  return v;
}

int native_keywords(const Native *row, const Sym **names, int room) {
  Signature *s = signature(row);
  int n = 0;
  for (int i = 0; s && i < s->n && n < room; i++)
    if (!s->params[i].star && !s->params[i].double_star &&
        !s->params[i].positional_only)
      names[n++] = s->params[i].name;
  return n;
}

/* --- as values ----------------------------------------------------------- */

typedef struct NativeValue {
  Ref ref;
  const Native *row;
  Value self;
} NativeValue;

Value native_value(const Native *row, Value self) {
  NativeValue *v = mem_alloc(sizeof *v);
  if (!v)
    return value_error();
  *v = (NativeValue){{1, VALUE_TYPE_NATIVE}, row, value_ref(self)};
  return value_take(v);
}

const Native *native_row(Value v) {
  return ((NativeValue *)v.ref)->row;
}

static void drop(Ref *r) {
  value_unref(((NativeValue *)r)->self);
  mem_free(r);
}

static bool repr(Buf *b, Value v) {
  NativeValue *n = (NativeValue *)v.ref;
  if (!value_ok(n->self)) {
    buf_fmt(b, "<built-in function %s>", n->row->name);
    return true;
  }
  buf_fmt(b, "<built-in method %s of %s object at 0x%012zx>", n->row->name,
          value_type_name(n->self), (size_t)n->self.ref);
  return true;
}

static Value call(Value v, const CallArgs *args) {
  NativeValue *n = (NativeValue *)v.ref;
  return native_call(n->row, n->self, args);
}

static int equal(Value a, Value b) {
  if (!value_is(a, VALUE_TYPE_NATIVE) || !value_is(b, VALUE_TYPE_NATIVE))
    return 0;
  NativeValue *x = (NativeValue *)a.ref, *y = (NativeValue *)b.ref;
  return x->row == y->row && value_same(x->self, y->self);
}

static bool hash(Value v, uint64_t *out) {
  *out = (uint64_t)(uintptr_t)native_row(v) >> 3;
  return true;
}

static Value get_attr(Value v, const Sym *name) {
  if (strcmp(name->text, "__name__") == 0)
    return str_lit(native_row(v)->name);
  return value_absent();
}

const Type native_type = {.drop = drop,
                          .repr = repr,
                          .call = call,
                          .equal = equal,
                          .hash = hash,
                          .get_attr = get_attr};
