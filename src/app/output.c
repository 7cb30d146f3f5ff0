/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/output.h"

#include "base/fd.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

OutputOptions output_options = {.columns = 80, .rows = 24};

enum { OUT = 1, ERR = 2, CHUNK = 1 << 16 };

static Buf waiting;    /* for standard output */
static bool line_open; /* transcript: an err line has been begun */
static int failure;    /* errno of a write that failed */
static Buf *captured, *captured_errors;

bool output_flush(void) {
  if (waiting.len && !failure && !fd_write_all(OUT, waiting.text, waiting.len))
    failure = errno;
  buf_clear(&waiting);
  return !failure;
}

bool output_finish(void) {
  bool ok = output_flush();
  buf_free(&waiting);
  if (failure && failure != EPIPE)
    output_error_fmt("xent: cannot write the output: %s\n", strerror(failure));
  return ok;
}

void output_write(const char *text, size_t n) {
  if (captured) {
    buf_add(captured, text, n);
    return;
  }
  buf_add(&waiting, text, n);
  if (waiting.len >= CHUNK || waiting.failed)
    output_flush();
}

void output_str(const char *text) {
  output_write(text, strlen(text));
}

void output_buf(const Buf *b) {
  if (b->len)
    output_write(b->text, b->len);
}

void output_fmt(const char *format, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&text, format, args);
  va_end(args);
  output_buf(&text);
  buf_free(&text);
}

/* --- the other stream ---------------------------------------------------- */

/* In a transcript each line of stderr stands in place, after "!! ". */
static void transcribe(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (!line_open)
      output_write("!! ", 3);
    line_open = text[i] != '\n';
    output_write(text + i, 1);
  }
}

void output_error(const char *text, size_t n) {
  if (captured_errors) {
    buf_add(captured_errors, text, n);
  } else if (output_options.transcript) {
    transcribe(text, n);
  } else {
    output_flush();
    fd_write_all(ERR, text, n);
  }
}

void output_error_str(const char *text) {
  output_error(text, strlen(text));
}

void output_error_fmt(const char *format, ...) {
  Buf text = BUF_EMPTY;
  va_list args;
  va_start(args, format);
  buf_vfmt(&text, format, args);
  va_end(args);
  output_error(buf_text(&text), text.len);
  buf_free(&text);
}

Buf *output_capture(Buf *out) {
  Buf *before = captured;
  captured = out;
  return before;
}

Buf *output_capture_errors(Buf *err) {
  Buf *before = captured_errors;
  captured_errors = err;
  return before;
}

const char *output_style(OutputStyle s) {
  static const char *const codes[] = {"\033[0m",  "\033[31m", "\033[33m",
                                      "\033[32m", "\033[2m",  "\033[1m"};
  return output_options.color ? codes[s] : "";
}
