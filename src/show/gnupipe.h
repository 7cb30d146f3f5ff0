/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child process that is spoken to without ever waiting for it: what it
   does not take yet is queued, what it says is always drained. */
#ifndef XENT_SHOW_GNUPIPE_H
#define XENT_SHOW_GNUPIPE_H

#include "base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

typedef struct Gnupipe {
  pid_t pid;    /* 0: not running */
  int to, from; /* its standard input; its output and error, or -1 */
  Buf queue;    /* not yet taken */
  size_t sent;  /* bytes of queue that were taken */
  Buf said;     /* what it said last; at most 64 KiB are kept */
  int status;   /* of waitpid, when it has ended */
  bool ended, stopped;
} Gnupipe;

/* Starts program (searched in PATH if it has no slash) with the argument
   -d in a process group of its own, so that a Ctrl-C at the prompt does not
   reach it. False: an errno-like OSError record naming the program. */
bool gnupipe_start(Gnupipe *g, const char *program);

/* Writes and reads what is possible now; never waits. Returns the number of
   bytes it took; -1 when it has ended (g->ended, g->status). SIGPIPE is held
   back in this thread during the write and taken away if it came, so the
   program's own handling of SIGPIPE is left as it is. */
long gnupipe_move(Gnupipe *g);

/* Waits until something can be moved, at most ms milliseconds. */
void gnupipe_wait(Gnupipe *g, int ms);

/* "was killed by signal 9 (Killed)", "ended with status 1". */
void gnupipe_fate(const Gnupipe *g, Buf *out);

/* Ends it: closes its input, gives it ms milliseconds to leave by itself,
   then kills it (with its children if whole). It is reaped, and everything
   is released. */
void gnupipe_stop(Gnupipe *g, int ms, bool whole);

#endif
