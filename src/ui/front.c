/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/front.h"

#include "config.h"

#include "app/cmdlesson.h"
#include "app/output.h"
#include "app/pipe.h"
#include "app/reply.h"
#include "app/session.h"
#include "app/setup.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/stop.h"
#include "ui/repl.h"
#include "ui/rescue.h"
#include "ui/trainscreen.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { GO_ON = -1, FINE, FAILED, USAGE, STOPPED = 130 };

static const char banner[] =
    "xent " PACKAGE_VERSION ": softmax, sigmoid and cross-entropy, step by "
    "step\n"
    "`help` tells what there is, `lesson` starts a lesson, Ctrl-D leaves\n";

/* --- Ctrl-C without a prompt ---------------------------------------------- */

static void on_interrupt(int signal_number) {
  (void)signal_number;
  stop_request();
}

/* The first one asks what runs to stop; a second one ends the program. */
static void catch_interrupt(void) {
  struct sigaction act = {.sa_handler = on_interrupt,
                          .sa_flags = (int)SA_RESETHAND};
  struct sigaction now;
  sigemptyset(&act.sa_mask);
  if (sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler != SIG_IGN)
    sigaction(SIGINT, &act, NULL);
}

/* --- one part after the other --------------------------------------------- */

/* The exit status that a reply asks for. */
static int status_of(SessionReply reply, bool stay) {
  if (reply == SESSION_QUIT)
    return reply_exit_status();
  if (stay || reply == SESSION_OK || reply == SESSION_MORE)
    return GO_ON;
  return reply == SESSION_STOPPED      ? STOPPED
         : reply == SESSION_UNREADABLE ? USAGE
                                       : FAILED;
}

static int run_text(const char *text, size_t n, bool stay) {
  return status_of(session_text("<command line>", text, n), stay);
}

static int run_exprs(const Options *o) {
  int status = GO_ON;
  for (int i = 0; i < o->n_exprs && status == GO_ON; i++)
    status = run_text(o->exprs[i], strlen(o->exprs[i]), o->stay);
  return status;
}

/* Lines as at the prompt; what goes wrong is said and the session goes on. */
static int run_init(void) {
  char *path = paths_of(PATHS_CONFIG, "init");
  int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (path && fd < 0 && errno != ENOENT && errno != ENOTDIR)
    output_error_fmt("xent: cannot read %s: %s\n", path, strerror(errno));
  int status = fd >= 0 ? status_of(pipe_run(fd), true) : GO_ON;
  if (fd >= 0)
    close(fd);
  mem_free(path);
  err_clear();
  return status;
}

/* Nothing has been run when the file itself is wrong. */
static bool is_readable(const char *path) {
  struct stat s;
  if (!strcmp(path, "-"))
    return true;
  bool found = access(path, R_OK) == 0 && stat(path, &s) == 0;
  if (found && !S_ISDIR(s.st_mode))
    return true;
  output_error_fmt("xent: cannot open '%s': %s\n", path,
                   strerror(found ? EISDIR : errno));
  return false;
}

static int run_file(const Options *o) {
  if (!is_readable(o->file))
    return o->stay ? GO_ON : USAGE;
  return status_of(session_file(o->file, o->argc, o->argv), o->stay);
}

static int run_pipe(void) {
  int status = status_of(pipe_run(STDIN_FILENO), false);
  if (cmdlesson_replays() && status != STOPPED)
    return cmdlesson_finish() ? FINE : FAILED;
  return status <= FINE && session_failed() ? FAILED : status;
}

/* --- the whole ------------------------------------------------------------ */

/* A lesson that has begun is walked at the prompt, or with answers from a
   pipe. */
static bool begins_lesson(const Options *o, bool typed) {
  if (!o->name || strcmp(o->name, "lesson") != 0)
    return false;
  return o->argc > 1 ? strcmp(o->argv[1], "new") != 0 : typed;
}

static bool wants_prompt(const Options *o, bool typed) {
  return (!o->n_exprs && !o->file && !o->name) || o->stay ||
         begins_lesson(o, typed);
}

static int run_parts(const Options *o, bool typed) {
  int status = status_of(setup_session(o), false);
  if (setup_typed())
    repl_install_input();
  if (typed)
    output_error_str(banner);
  if (status == GO_ON && typed && !o->no_init)
    status = run_init();
  if (status == GO_ON)
    status = run_exprs(o);
  if (status == GO_ON && o->name)
    status = run_text(buf_text(&o->command), o->command.len, o->stay);
  if (status == GO_ON && o->file)
    status = run_file(o);
  return status;
}

int front_run(const Options *o) {
  bool terminal = setup_typed();
  bool prompt = wants_prompt(o, terminal);
  catch_interrupt();
  trainscreen_install();
  if (terminal)
    rescue_start();
  if (begins_lesson(o, terminal) && !terminal)
    cmdlesson_replay();
  int status = run_parts(o, prompt && terminal);
  if (status == GO_ON && prompt)
    status = terminal ? status_of(repl_run(), true) : run_pipe();
  return status == GO_ON ? FINE : status;
}
