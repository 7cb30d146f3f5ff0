/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pipe.h"

#include "app/output.h"
#include "app/report.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };

/* Bytes that were read: [from, len) have not been run yet. */
typedef struct Input {
  int fd;
  char *text;
  size_t from, len, cap;
  size_t seen; /* no newline before this */
} Input;

static SessionReply run_line(const char *line, size_t n) {
  if (output_options.transcript) {
    output_str(session_pending() ? "... " : ">>> ");
    output_write(line, n);
    output_write("\n", 1);
  }
  return session_line(line, n);
}

static bool goes_on(SessionReply r) {
  return r != SESSION_QUIT && r != SESSION_STOPPED;
}

/* Runs the whole lines that are there. */
static SessionReply run_lines(Input *in) {
  SessionReply reply = SESSION_OK;
  char *end;
  while (goes_on(reply) &&
         (end = memchr(in->text + in->seen, '\n', in->len - in->seen))) {
    char *line = in->text + in->from;
    in->from = in->seen = (size_t)(end - in->text) + 1;
    reply = run_line(line, (size_t)(end - line));
  }
  in->seen = in->len;
  return reply;
}

/* Moves the begun line to the front and makes room behind it. */
static bool make_room(Input *in) {
  size_t left = in->len - in->from;
  if (in->from)
    memmove(in->text, in->text + in->from, left);
  in->from = 0;
  in->len = in->seen = left;
  return mem_grow((void **)&in->text, &in->cap, left + BLOCK, 1);
}

/* 1: more bytes, 0: the end, -1: an error in the record, or Ctrl-C. */
static int read_more(Input *in) {
  if (!make_room(in))
    return -1;
  ssize_t n;
  while ((n = read(in->fd, in->text + in->len, in->cap - in->len)) < 0)
    if (errno != EINTR || STOP_ASKED())
      break;
  if (n < 0 && !err_pending())
    err_set(ERR_OSError, "[Errno %d] %s: standard input", errno,
            strerror(errno));
  in->len += n > 0 ? (size_t)n : 0;
  return n < 0 ? -1 : n > 0;
}

static SessionReply read_failed(void) {
  bool stopped = err_now()->type == ERR_KeyboardInterrupt;
  if (stopped)
    err_clear();
  else
    report_error(false);
  return stopped ? SESSION_STOPPED : SESSION_ERROR;
}

/* The last line may lack its newline; an open block ends here. */
static SessionReply run_rest(Input *in) {
  SessionReply reply = SESSION_OK;
  if (in->len > in->from)
    reply = run_line(in->text + in->from, in->len - in->from);
  return goes_on(reply) ? session_end() : reply;
}

SessionReply pipe_run(int fd) {
  Input in = {.fd = fd};
  SessionReply reply = SESSION_OK;
  int more = 1;
  while (goes_on(reply) && output_flush() && (more = read_more(&in)) > 0)
    reply = run_lines(&in);
  if (more < 0)
    reply = read_failed();
  else if (more == 0)
    reply = run_rest(&in);
  mem_free(in.text);
  return reply;
}
