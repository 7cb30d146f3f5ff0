/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/builtins.h"

#include "lang/exception.h"
#include "lang/instance.h"
#include "lang/slice.h"
#include "lang/str.h"
#include "lib/builtins_class.h"
#include "lib/builtins_number.h"
#include "lib/builtins_object.h"
#include "lib/builtins_text.h"
#include "lib/file.h"

#include <string.h>

/* --- functions ------------------------------------------------------------ */

Value builtins_leave(const Value *args) {
  Value class = exception_class(ERR_SystemExit);
  int n = !value_is_none(args[0]);
  Value e = value_ok(class) ? value_call_n(class, args, n) : value_error();
  if (value_ok(e))
    exception_raise(e);
  value_unref(e);
  return value_error();
}

const Native builtins_natives[] = {
    {"print", "*args sep=None end=None file=None flush=False",
     builtins_text_print, "writes its arguments and a line end", NULL, NULL},
    {"len", "obj /", builtins_object_len, "how many items", "len('abc')", "3"},
    {"sum", "iterable / start=0", builtins_number_sum, "the items added up",
     "sum([1, 2, 3])", "6"},
    {"min", "*args key=None default?", builtins_number_min, "the smallest item",
     "min([3, 1, 2])", "1"},
    {"max", "*args key=None default?", builtins_number_max, "the largest item",
     "max(3, 1, 2)", "3"},
    {"abs", "x /", builtins_number_abs, "|x|", "abs(-2.5)", "2.5"},
    {"round", "number ndigits=None", builtins_number_round,
     "the nearest number with so many decimals, ties to even",
     "round(2.675, 2)", "2.67"},
    {"divmod", "x y /", builtins_number_divmod, "(x // y, x % y)",
     "divmod(7, 2)", "(3, 1)"},
    {"pow", "base exp mod=None", builtins_number_pow, "base ** exp",
     "pow(2, 10)", "1024"},
    {"sorted", "iterable / * key=None reverse=False", builtins_object_sorted,
     "a new list, small items first", "sorted([3, 1, 2])", "[1, 2, 3]"},
    {"any", "iterable /", builtins_object_any, "is an item true?",
     "any([0, 1])", "True"},
    {"all", "iterable /", builtins_object_all, "are all items true?",
     "all([0, 1])", "False"},
    {"isinstance", "obj class_or_tuple /", builtins_object_isinstance,
     "is obj of this class?", "isinstance(1.5, float)", "True"},
    {"issubclass", "cls class_or_tuple /", builtins_object_issubclass,
     "is cls the other class or made from it?", "issubclass(bool, int)",
     "True"},
    {"hasattr", "obj name /", builtins_object_hasattr, "is there obj.name?",
     "hasattr('a', 'upper')", "True"},
    {"getattr", "obj name default? /", builtins_object_getattr, "obj.name",
     "getattr(1, 'x', 0)", "0"},
    {"setattr", "obj name value /", builtins_object_setattr, "obj.name = value",
     NULL, NULL},
    {"delattr", "obj name /", builtins_object_delattr, "del obj.name", NULL,
     NULL},
    {"repr", "obj /", builtins_text_repr, "the text that the prompt shows",
     "repr('a')", "\"'a'\""},
    {"ascii", "obj /", builtins_text_ascii, "repr with ASCII only",
     "ascii('a')", "\"'a'\""},
    {"format", "value format_spec? /", builtins_text_format,
     "value as format_spec says", "format(0.5, '.2f')", "'0.50'"},
    {"chr", "i /", builtins_text_chr, "the character of a code", "chr(97)",
     "'a'"},
    {"ord", "c /", builtins_text_ord, "the code of a character", "ord('a')",
     "97"},
    {"hex", "number /", builtins_number_hex, "in base 16", "hex(255)",
     "'0xff'"},
    {"oct", "number /", builtins_number_oct, "in base 8", "oct(8)", "'0o10'"},
    {"bin", "number /", builtins_number_bin, "in base 2", "bin(5)", "'0b101'"},
    {"iter", "iterable sentinel? /", builtins_object_iter,
     "an iterator over the items", NULL, NULL},
    {"next", "iterator default? /", builtins_object_next,
     "the next item of an iterator", "next(iter([5]))", "5"},
    {"id", "obj /", builtins_object_id, "a number that only obj has", NULL,
     NULL},
    {"callable", "obj /", builtins_object_callable, "can it be called?",
     "callable(len)", "True"},
    {"hash", "obj /", builtins_object_hash, "a number, equal for equal keys",
     "hash(1.0)", "1"},
    {"super", "type? object? /", builtins_object_super,
     "the methods of the base class", NULL, NULL},
    {"open",
     "file mode='r' buffering=-1 encoding=None errors=None "
     "newline=None",
     file_open, "a text file, for reading", NULL, NULL},
    {"input", "prompt? /", builtins_text_input, "a line that is typed", NULL,
     NULL},
    {"exit", "code=None", builtins_leave, "ends the program", NULL, NULL},
    {"quit", "code=None", builtins_leave, "ends the program", NULL, NULL},
    {0}};

/* --- what is refused ------------------------------------------------------ */

#define REFUSED(X)                                                             \
  X(eval)                                                                      \
  X(exec)                                                                      \
  X(compile)                                                                   \
  X(bytes)                                                                     \
  X(bytearray) X(memoryview) X(complex) X(frozenset) X(globals) X(locals)      \
      X(vars) X(dir) X(breakpoint)

#define X(name)                                                                \
  static Value refuse_##name(const Value *args) {                              \
    (void)args;                                                                \
    err_set(ERR_Unsupported, "xent does not support %s()", #name);             \
    return value_error();                                                      \
  }
REFUSED(X)
#undef X

static const Native refused[] = {
#define X(name) {#name, "*args **named", refuse_##name, "", NULL, NULL},
    REFUSED(X)
#undef X
        {0}};

/* --- finding -------------------------------------------------------------- */

static const Native *native_named(const Native *n, const char *name) {
  for (; n->name; n++)
    if (!strcmp(n->name, name))
      return n;
  return NULL;
}

static Value exception_named(const Sym *name) {
  ErrType type = err_by_name(name->text, name->len);
  if (!strcmp(name->text, "IOError") || !strcmp(name->text, "EnvironmentError"))
    type = ERR_OSError;
  if (type == ERR_None || type == ERR_Unsupported ||
      strchr(err_name(type), '.'))
    return value_absent();
  return value_ref(exception_class(type));
}

static Value constant(const char *name) {
  if (!strcmp(name, "aiter") || !strcmp(name, "anext") ||
      !strcmp(name, "__file__") || !strcmp(name, "__import__")) {
    err_set(ERR_Unsupported, "xent does not support '%s'", name);
    return value_error();
  }
  if (!strcmp(name, "__name__"))
    return str_lit("__main__");
  if (!strcmp(name, "__doc__"))
    return value_none();
  if (!strcmp(name, "NotImplemented"))
    return instance_not_implemented();
  return strcmp(name, "Ellipsis") ? value_absent() : slice_ellipsis();
}

Value builtins_find(const Sym *name) {
  const Native *n = native_named(builtins_natives, name->text);
  n = n ? n : native_named(refused, name->text);
  if (n)
    return native_value(n, value_absent());
  bool dotted = strchr(name->text, '.');
  Value v = dotted ? value_absent() : builtins_class_named(name->text);
  if (value_ok(v) || err_pending())
    return value_ref(v);
  v = exception_named(name);
  return value_ok(v) || err_pending() ? v : constant(name->text);
}

void builtins_each(void (*visit)(void *self, const char *name), void *self) {
  for (const Native *n = builtins_natives; n->name; n++)
    visit(self, n->name);
  builtins_class_each(visit, self);
  for (int type = ERR_None + 1; type < ERR_COUNT; type++)
    if (type != ERR_Unsupported && !strchr(err_name((ErrType)type), '.'))
      visit(self, err_name((ErrType)type));
}

void builtins_free(void) {
  builtins_class_free();
  file_free();
}
