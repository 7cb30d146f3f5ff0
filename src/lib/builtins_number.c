/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_number.h"

#include "lang/arith.h"
#include "lang/arrayvalue.h"
#include "lang/format.h"
#include "lang/number.h"
#include "lang/rowcall.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "lib/builtins_parse.h"

/* --- sum, min, max -------------------------------------------------------- */

Value builtins_number_sum(const Value *args) {
  if (str_of(args[1])) {
    err_set(ERR_TypeError, "sum() can't sum strings [use ''.join(seq) "
                           "instead]");
    return value_error();
  }
  Value iter = value_iter(args[0]);
  Value sum = value_ok(iter) ? value_ref(args[1]) : value_error(), x;
  while (value_ok(sum) && value_ok(x = value_next(iter))) {
    Value more = arith_binary(AST_ADD, sum, x, false);
    value_unref(sum);
    value_unref(x);
    sum = more;
  }
  value_unref(iter);
  if (!err_pending())
    return sum;
  value_unref(sum);
  return value_error();
}

static Value key_of(Value key, Value x) {
  return value_is_none(key) ? value_ref(x) : value_call_n(key, &x, 1);
}

/* Keeps x in *best if it is the first or beats it; takes x over. */
static bool compete(AstOp op, Value x, Value key, Value *best,
                    Value *best_key) {
  Value k = key_of(key, x);
  int t = value_ok(k) ? 1 : -1;
  if (t > 0 && value_ok(*best)) {
    Value r = arith_compare(op, k, *best_key, false);
    t = value_ok(r) ? value_truth(r) : -1;
    value_unref(r);
  }
  if (t > 0) {
    value_put(best, x);
    value_put(best_key, k);
  } else {
    value_unref(x);
    value_unref(k);
  }
  return t >= 0;
}

static Value best_of(AstOp op, Value iterable, Value key) {
  Value best = value_absent(), best_key = value_absent(), x;
  Value iter = value_iter(iterable);
  bool ok = value_ok(iter);
  while (ok && value_ok(x = value_next(iter)))
    ok = compete(op, x, key, &best, &best_key);
  value_unref(iter);
  value_unref(best_key);
  if (!err_pending())
    return best;
  value_unref(best);
  return value_error();
}

/* args: a tuple, key, default */
static Value extreme(const Value *args, AstOp op, const char *name) {
  const Tuple *t = tuple_of(args[0]);
  if (t->n > 1 && value_ok(args[2]))
    err_set(ERR_TypeError,
            "Cannot specify a default for %s() with multiple positional "
            "arguments",
            name);
  else if (!t->n)
    err_set(ERR_TypeError, "%s expected at least 1 argument, got 0", name);
  if (err_pending())
    return value_error();
  Value best = best_of(op, t->n > 1 ? args[0] : t->items[0], args[1]);
  if (value_ok(best) || err_pending())
    return best;
  if (!value_ok(args[2]))
    err_set(ERR_ValueError, "%s() arg is an empty sequence", name);
  return value_ref(args[2]);
}

Value builtins_number_min(const Value *args) {
  return extreme(args, AST_LT, "min");
}

Value builtins_number_max(const Value *args) {
  return extreme(args, AST_GT, "max");
}

/* --- abs, round ----------------------------------------------------------- */

/* np.abs or torch.abs of an array. */
static Value call_row(const Array *a, const char *name, const Value *args,
                      int n) {
  const Sym *sym = sym_lit(name);
  const char *prefix = a->family == FAMILY_TORCH ? "torch" : "np";
  const Row *row = sym ? row_find(prefix, sym) : NULL;
  if (!row) {
    if (!err_pending())
      err_set(ERR_Unsupported, "xent does not support %s() of arrays", name);
    return value_error();
  }
  CallArgs call = {.items = args, .n = n};
  return rowcall_run(NULL, NULL, row, value_absent(), &call);
}

Value builtins_number_abs(const Value *args) {
  bool found;
  switch (args[0].tag) {
  case VALUE_FLOAT: return value_float(__builtin_fabs(args[0].f));
  case VALUE_BOOL:
  case VALUE_INT:
    return args[0].i < 0 ? arith_unary(AST_NEG, args[0], false)
                         : value_int(args[0].i);
  default: break;
  }
  if (value_array(args[0]))
    return call_row(value_array(args[0]), "abs", args, 1);
  Value r = builtins_parse_special(args[0], "__abs__", NULL, 0, &found);
  if (!found)
    err_set(ERR_TypeError, "bad operand type for abs(): '%s'",
            value_type_name(args[0]));
  return r;
}

/* To a multiple of 10^-places, ties to even. */
static Value round_int(int64_t i, int64_t places) {
  int64_t unit = 1;
  if (places >= 0)
    return value_int(i);
  for (; places < 0; places++)
    if (__builtin_mul_overflow(unit, 10, &unit))
      return value_int(0);
  int64_t rest = i % unit, down = i - rest;
  uint64_t twice = 2 * (uint64_t)(rest < 0 ? -rest : rest);
  bool odd = down / unit % 2 != 0;
  if (twice < (uint64_t)unit || (twice == (uint64_t)unit && !odd))
    return value_int(down);
  return arith_ints(AST_ADD, down, i < 0 ? -unit : unit);
}

static Value round_number(Value x, Value places) {
  int64_t n = 0;
  double f;
  if (!value_is_none(places) && !value_to_index(places, &n))
    return value_error();
  if (x.tag != VALUE_FLOAT)
    return round_int(x.i, n);
  if (value_is_none(places))
    return number_truncate(__builtin_rint(x.f), &n) ? value_int(n)
                                                    : value_error();
  return number_round(x.f, n, &f) ? value_float(f) : value_error();
}

/* NumPy's scalars round to a Python int when no places are given. */
static Value round_array(const Value *args) {
  const Array *a = value_array(args[0]);
  bool whole = value_is_none(args[1]);
  if (!a->scalar) {
    err_set(ERR_TypeError, "type %s doesn't define __round__ method",
            value_type_name(args[0]));
    return value_error();
  }
  if (!whole)
    return call_row(a, "round", args, 2);
  Value x = arrayvalue_item(a, 0);
  return x.tag == VALUE_FLOAT ? round_number(x, args[1]) : x;
}

Value builtins_number_round(const Value *args) {
  bool found;
  if (value_is_number(args[0]))
    return round_number(args[0], args[1]);
  if (value_array(args[0]))
    return round_array(args);
  Value r = builtins_parse_special(args[0], "__round__", args + 1,
                                   !value_is_none(args[1]), &found);
  if (!found)
    err_set(ERR_TypeError, "type %s doesn't define __round__ method",
            value_type_name(args[0]));
  return r;
}

/* --- divmod, pow ---------------------------------------------------------- */

Value builtins_number_divmod(const Value *args) {
  Value a = args[0], b = args[1], part[2];
  bool numbers = value_is_number(a) && value_is_number(b);
  if (!numbers && !value_array(a) && !value_array(b)) {
    err_set(ERR_TypeError,
            "unsupported operand type(s) for divmod(): '%s' and '%s'",
            value_type_name(a), value_type_name(b));
    return value_error();
  }
  part[0] = arith_binary(AST_FLOORDIV, a, b, false);
  part[1] =
      value_ok(part[0]) ? arith_binary(AST_MOD, a, b, false) : value_error();
  bool floats = a.tag == VALUE_FLOAT || b.tag == VALUE_FLOAT;
  if (numbers && floats && err_now()->type == ERR_ZeroDivisionError)
    err_set(ERR_ZeroDivisionError, "float divmod()");
  Value pair = value_ok(part[1]) ? tuple_new(part, 2) : value_error();
  value_unref(part[0]);
  value_unref(part[1]);
  return pair;
}

/* x with (a * x) % m == 1, by Euclid's algorithm; 0: there is none. */
static int64_t inverse(int64_t a, int64_t m) {
  int64_t r = m, next = a % m, t = 0, next_t = 1;
  next = next < 0 ? next + m : next;
  while (next) {
    int64_t q = r / next, old = next, old_t = next_t;
    next = r - q * next;
    next_t = t - q * next_t;
    r = old;
    t = old_t;
  }
  return r == 1 ? (t < 0 ? t + m : t) : 0;
}

static Value power_mod(int64_t a, int64_t n, int64_t m) {
  int64_t size = m < 0 ? -m : m;
  if (!m || m == INT64_MIN) {
    err_set(ERR_ValueError, "pow() 3rd argument cannot be 0");
    return value_error();
  }
  if (n < 0) {
    a = inverse(a, size);
    n = n == INT64_MIN ? INT64_MAX : -n;
    if (!a && size > 1) {
      err_set(ERR_ValueError, "base is not invertible for the given modulus");
      return value_error();
    }
  }
  __int128 r = 1 % size, x = a % size;
  for (; n; n >>= 1) {
    if (n & 1)
      r = r * x % size;
    x = x * x % size;
  }
  int64_t rest = (int64_t)(r < 0 ? r + size : r);
  return value_int(rest && m < 0 ? rest + m : rest);
}

Value builtins_number_pow(const Value *args) {
  int64_t part[3];
  if (value_is_none(args[2]))
    return arith_binary(AST_POW, args[0], args[1], false);
  for (int i = 0; i < 3; i++)
    if (args[i].tag == VALUE_FLOAT || !value_as_int(args[i], &part[i])) {
      err_set(ERR_TypeError, "pow() 3rd argument not allowed unless all "
                             "arguments are integers");
      return value_error();
    }
  return power_mod(part[0], part[1], part[2]);
}

/* --- other bases ---------------------------------------------------------- */

static Value in_base(Value v, const char *prefix, unsigned base) {
  Buf b = BUF_EMPTY;
  int64_t i;
  if (!value_to_index(v, &i))
    return value_error();
  if (i < 0)
    buf_char(&b, '-');
  buf_str(&b, prefix);
  format_digits(&b, i < 0 ? -(uint64_t)i : (uint64_t)i, base, false);
  return str_of_buf(&b);
}

Value builtins_number_hex(const Value *args) {
  return in_base(args[0], "0x", 16);
}

Value builtins_number_oct(const Value *args) {
  return in_base(args[0], "0o", 8);
}

Value builtins_number_bin(const Value *args) {
  return in_base(args[0], "0b", 2);
}
