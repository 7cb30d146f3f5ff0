/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modules: tables of names that are asked when a name is needed. */
#ifndef XENT_LANG_MODULE_H
#define XENT_LANG_MODULE_H

#include "lang/class.h"

/* A new reference to what the module calls `name`; absent without an error:
   it has no such name. */
typedef Value (*ModuleFind)(const char *module, const Sym *name);

typedef struct Module {
  Ref ref;
  const char *name; /* "torch.nn"; lives as long as the module */
  ModuleFind find;
  Attrs found; /* what find gave, and what was set */
} Module;

extern const Type module_type;

Value module_new(const char *name, ModuleFind find);
const char *module_name(Value module);

static inline Module *module_of(Value v) {
  return value_is(v, VALUE_TYPE_MODULE) ? (Module *)v.ref : NULL;
}

#endif
