/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is read as a whole when it is opened. Its object has the attributes
   name, mode, encoding and closed, and two without a name that could be
   typed: the text, and the place in it. */
#include "lib/file.h"

#include "base/stop.h"
#include "base/utf8.h"
#include "lang/instance.h"
#include "lang/list.h"
#include "lang/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static Value class;

/* --- its parts ------------------------------------------------------------ */

static Value *part(Value file, const char *name) {
  const Sym *sym = sym_lit(name);
  Instance *self = instance_of(file);
  return sym && self ? class_attrs_find(&self->attrs, sym) : NULL;
}

/* The text and the place; false: it is closed. */
static bool parts(Value file, const Str **s, Value **at) {
  Value *text = part(file, " text"), *closed = part(file, "closed");
  *at = part(file, " at");
  *s = text ? str_of(*text) : NULL;
  if (!*s || !*at || (*at)->tag != VALUE_INT || !closed ||
      (uint64_t)(*at)->i > (*s)->len)
    return !err_pending() && err_set(ERR_TypeError, "this is no open file");
  if (value_truth(*closed))
    return err_set(ERR_ValueError, "I/O operation on closed file.");
  return true;
}

static Value take(const Str *s, Value *at, size_t end) {
  size_t from = (size_t)at->i;
  *at = value_int((int64_t)end);
  return str_new(s->text + from, end - from);
}

static Value read_all(const Value *args) {
  const Str *s;
  Value *at;
  int64_t n = -1;
  if (!parts(args[0], &s, &at) ||
      (!value_is_none(args[1]) && !value_to_index(args[1], &n)))
    return value_error();
  size_t end = n < 0 ? s->len : (size_t)at->i;
  for (; n > 0 && end < s->len; n--)
    for (end++; end < s->len && ((unsigned char)s->text[end] & 0xc0) == 0x80;)
      end++;
  return take(s, at, end);
}

static size_t line_end(const Str *s, size_t from) {
  const char *end = memchr(s->text + from, '\n', s->len - from);
  return end ? (size_t)(end - s->text) + 1 : s->len;
}

static Value read_line(const Value *args) {
  const Str *s;
  Value *at;
  if (!parts(args[0], &s, &at))
    return value_error();
  return take(s, at, line_end(s, (size_t)at->i));
}

static Value next_line(const Value *args) {
  Value line = read_line(args);
  if (!value_ok(line) || str_of(line)->len)
    return line;
  value_unref(line);
  err_set(ERR_StopIteration, "%s", "");
  return value_error();
}

static Value read_lines(const Value *args) {
  const Str *s;
  Value *at, list = value_absent();
  bool ok = parts(args[0], &s, &at);
  if (ok)
    list = list_new(0);
  while (value_ok(list) && (size_t)at->i < s->len)
    if (!list_take(list, take(s, at, line_end(s, (size_t)at->i)))) {
      value_unref(list);
      return value_error();
    }
  return list;
}

static Value close_file(const Value *args) {
  Value *closed = part(args[0], "closed");
  if (closed)
    *closed = value_bool(true);
  return value_none();
}

static Value itself(const Value *args) {
  const Str *s;
  Value *at;
  return parts(args[0], &s, &at) ? value_ref(args[0]) : value_error();
}

static Value repr(const Value *args) {
  Value *name = part(args[0], "name"), *mode = part(args[0], "mode");
  Buf b = BUF_EMPTY;
  bool ok = name && mode;
  buf_str(&b, "<_io.TextIOWrapper name=");
  ok = ok && value_repr(&b, *name);
  buf_str(&b, " mode=");
  ok = ok && value_repr(&b, *mode);
  buf_str(&b, " encoding='UTF-8'>");
  if (ok)
    return str_of_buf(&b);
  buf_free(&b);
  return value_error();
}

static Value no_writing(const Value *args) {
  (void)args;
  err_set(ERR_Unsupported, "xent does not support writing files");
  return value_error();
}

static const Native methods[] = {
    {"read", "self size=None /", read_all, "the rest of the text", NULL, NULL},
    {"readline", "self", read_line, "the next line", NULL, NULL},
    {"readlines", "self", read_lines, "the remaining lines", NULL, NULL},
    {"close", "self", close_file, "ends the use of the file", NULL, NULL},
    {"write", "self text", no_writing, "not supported", NULL, NULL},
    {"__iter__", "self", itself, "its lines", NULL, NULL},
    {"__next__", "self", next_line, "the next line", NULL, NULL},
    {"__enter__", "self", itself, "for `with`", NULL, NULL},
    {"__exit__", "self *args", close_file, "for `with`", NULL, NULL},
    {"__repr__", "self", repr, "its name and mode", NULL, NULL},
    {0}};

/* --- opening -------------------------------------------------------------- */

static bool failed(int error, const char *path) {
  Buf name = BUF_EMPTY;
  str_repr(&name, path, strlen(path));
  err_set(err_of_errno(error), "[Errno %d] %s: %s", error, strerror(error),
          buf_text(&name));
  buf_free(&name);
  return false;
}

enum { LARGEST = 1 << 30, CHUNK = 1 << 16 };

static bool read_stream(FILE *f, Buf *b, const char *path) {
  size_t n = 1;
  while (n) {
    char *room = buf_room(b, CHUNK);
    if (!room || STOP_ASKED())
      return false;
    n = fread(room, 1, CHUNK, f);
    b->len += n;
    if (b->len > LARGEST)
      return err_set(ERR_MemoryError, "the file is larger than 1 GiB");
  }
  return !ferror(f) || failed(errno, path);
}

bool file_read(const char *path, Buf *b) {
  struct stat st;
  FILE *f = fopen(path, "rb");
  if (!f)
    return failed(errno, path);
  bool ok = fstat(fileno(f), &st) == 0 || failed(errno, path);
  if (ok && S_ISDIR(st.st_mode))
    ok = failed(EISDIR, path);
  ok = ok && read_stream(f, b, path);
  fclose(f);
  return ok;
}

/* "\r\n" and "\r" become "\n". */
static void unify_lines(Buf *b) {
  size_t k = 0;
  for (size_t i = 0; i < b->len; i++) {
    char c = b->text[i];
    if (c == '\r' && i + 1 < b->len && b->text[i + 1] == '\n')
      continue;
    b->text[k++] = c == '\r' ? '\n' : c;
  }
  b->len = k;
}

static Value text_of(const char *path) {
  Buf b = BUF_EMPTY;
  bool ok = file_read(path, &b) && !b.failed;
  size_t bad = ok ? utf8_valid(buf_text(&b), b.len) : 0;
  if (ok && bad < b.len)
    ok = err_set(ERR_UnicodeDecodeError,
                 "'utf-8' codec can't decode byte 0x%02x in position %zu: "
                 "invalid start byte",
                 (unsigned char)b.text[bad], bad);
  if (ok)
    unify_lines(&b);
  Value v = ok ? str_new(b.len ? b.text : "", b.len) : value_error();
  buf_free(&b);
  return v;
}

static bool check_mode(Value v) {
  const Str *mode = str_of(v);
  if (!mode)
    return err_set(ERR_TypeError, "open() argument 'mode' must be str, not %s",
                   value_type_name(v));
  if (!strcmp(mode->text, "r") || !strcmp(mode->text, "rt"))
    return true;
  if (mode->text[strspn(mode->text, "rwaxbt+U")] || !mode->len)
    return err_set(ERR_ValueError, "invalid mode: '%s'", mode->text);
  err_set(ERR_Unsupported, "xent does not support open() with the mode '%s'",
          mode->text);
  return err_hint("xent reads text files only: open(name)");
}

static bool check_encoding(Value v) {
  static const char *const known[] = {"utf-8", "utf8",  "UTF-8",
                                      "UTF8",  "ascii", "utf_8"};
  const Str *s = str_of(v);
  if (value_is_none(v))
    return true;
  for (size_t i = 0; s && i < sizeof known / sizeof *known; i++)
    if (!strcmp(s->text, known[i]))
      return true;
  return err_set(ERR_Unsupported, "xent does not support open() with an "
                                  "encoding other than 'utf-8'");
}

static bool fill(Value file, Value name, Value mode, Value text) {
  struct {
    const char *name;
    Value value;
  } all[] = {{"name", name},
             {"mode", mode},
             {"closed", value_bool(false)},
             {" text", text},
             {" at", value_int(0)}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    const Sym *sym = sym_lit(all[i].name);
    if (!sym || !class_attrs_put(&instance_of(file)->attrs, sym, all[i].value))
      return false;
  }
  return true;
}

static bool make_class(void) {
  if (value_ok(class))
    return true;
  class = class_builtin("TextIOWrapper", "_io", NULL, NULL);
  if (value_ok(class))
    class_of(class)->methods = methods;
  return value_ok(class);
}

Value file_open(const Value *args) {
  const Str *path = str_of(args[0]);
  if (!path) {
    err_set(ERR_TypeError, "expected str, bytes or os.PathLike object, not %s",
            value_type_name(args[0]));
    return value_error();
  }
  if (!check_mode(args[1]) || !check_encoding(args[3]) || !make_class())
    return value_error();
  if (strlen(path->text) != path->len) {
    err_set(ERR_ValueError, "embedded null byte");
    return value_error();
  }
  Value text = text_of(path->text);
  Value file = value_ok(text) ? instance_new(class_of(class)) : value_error();
  bool ok = value_ok(file) && fill(file, args[0], args[1], text);
  value_unref(text);
  if (ok)
    return file;
  value_unref(file);
  return value_error();
}

void file_free(void) {
  value_put(&class, value_absent());
}
