/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innernote.h"

#include "base/note.h"
#include "base/sym.h"
#include "lang/str.h"

static Value warn(const Value *args) {
  const Sym *category = sym_lit(str_of(args[0])->text);
  if (!category)
    return value_error();
  note_add(category->text, "%s", str_of(args[1])->text);
  return value_none();
}

static Value refuse(const Value *args) {
  err_set(ERR_Unsupported, "xent does not support %s", str_of(args[0])->text);
  return value_error();
}

const Native innernote_natives[] = {
    {"warn", "category text", warn, "a warning at the learner's line", NULL,
     NULL},
    {"refuse", "what", refuse, "an error: xent does not support `what`", NULL,
     NULL},
    {0}};
