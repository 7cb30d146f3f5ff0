/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innernote.h"

#include "base/note.h"
#include "base/sym.h"
#include "lang/interp.h"
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

/* write(text, error): what sys.stdout and sys.stderr do. */
static Value write_text(const Value *args) {
  const Str *s = str_of(args[0]);
  if (!s) {
    err_set(ERR_TypeError, "write() argument must be str, not %s",
            value_type_name(args[0]));
    return value_error();
  }
  if (value_truth(args[1]) > 0 && interp.write_error)
    interp.write_error(interp.write_self, s->text, s->len);
  else if (interp.write)
    interp.write(interp.write_self, s->text, s->len);
  return value_int((int64_t)s->chars);
}

static Value flush(const Value *args) {
  (void)args;
  if (interp.flush)
    interp.flush(interp.write_self);
  return value_none();
}

const Native innernote_natives[] = {
    {"write", "text error", write_text, "text to a stream", NULL, NULL},
    {"flush", "", flush, "empties the streams' buffers", NULL, NULL},
    {"warn", "category text", warn, "a warning at the learner's line", NULL,
     NULL},
    {"refuse", "what", refuse, "an error: xent does not support `what`", NULL,
     NULL},
    {0}};
