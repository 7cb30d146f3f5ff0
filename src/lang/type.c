/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/type.h"

#include "lang/arrayvalue.h"
#include "lang/class.h"
#include "lang/dict.h"
#include "lang/dict_view.h"
#include "lang/dtypevalue.h"
#include "lang/function.h"
#include "lang/instance.h"
#include "lang/iter.h"
#include "lang/list.h"
#include "lang/module.h"
#include "lang/row.h"
#include "lang/slice.h"
#include "lang/str.h"

#include <string.h>

const Type *const type_rows[VALUE_TYPE_COUNT] = {
    [VALUE_TYPE_ARRAY] = &arrayvalue_type,
    [VALUE_TYPE_STR] = &str_type,
    [VALUE_TYPE_LIST] = &list_type,
    [VALUE_TYPE_TUPLE] = &tuple_type,
    [VALUE_TYPE_DICT] = &dict_type,
    [VALUE_TYPE_SET] = &dict_set_type,
    [VALUE_TYPE_RANGE] = &iter_range_type,
    [VALUE_TYPE_SLICE] = &slice_type,
    [VALUE_TYPE_ITER] = &iter_type,
    [VALUE_TYPE_ELLIPSIS] = &slice_ellipsis_type,
    [VALUE_TYPE_FUNCTION] = &function_type,
    [VALUE_TYPE_NATIVE] = &native_type,
    [VALUE_TYPE_ROW] = &row_type,
    [VALUE_TYPE_METHOD] = &function_method_type,
    [VALUE_TYPE_CLASS] = &class_type,
    [VALUE_TYPE_INSTANCE] = &instance_type,
    [VALUE_TYPE_MODULE] = &module_type,
    [VALUE_TYPE_DTYPE] = &dtypevalue_type,
    [VALUE_TYPE_CELL] = &function_cell_type,
    [VALUE_TYPE_PROPERTY] = &function_property_type,
    [VALUE_TYPE_SUPER] = &function_super_type,
    [VALUE_TYPE_NOT_IMPLEMENTED] = &instance_not_implemented_type,
    [VALUE_TYPE_VIEW] = &dict_view_type,
};

/* Methods found by name: a small cache without collisions kept. */
enum { CACHE = 256 };
static struct {
  const Sym *name;
  ValueType type;
  const Native *method;
} cache[CACHE];

const Native *type_method(ValueType t, const Sym *name) {
  const Native *m = type_rows[t]->methods;
  if (!m)
    return NULL;
  size_t at = (name->hash * 31u + (uint32_t)t) % CACHE;
  if (cache[at].name == name && cache[at].type == t)
    return cache[at].method;
  while (m->name && strcmp(m->name, name->text) != 0)
    m++;
  cache[at].name = name;
  cache[at].type = t;
  return cache[at].method = m->name ? m : NULL;
}
