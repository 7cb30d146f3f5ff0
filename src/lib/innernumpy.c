/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innernumpy.h"

#include "lang/dict.h"
#include "lang/interp.h"
#include "lang/str.h"
#include "num/fpflags.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static Value failed(Value dict) {
  value_unref(dict);
  return value_error();
}

/* dict[name] = v, which is taken over. */
static bool put(Value dict, const char *name, Value v) {
  Value key = str_lit(name);
  bool ok = value_ok(v) && value_ok(key) && dict_put(dict, key, v);
  value_unref(key);
  value_unref(v);
  return ok;
}

/* dict[name], borrowed; absent without an error: none. */
static Value get(Value dict, const char *name) {
  Value key = str_lit(name);
  Value v = value_ok(key) ? dict_get(dict, key) : value_error();
  value_unref(key);
  return v;
}

/* --- printing ------------------------------------------------------------- */

static const char *const modes[] = {"maxprec", "maxprec_equal", "fixed",
                                    "unique"};

static Value options_dict(const TextNumpyOptions *o) {
  Value d = dict_new();
  char sign[] = {o->sign, 0};
  if (value_ok(d) && put(d, "precision", value_int(o->precision)) &&
      put(d, "threshold", value_int(o->threshold)) &&
      put(d, "edgeitems", value_int(o->edgeitems)) &&
      put(d, "linewidth", value_int(o->linewidth)) &&
      put(d, "suppress", value_bool(o->suppress)) &&
      put(d, "nanstr", str_lit(o->nan)) && put(d, "infstr", str_lit(o->inf)) &&
      put(d, "sign", str_lit(sign)) &&
      put(d, "floatmode", str_lit(modes[o->mode])))
    return d;
  return failed(d);
}

/* A number of the dict; infinity is the greatest. */
static bool read_count(Value dict, const char *name, int64_t *out) {
  double f;
  Value v = get(dict, name);
  if (!value_ok(v))
    return !err_pending();
  if (v.tag == VALUE_FLOAT && value_as_double(v, &f)) {
    *out = f < 9e18 ? (int64_t)ceil(f) : INT64_MAX;
    return true;
  }
  return value_to_index(v, out);
}

static bool read_word(Value dict, const char *name, char *out) {
  Str *s = str_of(get(dict, name));
  if (s && s->len >= TEXTNUMPY_WORD)
    return err_set(ERR_ValueError, "xent's words for nan and inf have at most "
                                   "23 letters");
  if (s)
    strcpy(out, s->text);
  return !err_pending();
}

static bool read_options(Value dict, TextNumpyOptions *o) {
  int64_t precision = o->precision;
  if (!read_count(dict, "precision", &precision) ||
      !read_count(dict, "threshold", &o->threshold) ||
      !read_count(dict, "edgeitems", &o->edgeitems) ||
      !read_count(dict, "linewidth", &o->linewidth) ||
      !read_word(dict, "nanstr", o->nan) || !read_word(dict, "infstr", o->inf))
    return false;
  if (precision < 0)
    return err_set(ERR_ValueError, "precision must be >= 0");
  o->precision = precision > INT_MAX ? INT_MAX : (int)precision;
  Value suppress = get(dict, "suppress");
  if (value_ok(suppress))
    o->suppress = value_truth(suppress) > 0;
  Str *sign = str_of(get(dict, "sign")), *mode = str_of(get(dict, "floatmode"));
  if (sign)
    o->sign = sign->text[0];
  for (size_t i = 0; mode && i < sizeof modes / sizeof *modes; i++)
    if (!strcmp(mode->text, modes[i]))
      o->mode = (TextNumpyMode)i;
  return !err_pending();
}

/* Sets what the dict has; the options as they were before. */
static Value numpy_options(const Value *args) {
  TextNumpyOptions o = interp.numpy_text;
  Value before = options_dict(&o);
  if (!value_ok(before) || !read_options(args[0], &o))
    return failed(before);
  interp.numpy_text = o;
  return before;
}

/* An array without axes: as its one element stands in a line. */
static Value lone_text(const Array *a) {
  Buf b = BUF_EMPTY, text = BUF_EMPTY;
  Array *line = array_view((Array *)(uintptr_t)a, 1, (int64_t[]){1},
                           (int64_t[]){1}, a->data);
  if (!line)
    return value_error();
  textnumpy_str(&b, line, &interp.numpy_text);
  array_unref(line);
  buf_add(&text, buf_text(&b) + 1, b.len - 2);
  buf_free(&b);
  return str_of_buf(&text);
}

static Value numpy_text(const Value *args) {
  const Array *a = value_array(args[0]);
  const Str *separator = str_of(args[1]), *prefix = str_of(args[2]);
  if (!a || !separator || !prefix) {
    err_set(ERR_TypeError, "array2string() wants an array and texts");
    return value_error();
  }
  Buf b = BUF_EMPTY, text = BUF_EMPTY;
  if (!a->ndim)
    return lone_text(a);
  size_t indent = prefix->chars;
  textnumpy_between(&b, a, &interp.numpy_text, separator->text, indent);
  buf_str(&text, buf_text(&b) + (b.len > indent && a->size ? indent : 0));
  buf_free(&b);
  return str_of_buf(&text);
}

/* --- what overflow does --------------------------------------------------- */

static const struct {
  const char *name;
  unsigned flag;
} flags[] = {{"divide", FPFLAGS_DIVIDE},
             {"over", FPFLAGS_OVER},
             {"under", FPFLAGS_UNDER},
             {"invalid", FPFLAGS_INVALID}};

static const char *const actions[] = {"ignore", "warn", "raise"};

static Value errors_dict(void) {
  Value d = dict_new();
  for (int i = 0; value_ok(d) && i < 4; i++)
    if (!put(d, flags[i].name, str_lit(actions[fpflags_action(flags[i].flag)])))
      return failed(d);
  return d;
}

/* Sets what the dict has; the actions as they were before. */
static Value numpy_errors(const Value *args) {
  Value before = errors_dict();
  for (int i = 0; value_ok(before) && i < 4; i++) {
    Str *s = str_of(get(args[0], flags[i].name));
    for (int k = 0; s && k < 3; k++)
      if (!strcmp(s->text, actions[k]))
        fpflags_set_action(flags[i].flag, (FpAction)k);
  }
  return before;
}

/* a's shape and strides become those of a view of all its elements. */
static Value set_shape(const Value *args) {
  Array *a = value_array(args[0]);
  const Array *view = value_array(args[1]);
  a->ndim = view->ndim;
  memcpy(a->shape, view->shape, sizeof a->shape);
  memcpy(a->stride, view->stride, sizeof a->stride);
  return value_none();
}

const Native innernumpy_natives[] = {
    {"set_shape", "a view", set_shape, "gives it the view's shape", NULL, NULL},
    {"numpy_options", "new", numpy_options, "sets options of printing", NULL,
     NULL},
    {"numpy_text", "a separator prefix", numpy_text, "an array as a text", NULL,
     NULL},
    {"numpy_errors", "new", numpy_errors, "sets what overflow does", NULL,
     NULL},
    {0}};
