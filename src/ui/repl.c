/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/repl.h"

#include "app/output.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/stop.h"
#include "lang/interp.h"
#include "ui/paste.h"
#include "ui/recall.h"
#include "ui/tab.h"

#include <errno.h>
#include <poll.h>
#include <readline/readline.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t typing; /* Readline has the terminal */
static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t continued; /* after Ctrl-Z */
static bool ended;                      /* Ctrl-D */
static int key_before;

/* --- signals -------------------------------------------------------------- */

/* While Readline reads, its own handler restores the terminal first and then
   sends the signal here. */
static void on_interrupt(int signal_number) {
  (void)signal_number;
  if (typing)
    interrupted = 1;
  else
    stop_request();
}

static void on_continue(int signal_number) {
  (void)signal_number;
  continued = 1;
}

static void catch_signals(void) {
  struct sigaction act = {.sa_handler = on_interrupt};
  sigemptyset(&act.sa_mask);
  sigaction(SIGINT, &act, NULL);
  act.sa_handler = on_continue;
  sigaction(SIGCONT, &act, NULL);
}

/* Ends the line: by Enter, so that the newline is printed the same way by all
   versions of Readline; a question or search that is open ends first. */
static int enter(void) {
  return RL_ISSTATE(RL_STATE_MOREINPUT) ? EOF : '\n';
}

/* Ctrl-D on an empty line leaves, unless it has just emptied the line: then it
   does nothing. */
static bool is_dropped(int key) {
  bool end = key == CTRL('D') && rl_end == 0 && !RL_ISSTATE(RL_STATE_MOREINPUT);
  ended = end && key_before != key;
  key_before = key;
  return end;
}

static void redraw(void) {
  continued = 0;
  rl_on_new_line();
  rl_forced_update_display();
}

/* Waits for a key or a signal. No signal is lost between the look and the
   waiting: only there are they let in. */
static void wait_for_key(int fd) {
  fd_set in;
  sigset_t all, before;
  FD_ZERO(&in);
  FD_SET(fd, &in);
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  if (!rl_pending_signal() && !interrupted && !continued)
    pselect(fd + 1, &in, NULL, NULL, NULL, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

/* Ctrl-C empties the terminal's queue, so that a key announced may be gone:
   read() must not wait for the next one. */
static void prepare_terminal(int meta) {
  struct termios t;
  rl_prep_terminal(meta);
  if (tcgetattr(STDIN_FILENO, &t) != 0)
    return;
  t.c_cc[VMIN] = 0;
  t.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &t);
}

/* Nobody is at the other end of the terminal any more. */
static bool is_gone(int fd) {
  struct pollfd p = {.fd = fd};
  return !isatty(fd) || poll(&p, 1, 0) < 0 || (p.revents & POLLHUP);
}

static int next_key(FILE *stream) {
  int fd = fileno(stream);
  unsigned char key;
  for (;;) {
    rl_check_signals();
    if (interrupted || ended)
      return enter();
    if (continued)
      redraw();
    wait_for_key(fd);
    ssize_t n = read(fd, &key, 1);
    if ((n == 0 && is_gone(fd)) || (n < 0 && errno != EINTR && errno != EAGAIN))
      return EOF;
    if (n == 1 && !is_dropped(key))
      return key;
  }
}

/* --- reading -------------------------------------------------------------- */

/* stdio does not buffer stderr: each sign would be a write of its own. */
static FILE *prompt_stream(void) {
  FILE *f = isatty(STDERR_FILENO) ? fdopen(STDERR_FILENO, "w") : NULL;
  return f ? f : stdout;
}

static void start_readline(void) {
  rl_readline_name = "xent";
  rl_instream = stdin;
  rl_outstream = prompt_stream();
  rl_change_environment = 0;
  rl_getc_function = next_key;
  rl_prep_term_function = prepare_terminal;
  rl_variable_bind("enable-bracketed-paste", "on");
  tab_install();
  rl_initialize();
}

/* Ctrl-C came when nothing ran any more, or not yet. */
static bool stopped_before(void) {
  if (!stop_flag)
    return false;
  stop_flag = 0;
  interrupted = 1;
  fputc('\n', rl_outstream); /* the terminal has echoed ^C */
  fflush(rl_outstream);
  return true;
}

/* What Readline reads; NULL at Ctrl-C and Ctrl-D. */
static char *read_typed(const char *prompt) {
  rl_reset_screen_size();
  interrupted = 0;
  ended = false;
  key_before = 0;
  continued = 0;
  typing = 1;
  char *text = stopped_before() ? NULL : readline(prompt);
  typing = 0;
  rl_get_screen_size(&output_options.rows, &output_options.columns);
  if (!interrupted && !ended)
    return text;
  free(text);
  return NULL;
}

/* One line, or a pasted block of lines. */
static char *read_input(void) {
  return read_typed(session_pending() ? "... " : ">>> ");
}

/* --- running -------------------------------------------------------------- */

static bool is_over(SessionReply r) {
  return r == SESSION_QUIT;
}

/* Runs what was typed; a whole statement becomes one entry of the history. */
static SessionReply run_input(Buf *entry, const char *text) {
  buf_str(entry, text);
  buf_char(entry, '\n');
  SessionReply reply = paste_run(text);
  output_flush(); /* the answer first, then the history */
  if (!session_pending()) {
    recall_add(buf_text(entry), entry->len);
    buf_clear(entry);
  }
  return reply;
}

/* Ctrl-C forgets an unfinished block, Ctrl-D ends it. */
static SessionReply run_signal(Buf *entry) {
  if (interrupted)
    session_cancel();
  else
    recall_add(buf_text(entry), entry->len);
  buf_clear(entry);
  return session_end();
}

SessionReply repl_run(void) {
  Buf entry = BUF_EMPTY;
  SessionReply reply = SESSION_OK;
  catch_signals();
  start_readline();
  recall_start();
  while (!is_over(reply) && output_flush()) {
    char *text = read_input();
    if (text)
      reply = run_input(&entry, text);
    else if (interrupted || session_pending())
      reply = run_signal(&entry);
    else
      break;
    free(text);
  }
  recall_free();
  buf_free(&entry);
  return reply;
}

/* --- input() -------------------------------------------------------------- */

static bool read_answer(void *self, const char *words, Buf *out) {
  (void)self;
  char *line = read_typed(words);
  if (interrupted) {
    stop_request();
    return !stop_taken();
  }
  if (!line)
    return err_set(ERR_EOFError, "EOF when reading a line");
  buf_str(out, line);
  free(line);
  return !out->failed;
}

void repl_install_input(void) {
  interp.read_line = read_answer;
}
