/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/dict_kind.h"

#include "lang/arith.h"
#include "lang/list.h"
#include "lang/sequence.h"
#include "lang/tuple.h"

#include <string.h>

Value dict_kind_new(const DictKind *kind) {
  Value v = dict_new();
  if (value_ok(v))
    dict_of(v)->kind = kind;
  return v;
}

/* All pairs (key, value) as a new list. */
static Value pairs_of(Value dict) {
  Value list = list_new(0);
  size_t at = 0;
  for (DictEntry *e; value_ok(list) && (e = dict_next(dict_of(dict), &at));) {
    Value pair = tuple_new((Value[]){e->key, e->value}, 2);
    bool ok = value_ok(pair) && list_append(list, pair);
    value_unref(pair);
    if (ok)
      continue;
    value_unref(list);
    return value_error();
  }
  return list;
}

/* --- OrderedDict --------------------------------------------------------- */

static bool repr_ordered(Buf *b, Value v) {
  if (!dict_of(v)->n)
    return buf_str(b, "OrderedDict()"), true;
  Value pairs = pairs_of(v);
  buf_str(b, "OrderedDict([");
  bool ok = value_ok(pairs) &&
            sequence_repr(b, list_of(pairs)->items, list_of(pairs)->n);
  buf_str(b, "])");
  value_unref(pairs);
  return ok;
}

/* To the front: all others are put in again. */
static bool to_front(Value dict, Value key, Value x) {
  Value others = dict_copy(dict);
  bool ok = value_ok(others);
  if (ok) {
    dict_clear(dict_of(dict));
    ok = dict_put(dict, key, x) && dict_update(dict, others);
  }
  value_unref(others);
  return ok;
}

static Value move_to_end(const Value *args) {
  Value x = value_ref(dict_get(args[0], args[1]));
  int last = value_truth(args[2]);
  if (!value_ok(x) && !err_pending())
    dict_key_error(args[1]);
  bool ok =
      value_ok(x) && last >= 0 && dict_remove(args[0], args[1]) > 0 &&
      (last ? dict_put(args[0], args[1], x) : to_front(args[0], args[1], x));
  value_unref(x);
  return ok ? value_none() : value_error();
}

static const Native ordered_methods[] = {
    {"move_to_end", "self key last=True", move_to_end,
     "moves an entry to the end, or to the front", NULL, NULL},
    {0}};

const DictKind dict_kind_ordered = {.type = "collections.OrderedDict",
                                    .name = "OrderedDict",
                                    .repr = repr_ordered,
                                    .methods = ordered_methods};

/* --- defaultdict --------------------------------------------------------- */

static bool repr_default(Buf *b, Value v) {
  Value factory = dict_of(v)->factory;
  buf_str(b, "defaultdict(");
  bool ok = value_repr(b, value_ok(factory) ? factory : value_none());
  buf_str(b, ", ");
  ok = ok && dict_repr_plain(b, v);
  buf_char(b, ')');
  return ok;
}

static Value make_missing(Value dict, Value key) {
  Value factory = dict_of(dict)->factory;
  if (!value_ok(factory) || value_is_none(factory)) {
    dict_key_error(key);
    return value_error();
  }
  Value v = value_call_n(factory, NULL, 0);
  if (!value_ok(v) || dict_put(dict, key, v))
    return v;
  value_unref(v);
  return value_error();
}

const DictKind dict_kind_default = {.type = "collections.defaultdict",
                                    .name = "defaultdict",
                                    .repr = repr_default,
                                    .missing = make_missing};

/* --- Counter ---------------------------------------------------------------
 */

static Value zero(Value dict, Value key) {
  (void)dict, (void)key;
  return value_int(0);
}

/* counter[key] += sign * by */
static bool count_one(Value counter, Value key, Value by, int sign) {
  Value old = dict_get(counter, key);
  if (!value_ok(old) && err_pending())
    return false;
  Value sum = arith_binary(sign < 0 ? AST_SUB : AST_ADD,
                           value_ok(old) ? old : value_int(0), by, false);
  bool ok = value_ok(sum) && dict_put(counter, key, sum);
  value_unref(sum);
  return ok;
}

bool dict_kind_count(Value counter, Value from, int sign) {
  if (value_is(from, VALUE_TYPE_DICT)) {
    size_t at = 0;
    for (DictEntry *e; (e = dict_next(dict_of(from), &at));)
      if (!count_one(counter, e->key, e->value, sign))
        return false;
    return true;
  }
  Value iter = value_iter(from), x;
  bool ok = value_ok(iter);
  while (ok && value_ok(x = value_next(iter))) {
    ok = count_one(counter, x, value_int(1), sign);
    value_unref(x);
  }
  value_unref(iter);
  return ok && !err_pending();
}

static Value count_of(const Value *args) {
  return value_ref(tuple_of(args[0])->items[1]);
}

static const Native by_second = {"count",     "pair", count_of,
                                 "its count", NULL,   NULL};

/* Pairs, highest count first; equal ones in order of arrival. */
static Value by_count(Value counter) {
  Value list = pairs_of(counter);
  Value key =
      value_ok(list) ? native_value(&by_second, value_absent()) : value_error();
  bool ok = value_ok(key) && list_sort(list, key, true);
  value_unref(key);
  if (ok)
    return list;
  value_unref(list);
  return value_error();
}

static bool repr_counter(Buf *b, Value v) {
  Value pairs = by_count(v);
  List *l = list_of(pairs);
  bool ok = l != NULL;
  buf_str(b, l && l->n ? "Counter({" : "Counter(");
  for (size_t i = 0; ok && i < l->n; i++) {
    const Value *pair = tuple_of(l->items[i])->items;
    buf_str(b, i ? ", " : "");
    ok = value_repr(b, pair[0]);
    buf_str(b, ": ");
    ok = ok && value_repr(b, pair[1]);
  }
  buf_str(b, l && l->n ? "})" : ")");
  value_unref(pairs);
  return ok;
}

static Value most_common(const Value *args) {
  Value list = by_count(args[0]);
  int64_t n = 0;
  if (!value_ok(list) || value_is_none(args[1]))
    return list;
  List *l = list_of(list);
  if (!value_to_index(args[1], &n)) {
    value_unref(list);
    return value_error();
  }
  while (l->n > (size_t)(n < 0 ? 0 : n))
    value_unref(l->items[--l->n]);
  return list;
}

static Value elements(const Value *args) {
  Value list = list_new(0);
  size_t at = 0;
  bool ok = value_ok(list);
  for (DictEntry *e; ok && (e = dict_next(dict_of(args[0]), &at));)
    for (int64_t i = 0; ok && e->value.tag == VALUE_INT && i < e->value.i; i++)
      ok = list_append(list, e->key);
  Value iter = ok ? value_iter(list) : value_error();
  value_unref(list);
  return iter;
}

static Value total(const Value *args) {
  Value sum = value_int(0);
  size_t at = 0;
  for (DictEntry *e; value_ok(sum) && (e = dict_next(dict_of(args[0]), &at));) {
    Value next = arith_binary(AST_ADD, sum, e->value, false);
    value_unref(sum);
    sum = next;
  }
  return sum;
}

static Value subtract(const Value *args) {
  bool ok = (!value_ok(args[1]) || dict_kind_count(args[0], args[1], -1)) &&
            dict_kind_count(args[0], args[2], -1);
  return ok ? value_none() : value_error();
}

static const Native counter_methods[] = {
    {"most_common", "self n=None", most_common,
     "pairs of item and count, the most frequent first", NULL, NULL},
    {"elements", "self", elements, "each item as often as it was counted", NULL,
     NULL},
    {"total", "self", total, "the sum of the counts", NULL, NULL},
    {"subtract", "self iterable? / **named", subtract, "takes counts away",
     NULL, NULL},
    {0}};

const DictKind dict_kind_counter = {.type = "Counter",
                                    .name = "Counter",
                                    .repr = repr_counter,
                                    .missing = zero,
                                    .methods = counter_methods};

/* --- operators -------------------------------------------------------------
 */

static double count_in(Value counter, Value key) {
  double n = 0;
  Value v = dict_get(counter, key);
  if (value_ok(v))
    value_as_double(v, &n);
  return n;
}

/* Does a's count stand in a & b, or in a | b? */
static bool is_taken(AstOp op, Value a, Value b, Value key) {
  double x = count_in(a, key), y = count_in(b, key);
  return op == AST_BITAND ? x <= y : x >= y;
}

static Value combined(AstOp op, Value a, Value b, Value key) {
  Value x = dict_get(a, key), y = dict_get(b, key);
  x = value_ok(x) ? x : value_int(0);
  y = value_ok(y) ? y : value_int(0);
  if (op == AST_ADD || op == AST_SUB)
    return arith_binary(op, x, y, false);
  return value_ref(is_taken(op, a, b, key) ? x : y);
}

/* Puts the counts of a's keys, or of b's, that are above zero. */
static bool combine(AstOp op, Value out, Value a, Value b, Value keys) {
  size_t at = 0;
  for (DictEntry *e; (e = dict_next(dict_of(keys), &at));) {
    Value n = combined(op, a, b, e->key);
    double size = 0;
    bool ok = value_ok(n) && (!value_as_double(n, &size) || size <= 0 ||
                              dict_put(out, e->key, n));
    value_unref(n);
    if (!ok)
      return false;
  }
  return true;
}

static bool is_counter(Value v) {
  return value_is(v, VALUE_TYPE_DICT) && dict_of(v)->kind == &dict_kind_counter;
}

Value dict_kind_binary(AstOp op, Value a, Value b) {
  if (!is_counter(a) || !is_counter(b) ||
      (op != AST_ADD && op != AST_SUB && op != AST_BITAND && op != AST_BITOR))
    return value_absent();
  Value out = dict_kind_new(&dict_kind_counter);
  if (value_ok(out) && combine(op, out, a, b, a) && combine(op, out, a, b, b))
    return out;
  value_unref(out);
  return value_error();
}

Value dict_kind_attr(Value dict, const Sym *name) {
  const DictKind *kind = dict_of(dict)->kind;
  for (const Native *m = kind ? kind->methods : NULL; m && m->name; m++)
    if (!strcmp(m->name, name->text))
      return native_value(m, dict);
  if (kind == &dict_kind_default && !strcmp(name->text, "default_factory")) {
    Value factory = dict_of(dict)->factory;
    return value_ok(factory) ? value_ref(factory) : value_none();
  }
  return value_absent();
}
