/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reply.h"

#include "app/output.h"
#include "app/report.h"
#include "base/err.h"
#include "lang/exception.h"
#include "lang/instance.h"
#include "lang/tuple.h"

static int exit_status;

int reply_exit_status(void) {
  return exit_status;
}

/* exit(), exit(3) and exit("words"): 0, 3, and 1 after saying the words. */
static void take_exit(void) {
  Value v = exception_catch();
  Instance *self = instance_of(v);
  Tuple *args = self ? tuple_of(self->args) : NULL;
  int64_t status = 0;
  Buf words = BUF_EMPTY;
  if (args && args->n && !value_is_none(args->items[0]) &&
      !value_as_int(args->items[0], &status)) {
    status = 1;
    if (value_str(&words, args->items[0]))
      output_error_fmt("%s\n", buf_text(&words));
  }
  exit_status = (int)(status & 0xff);
  buf_free(&words);
  value_unref(v);
  err_clear();
}

SessionReply reply_to_error(bool strict) {
  report_notes();
  if (err_now()->type == ERR_SystemExit) {
    take_exit();
    return SESSION_QUIT;
  }
  bool stopped = err_now()->type == ERR_KeyboardInterrupt;
  report_error(strict);
  return stopped ? SESSION_STOPPED : SESSION_ERROR;
}
