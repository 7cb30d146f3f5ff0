/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/importstar.h"

#include <string.h>

enum { MOST = 16 };

static const Sym *modules[MOST];
static int count;

typedef struct Import {
  Frame *frame;
  Value module;
  bool ok;
} Import;

/* A name that stands there only to say why it is gone does not count. */
static void bind(void *self, const char *name) {
  Import *i = self;
  const Sym *sym = i->ok ? sym_lit(name) : NULL;
  Value v = sym ? value_find_attr(i->module, sym) : value_error();
  if (!value_ok(v) && err_now()->type == ERR_AttributeError)
    err_clear();
  i->ok = value_ok(v) ? exec_bind(i->frame, sym, v) : i->ok && !err_pending();
  value_unref(v);
}

static void remember(const char *dotted) {
  const Sym *module = sym_lit(dotted);
  for (int i = 0; i < count; i++)
    if (modules[i] == module)
      return;
  if (module && count < MOST)
    modules[count++] = module;
}

bool importstar_bind(Frame *f, const char *dotted, Value module) {
  Import i = {f, module, true};
  remember(dotted);
  interp.each_starred(dotted, bind, &i);
  return i.ok;
}

bool importstar_refuses(const char *name) {
  for (int i = 0; i < count; i++)
    if (interp.foreign(modules[i]->text, name)) {
      err_set(ERR_Unsupported, "xent does not support '%s.%s'",
              modules[i]->text, name);
      return true;
    }
  return false;
}

void importstar_forget(void) {
  count = 0;
}
