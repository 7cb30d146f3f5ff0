/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins_text.h"

#include "base/utf8.h"
#include "lang/evalformat.h"
#include "lang/str.h"
#include "lang/tuple.h"
#include "lang/unicode.h"

/* --- print ---------------------------------------------------------------- */

static bool option(Value v, const char *name, const char *fallback,
                   const char **text, size_t *n) {
  const Str *s = str_of(v);
  *text = s ? s->text : fallback;
  *n = s ? s->len : 1;
  return s || value_is_none(v) ||
         err_set(ERR_TypeError, "%s must be None or a string, not %s", name,
                 value_type_name(v));
}

/* args: the objects, sep, end */
static bool line_of(Buf *b, const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  const char *sep, *end;
  size_t sep_len, end_len;
  if (!option(args[1], "sep", " ", &sep, &sep_len) ||
      !option(args[2], "end", "\n", &end, &end_len))
    return false;
  for (size_t i = 0; i < t->n; i++) {
    if (i)
      buf_add(b, sep, sep_len);
    if (!value_str(b, t->items[i]))
      return false;
  }
  buf_add(b, end, end_len);
  return !b->failed;
}

static bool write_piece(Value write, const char *text, size_t n) {
  Value piece = str_new(text, n);
  Value done = value_ok(piece) ? value_call_n(write, &piece, 1) : value_error();
  bool ok = value_ok(done);
  value_unref(done);
  value_unref(piece);
  return ok;
}

/* file.write(...) for each object, sep and end, as Python does it. */
static bool write_pieces(Value write, const Value *args) {
  const Tuple *t = tuple_of(args[0]);
  const char *sep, *end;
  size_t sep_len, end_len;
  bool ok = option(args[1], "sep", " ", &sep, &sep_len) &&
            option(args[2], "end", "\n", &end, &end_len);
  for (size_t i = 0; ok && i < t->n; i++) {
    Buf b = BUF_EMPTY;
    ok = (!i || write_piece(write, sep, sep_len)) &&
         value_str(&b, t->items[i]) && write_piece(write, buf_text(&b), b.len);
    buf_free(&b);
  }
  return ok && write_piece(write, end, end_len);
}

static Value print_to(Value file, const Value *args) {
  const Sym *name = sym_lit("write");
  Value write = name ? value_get_attr(file, name) : value_error();
  bool ok = value_ok(write) && write_pieces(write, args);
  value_unref(write);
  return ok ? value_none() : value_error();
}

Value builtins_text_print(const Value *args) {
  if (!value_is_none(args[3]))
    return print_to(args[3], args);
  Buf b = BUF_EMPTY;
  int flush = value_truth(args[4]);
  bool ok = flush >= 0 && line_of(&b, args);
  if (ok && interp.write)
    interp.write(interp.write_self, buf_text(&b), b.len);
  if (ok && flush && interp.flush)
    interp.flush(interp.write_self);
  buf_free(&b);
  return ok ? value_none() : value_error();
}

/* --- input ---------------------------------------------------------------- */

Value builtins_text_input(const Value *args) {
  Buf prompt = BUF_EMPTY, line = BUF_EMPTY;
  bool ok = !value_ok(args[0]) || value_str(&prompt, args[0]);
  if (ok && !interp.read_line)
    ok = err_set(ERR_EOFError, "xent: input() needs a terminal");
  if (ok && interp.flush)
    interp.flush(interp.write_self);
  if (ok)
    ok = interp.read_line(interp.read_self, buf_text(&prompt), &line);
  if (!ok && !err_pending())
    err_set(ERR_EOFError, "EOF when reading a line");
  buf_free(&prompt);
  if (ok)
    return str_of_buf(&line);
  buf_free(&line);
  return value_error();
}

/* --- texts of values ------------------------------------------------------ */

static Value finished(Buf *b, bool ok) {
  if (ok)
    return str_of_buf(b);
  buf_free(b);
  return value_error();
}

Value builtins_text_repr(const Value *args) {
  Buf b = BUF_EMPTY;
  return finished(&b, value_repr(&b, args[0]));
}

Value builtins_text_ascii(const Value *args) {
  Buf b = BUF_EMPTY;
  return finished(&b, evalformat_converted(&b, args[0], 'a'));
}

Value builtins_text_format(const Value *args) {
  Buf b = BUF_EMPTY;
  const Str *spec = str_of(args[1]);
  if (!spec && value_ok(args[1])) {
    err_set(ERR_TypeError, "format() argument 2 must be str, not %s",
            value_type_name(args[1]));
    return value_error();
  }
  return finished(&b, evalformat_value(&b, args[0], spec ? spec->text : "",
                                       spec ? spec->len : 0));
}

Value builtins_text_chr(const Value *args) {
  int64_t code;
  Buf b = BUF_EMPTY;
  if (!value_to_index(args[0], &code))
    return value_error();
  if (code < 0 || code > 0x10ffff)
    err_set(ERR_ValueError, "chr() arg not in range(0x110000)");
  else if (code >= 0xd800 && code < 0xe000)
    err_set(ERR_Unsupported, "xent does not support lone surrogates");
  if (err_pending())
    return value_error();
  unicode_put(&b, (uint32_t)code);
  return str_of_buf(&b);
}

Value builtins_text_ord(const Value *args) {
  const Str *s = str_of(args[0]);
  uint32_t code = 0;
  if (!s)
    err_set(ERR_TypeError, "ord() expected string of length 1, but %s found",
            value_type_name(args[0]));
  else if (s->chars != 1)
    err_set(ERR_TypeError,
            "ord() expected a character, but string of length %zu found",
            s->chars);
  if (err_pending())
    return value_error();
  utf8_decode(s->text, s->len, &code);
  return value_int(code);
}
