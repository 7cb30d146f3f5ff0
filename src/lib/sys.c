/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/sys.h"

#include "base/utf8.h"
#include "lang/interp.h"
#include "lang/list.h"
#include "lang/str.h"
#include "lib/builtins.h"

#include <string.h>

const Native sys_natives[] = {
    {"exit", "status=None /", builtins_leave, "ends the program", NULL, NULL},
    {0}};

/* Bytes that are no UTF-8 become U+FFFD. */
static Value decoded(const char *text) {
  Buf b = BUF_EMPTY;
  size_t left = strlen(text), n;
  uint32_t code;
  for (; left; text += n, left -= n) {
    n = utf8_decode(text, left, &code);
    if (n)
      buf_add(&b, text, n);
    else
      buf_str(&b, "\xef\xbf\xbd");
    n = n ? n : 1;
  }
  return str_of_buf(&b);
}

/* The file and what follows it; at the prompt one empty text. */
static Value arguments(void) {
  Value list = list_new(0);
  int n = interp.argc ? interp.argc : 1;
  for (int i = 0; i < n && value_ok(list); i++) {
    if (!list_take(list, decoded(interp.argc ? interp.argv[i] : ""))) {
      value_unref(list);
      return value_error();
    }
  }
  return list;
}

Value sys_find(const Sym *name) {
  if (!strcmp(name->text, "argv"))
    return arguments();
  if (!strcmp(name->text, "maxsize"))
    return value_int(INT64_MAX);
  return value_absent();
}
