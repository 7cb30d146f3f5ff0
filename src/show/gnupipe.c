/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* pipe2 */
#endif
#include "show/gnupipe.h"

#include "base/err.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { KEEP = 65536, READ_AT_ONCE = 16384, READS = 8 };

/* --- starting --- */

/* Moves a descriptor above 2, so that it cannot be in the way when the child
   gets its standard streams. */
static int above_standard(int fd) {
  if (fd > 2)
    return fd;
  int high = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  int e = errno;
  close(fd);
  errno = e;
  return high;
}

static void close_pair(int fd[2]) {
  for (int i = 0; i < 2; i++)
    if (fd[i] >= 0)
      close(fd[i]);
}

static bool open_pair(int fd[2]) {
  if (pipe2(fd, O_CLOEXEC) < 0)
    return false;
  fd[0] = above_standard(fd[0]);
  fd[1] = above_standard(fd[1]);
  if (fd[0] >= 0 && fd[1] >= 0)
    return true;
  close_pair(fd);
  return false;
}

static void never_wait(int fd) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/* The child starts with no signal blocked or ignored. */
static void set_attributes(posix_spawnattr_t *a) {
  sigset_t none, usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGTERM);
  sigaddset(&usual, SIGQUIT);
  posix_spawnattr_setpgroup(a, 0);
  posix_spawnattr_setsigmask(a, &none);
  posix_spawnattr_setsigdefault(a, &usual);
  posix_spawnattr_setflags(a, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                  POSIX_SPAWN_SETSIGDEF);
}

/* Returns 0 or an errno. */
static int spawn(pid_t *pid, const char *program, int in, int out) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t a;
  char *argv[] = {(char *)"gnuplot", (char *)"-d", NULL};
  int e = posix_spawn_file_actions_init(&files);
  if (e)
    return e;
  if ((e = posix_spawnattr_init(&a)) == 0) {
    set_attributes(&a);
    posix_spawn_file_actions_adddup2(&files, in, 0);
    posix_spawn_file_actions_adddup2(&files, out, 1);
    posix_spawn_file_actions_adddup2(&files, out, 2);
    e = posix_spawnp(pid, program, &files, &a, argv, environ);
    posix_spawnattr_destroy(&a);
  }
  posix_spawn_file_actions_destroy(&files);
  return e;
}

bool gnupipe_start(Gnupipe *g, const char *program) {
  int in[2] = {-1, -1}, out[2] = {-1, -1};
  *g = (Gnupipe){.to = -1, .from = -1};
  int e = open_pair(in) && open_pair(out) ? 0 : errno;
  if (!e && strchr(program, '/') && access(program, X_OK) != 0)
    e = errno; /* not every system tells of a failed exec */
  if (!e)
    e = spawn(&g->pid, program, in[0], out[1]);
  if (e) {
    close_pair(in);
    close_pair(out);
    g->pid = 0;
    return err_set(e == ENOENT ? ERR_FileNotFoundError : ERR_OSError,
                   "cannot start gnuplot (%s): %s", program, strerror(e));
  }
  close(in[0]);
  close(out[1]);
  g->to = in[1];
  g->from = out[0];
  never_wait(g->to);
  never_wait(g->from);
  return true;
}

/* --- talking --- */

/* write(2) that can raise no SIGPIPE: it is blocked, and taken from the
   pending ones if it was not there before. */
static ssize_t quiet_write(int fd, const char *p, size_t n) {
  sigset_t pipe_only, old, pending;
  struct timespec now = {0, 0};
  sigemptyset(&pipe_only);
  sigaddset(&pipe_only, SIGPIPE);
  sigpending(&pending);
  bool there = sigismember(&pending, SIGPIPE) == 1;
  sigprocmask(SIG_BLOCK, &pipe_only, &old);
  ssize_t done = write(fd, p, n);
  int e = errno;
  if (done < 0 && e == EPIPE && !there)
    while (sigtimedwait(&pipe_only, NULL, &now) < 0 && errno == EINTR)
      ;
  sigprocmask(SIG_SETMASK, &old, NULL);
  errno = e;
  return done;
}

static void close_input(Gnupipe *g) {
  if (g->to >= 0)
    close(g->to);
  g->to = -1;
}

static long send_queue(Gnupipe *g) {
  long moved = 0;
  while (g->to >= 0 && g->sent < g->queue.len) {
    ssize_t n =
        quiet_write(g->to, g->queue.text + g->sent, g->queue.len - g->sent);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && errno != EAGAIN)
      close_input(g);
    if (n <= 0)
      break;
    g->sent += (size_t)n;
    moved += n;
  }
  if (g->sent == g->queue.len) {
    buf_clear(&g->queue);
    g->sent = 0;
  }
  return moved;
}

/* Forgets the older half of what was said, whole lines. */
static void forget(Buf *said) {
  if (said->len < KEEP)
    return;
  const char *half = said->text + said->len / 2;
  const char *line = strchr(half, '\n');
  const char *from = line ? line + 1 : half;
  size_t left = (size_t)(said->text + said->len - from);
  memmove(said->text, from, left + 1);
  said->len = left;
}

/* Reads what there is, but only so much that a flood cannot hold us. Bytes 0
   become blanks: the text stays a C string. */
static void drain(Gnupipe *g) {
  for (int i = 0; i < READS && g->from >= 0; i++) {
    forget(&g->said);
    char *at = buf_room(&g->said, READ_AT_ONCE);
    if (!at)
      return;
    ssize_t n = read(g->from, at, READ_AT_ONCE);
    if (n == 0) {
      close(g->from);
      g->from = -1;
    }
    if (n <= 0)
      break;
    for (ssize_t k = 0; k < n; k++)
      if (!at[k])
        at[k] = ' ';
    g->said.len += (size_t)n;
    buf_add(&g->said, "", 0);
  }
}

/* Looks whether it is stopped (SIGSTOP) or has ended. */
static void look(Gnupipe *g) {
  int status;
  if (g->pid <= 0 || g->ended)
    return;
  pid_t r = waitpid(g->pid, &status, WNOHANG | WUNTRACED | WCONTINUED);
  if (r < 0 && errno == ECHILD) { /* someone else reaped it */
    g->ended = true;
    g->status = 0;
  }
  if (r <= 0)
    return;
  g->stopped = WIFSTOPPED(status);
  if (WIFEXITED(status) || WIFSIGNALED(status)) {
    g->ended = true;
    g->status = status;
  }
}

long gnupipe_move(Gnupipe *g) {
  long moved = send_queue(g);
  drain(g);
  look(g);
  if (g->ended)
    drain(g); /* its last words */
  return g->ended ? -1 : moved;
}

void gnupipe_wait(Gnupipe *g, int ms) {
  struct pollfd p[2] = {{.fd = g->from, .events = POLLIN},
                        {.fd = -1, .events = POLLOUT}};
  if (g->sent < g->queue.len)
    p[1].fd = g->to;
  poll(p, 2, ms);
}

void gnupipe_fate(const Gnupipe *g, Buf *out) {
  if (!g->ended)
    buf_str(out, "closed its input");
  else if (WIFSIGNALED(g->status))
    buf_fmt(out, "was killed by signal %d (%s)", WTERMSIG(g->status),
            strsignal(WTERMSIG(g->status)));
  else
    buf_fmt(out, "ended with status %d", WEXITSTATUS(g->status));
}

/* --- ending --- */

static void await_end(Gnupipe *g, int ms) {
  for (int waited = 0; !g->ended && waited < ms; waited += 5) {
    drain(g);
    gnupipe_wait(g, 5);
    look(g);
  }
}

static void kill_it(Gnupipe *g, int sig, bool whole) {
  kill(whole ? -g->pid : g->pid, sig);
}

void gnupipe_stop(Gnupipe *g, int ms, bool whole) {
  close_input(g);
  if (g->pid > 0) {
    look(g);
    if (!g->stopped)
      await_end(g, ms);
    if (!g->ended) {
      kill_it(g, SIGTERM, whole);
      kill_it(g, SIGCONT, whole);
      await_end(g, 100);
    }
    if (!g->ended) {
      kill_it(g, SIGKILL, whole);
      while (waitpid(g->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    }
  }
  if (g->from >= 0)
    close(g->from);
  buf_free(&g->queue);
  buf_free(&g->said);
  *g = (Gnupipe){.to = -1, .from = -1};
}
