/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/innernn.h"

#include "base/mem.h"
#include "base/save.h"
#include "lang/str.h"
#include "lib/file.h"
#include "lib/statefile.h"
#include "lib/stateread.h"

#include <string.h>
#include <unistd.h>

/* nn.CrossEntropyLoss(z, y): torch takes these for its old switches. */
static Value check_switch(const Value *args) {
  int t = value_truth(args[1]);
  if (t >= 0)
    return value_bool(t);
  err_hint("make the loss first, then call it: nn.%s()(...)",
           str_of(args[0])->text);
  return value_error();
}

/* --- torch.save, torch.load ------------------------------------------------
 */

/* The text, which must be a file's name; NULL with an error. */
static const char *path_of(Value v, const char *function) {
  const Str *s = str_of(v);
  if (!s)
    return err_null(ERR_Unsupported,
                    "xent does not support torch.%s() with '%s' for a file: "
                    "give its name",
                    function, value_type_name(v));
  if (strlen(s->text) != s->len)
    return err_null(ERR_ValueError, "embedded null byte");
  return s->text;
}

static bool has_parent(const char *path) {
  const char *slash = strrchr(path, '/');
  char *parent = slash && slash > path
                     ? mem_copy_text(path, (size_t)(slash - path))
                     : NULL;
  bool ok = !err_pending() &&
            (!parent || access(parent, F_OK) == 0 ||
             err_set(ERR_RuntimeError, "Parent directory %s does not exist.",
                     parent));
  mem_free(parent);
  return ok;
}

static Value write_state(const Value *args) {
  const char *path = path_of(args[1], "save");
  Buf b = BUF_EMPTY;
  bool ok = path && has_parent(path) && statefile_write(args[0], &b) &&
            save_file(path, b.text, b.len);
  buf_free(&b);
  return ok ? value_none() : value_error();
}

static Value read_state(const Value *args) {
  const char *path = path_of(args[0], "load");
  Buf b = BUF_EMPTY;
  Value v = path && file_read(path, &b)
                ? stateread_value(path, buf_text(&b), b.len)
                : value_error();
  buf_free(&b);
  return v;
}

const Native innernn_natives[] = {
    {"write_state", "value path", write_state, "torch.save", NULL, NULL},
    {"read_state", "path", read_state, "torch.load", NULL, NULL},
    {"check_switch", "loss value", check_switch,
     "the truth of a loss's old switch", NULL, NULL},
    {0}};
