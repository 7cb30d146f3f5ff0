/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lessontyped.h"

#include "app/command.h"
#include "app/echo.h"
#include "app/output.h"
#include "app/report.h"
#include "base/err.h"
#include "lang/run.h"

static bool echo(void *self, const Node *statement, Value v) {
  (void)self;
  return !value_ok(v) || statement->flags & AST_SILENT || echo_value(v);
}

static bool run_input(const char *text, size_t n) {
  const char *rest;
  size_t rest_len;
  const Command *c = command_of_line(text, n, &rest, &rest_len);
  if (!c)
    return run_text("<lesson>", text, n, echo, NULL);
  c->run(rest, rest_len);
  return !err_pending();
}

bool lessontyped_run(const char *text, size_t n, Buf *out) {
  OutputOptions before = output_options;
  Buf *old_out = output_capture(out), *old_err = output_capture_errors(out);
  output_options.terminal = output_options.color = false;
  bool ok = run_input(text, n);
  report_notes();
  ErrType type = err_now()->type;
  bool ends = !ok && (type == ERR_KeyboardInterrupt || type == ERR_MemoryError);
  if (!ok && !ends)
    report_error(false);
  output_capture(old_out);
  output_capture_errors(old_err);
  output_options = before;
  return !ends && !out->failed;
}

void lessontyped_failure(void) {
  report_notes();
  report_error(false);
}
