/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"

#include "app/cmdlesson.h"
#include "app/cmdtrain.h"
#include "app/command.h"
#include "app/echo.h"
#include "app/output.h"
#include "app/record.h"
#include "app/picture.h"
#include "app/reply.h"
#include "app/report.h"
#include "app/script.h"
#include "base/mem.h"
#include "base/note.h"
#include "lang/parser.h"
#include "lang/run.h"
#include "lib/innerplot.h"
#include "lib/modules.h"
#include "teach/doctor.h"

#include <string.h>

static Buf pending;   /* lines of an unfinished statement */
static uint32_t line; /* number of the next line typed */
static bool failed;
static const SessionWatch nobody;
static const SessionWatch *watch = &nobody;

void session_watch(const SessionWatch *w) {
  watch = w ? w : &nobody;
}

/* --- start and end ------------------------------------------------------- */

static void write_out(void *self, const char *text, size_t n) {
  (void)self;
  output_write(text, n);
}

static void write_err(void *self, const char *text, size_t n) {
  (void)self;
  output_error(text, n);
}

static void flush_out(void *self) {
  (void)self;
  output_flush();
}

bool session_start(void) {
  mem_init();
  if (!interp_start()) {
    report_error(false);
    return false;
  }
  interp.write = write_out;
  interp.flush = flush_out;
  interp.write_error = write_err;
  innerplot_show = picture_figure;
  innerplot_has_window = picture_has_window;
  modules_install();
  doctor_install();
  line = 1;
  return true;
}

void session_free(void) {
  session_cancel();
  buf_free(&pending);
  cmdlesson_free();
  cmdtrain_free();
  record_free();
  modules_free();
  interp_free();
  doctor_free();
  note_forget();
  array_free_pool();
  err_clear();
  ast_free_spare();
  sym_free_all();
}

bool session_failed(void) {
  return failed;
}

/* --- running ------------------------------------------------------------- */

static bool echo(void *self, const Node *statement, Value v) {
  (void)self;
  bool silent = statement->flags & AST_SILENT;
  if (!value_ok(v))
    return true;
  const Sym *last = sym_lit("_");
  if (!last || (!value_is_none(v) && !interp_set_global(last, v)))
    return false;
  if (watch->value)
    watch->value(v);
  return silent || echo_value(v);
}

static SessionReply fail(void) {
  SessionReply reply = reply_to_error(false);
  failed |= reply != SESSION_QUIT;
  return reply;
}

static SessionReply run_tree(Tree *tree) {
  bool ok = exec_tree(tree, echo, NULL);
  if (ok)
    report_notes();
  return ok ? SESSION_OK : fail();
}

/* Runs Python text under the session's rules; done: no more lines come. */
static SessionReply run_python(const char *name, const char *text, size_t n,
                               uint32_t first_line, bool done) {
  Tree *tree = run_parse(name, first_line, text, n, done);
  if (!tree) {
    if (err_now()->incomplete && !done) {
      err_clear();
      return SESSION_MORE;
    }
    return fail();
  }
  SessionReply reply = run_tree(tree);
  ast_unref(tree);
  return reply;
}

static bool is_failure(SessionReply reply) {
  return reply == SESSION_ERROR || reply == SESSION_STOPPED ||
         reply == SESSION_UNREADABLE;
}

/* A command is told from Python. */
static SessionReply run_input(const char *name, const char *text, size_t n,
                              uint32_t first_line, bool done) {
  const char *rest;
  size_t rest_len;
  const Command *c = command_of_line(text, n, &rest, &rest_len);
  if (!c)
    return run_python(name, text, n, first_line, done);
  SessionReply reply = c->run(rest, rest_len);
  report_notes();
  if (err_pending())
    return fail();
  failed |= is_failure(reply);
  return reply;
}

static bool is_prompted(const char *text, size_t n) {
  return n >= 3 && (!memcmp(text, ">>>", 3) || !memcmp(text, "In ", 3) ||
                    !memcmp(text, "...", 3));
}

/* Without pasted prompts. */
static SessionReply run_stripped(const char *name, const char *text, size_t n,
                                 bool done) {
  if (!is_prompted(text, n))
    return run_input(name, text, n, line, done);
  char *clean = parser_strip_prompts(text, n);
  if (!clean)
    return fail();
  SessionReply reply = run_input(name, clean, strlen(clean), line, done);
  mem_free(clean);
  return reply;
}

static bool is_blank(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
      return false;
  return true;
}

/* What was typed has been run, or goes on. */
static SessionReply finish(SessionReply reply, const char *text, size_t n,
                           uint32_t lines) {
  if (reply == SESSION_MORE)
    return reply;
  while (n && text[n - 1] == '\n')
    n--;
  line += lines;
  record_input(text, n, reply == SESSION_OK);
  if (watch->done)
    watch->done(text, n, reply);
  return reply;
}

/* Parsing what waits again at every line would be slow for very long texts:
   there, only lines that may end something are looked at. */
enum { LONG_TEXT = 1 << 12 };

static bool may_end(const char *text, size_t n) {
  while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
    n--;
  return pending.len < LONG_TEXT || !n || strchr(")]}'\"", text[n - 1]);
}

/* Every line that waits ends with its newline: two of them are the empty line
   that ends a block. */
static SessionReply wait_for_more(const char *text, size_t n) {
  buf_add(&pending, text, n);
  buf_char(&pending, '\n');
  if (!pending.failed)
    return SESSION_MORE;
  session_cancel();
  return fail();
}

static SessionReply first_line(const char *text, size_t n) {
  if (is_blank(text, n))
    return watch->blank ? watch->blank() : SESSION_OK;
  if (watch->takes && watch->takes(text, n))
    return watch->answer(text, n);
  SessionReply reply = run_stripped("<prompt>", text, n, false);
  if (reply == SESSION_MORE)
    return wait_for_more(text, n);
  return finish(reply, text, n, 1);
}

static uint32_t lines_of(const Buf *b) {
  uint32_t count = 0;
  for (size_t i = 0; i < b->len; i++)
    count += b->text[i] == '\n';
  return count;
}

/* The text moves out first: what runs may type lines of its own. */
static SessionReply run_pending(bool done) {
  Buf text = pending;
  pending = BUF_EMPTY;
  SessionReply reply = run_stripped("<prompt>", text.text, text.len, done);
  if (reply == SESSION_MORE) {
    pending = text;
    return reply;
  }
  reply = finish(reply, text.text, text.len, lines_of(&text));
  buf_free(&text);
  return reply;
}

SessionReply session_line(const char *text, size_t n) {
  if (n && text[n - 1] == '\r')
    n--;
  if (!pending.len)
    return first_line(text, n);
  SessionReply reply = wait_for_more(text, n);
  return reply == SESSION_MORE && may_end(text, n) ? run_pending(false) : reply;
}

SessionReply session_end(void) {
  return pending.len ? run_pending(true) : SESSION_OK;
}

bool session_pending(void) {
  return pending.len > 0;
}

void session_cancel(void) {
  buf_clear(&pending);
}

SessionReply session_text(const char *name, const char *text, size_t n) {
  if (is_blank(text, n))
    return SESSION_OK;
  SessionReply reply = run_stripped(name, text, n, true);
  if (reply == SESSION_OK)
    record_input(text, n, true);
  return reply;
}

SessionReply session_file(const char *path, int argc, char *const *argv) {
  SessionReply reply = script_run(path, argc, argv);
  failed |= is_failure(reply);
  return reply;
}

SessionReply session_compare(const char *path, int argc, char *const *argv) {
  SessionReply reply = script_compare(path, argc, argv);
  failed |= is_failure(reply);
  return reply;
}
