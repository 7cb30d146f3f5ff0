/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/checkrows.h"

#include "app/output.h"
#include "app/session.h"
#include "base/note.h"
#include "lang/interp.h"
#include "lang/native.h"
#include "lib/modules.h"
#include "ops/op.h"
#include "teach/lessonspace.h"

#include <string.h>

static int count;
static bool all_fine;

/* What the example prints, without the last newline. */
static bool prints(const char *example, Buf *out, Buf *errors) {
  interp_clear_globals();
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
  output_fmt("1..%d\n", count);
  interp_clear_globals();
  lessonspace_bring_back(mine);
  return all_fine;
}
