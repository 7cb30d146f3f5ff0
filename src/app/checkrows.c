/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/checkrows.h"

#include "app/output.h"
#include "app/session.h"
#include "base/note.h"
#include "lang/class.h"
#include "lang/interp.h"
#include "lang/native.h"
#include "lib/docstring.h"
#include "lib/modules.h"
#include "ops/op.h"
#include "teach/lessonspace.h"

#include <string.h>

static int count;
static bool all_fine;

static const char *needed = ""; /* the module that examples import */

/* What the example prints, without the last newline. */
static bool prints(const char *example, Buf *out, Buf *errors) {
  Buf import = BUF_EMPTY;
  interp_clear_globals();
  buf_fmt(&import, "import %s", needed);
  if (*needed)
    session_text("<import>", buf_text(&import), import.len);
  buf_free(&import);
  note_forget();
  Buf *before = output_capture(out);
  Buf *errors_before = output_capture_errors(errors);
  SessionReply reply = session_text("<example>", example, strlen(example));
  output_capture(before);
  output_capture_errors(errors_before);
  if (out->len && out->text[out->len - 1] == '\n')
    out->text[--out->len] = '\0';
  return reply == SESSION_OK;
}

static void check(const char *name, const char *example, const char *result) {
  Buf out = BUF_EMPTY, errors = BUF_EMPTY;
  bool ran = prints(example, &out, &errors);
  bool fine = ran && result && !strcmp(buf_text(&out), result);
  output_fmt("%s %s\n", fine ? "ok" : "not ok", name);
  if (!fine)
    output_fmt("# %s\n# wanted: %s\n# got:    %s%s\n", example,
               result ? result : "(no result in the row)", buf_text(&out),
               buf_text(&errors));
  all_fine = all_fine && fine;
  count++;
  buf_free(&out);
  buf_free(&errors);
}

static void check_native(void *self, const char *prefix, const Native *n) {
  (void)self;
  if (!n->example)
    return;
  Buf name = BUF_EMPTY;
  buf_fmt(&name, "%s%s", prefix, n->name);
  check(buf_text(&name), n->example, n->result);
  buf_free(&name);
}

/* Without an example: nothing to check. */
static void check_documented(const char *name, Value v) {
  const char *doc = docstring_of(v);
  Buf code = BUF_EMPTY, result = BUF_EMPTY;
  if (doc && docstring_example(doc, &code, &result))
    check(name, buf_text(&code), buf_text(&result));
  buf_free(&code);
  buf_free(&result);
}

/* Of a class, its methods too. */
static void check_library(void *self, const char *prefix, const char *name,
                          Value v) {
  (void)self;
  Buf full = BUF_EMPTY, module = BUF_EMPTY;
  buf_add(&module, prefix, strlen(prefix) - (*prefix != '\0'));
  needed = modules_dotted(buf_text(&module));
  buf_fmt(&full, "%s%s", prefix, name);
  check_documented(buf_text(&full), v);
  size_t len = full.len;
  const Class *c = class_of(v);
  for (size_t i = 0; c && i < c->attrs.n; i++) {
    full.len = len;
    buf_fmt(&full, ".%s", c->attrs.items[i].name->text);
    check_documented(buf_text(&full), c->attrs.items[i].value);
  }
  needed = "";
  buf_free(&full);
  buf_free(&module);
}

bool checkrows_run(void) {
  LessonGlobals *mine = lessonspace_put_aside();
  if (!mine)
    return false;
  all_fine = true;
  count = 0;
  const Op *op;
  for (int i = 0; (op = op_nth(i)); i++)
    check(op->name, op->example ? op->example : "", op->result);
  modules_each_native(check_native, NULL);
  modules_each_library(check_library, NULL);
  output_fmt("1..%d\n", count);
  interp_clear_globals();
  lessonspace_bring_back(mine);
  return all_fine;
}
