/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pager.h"

#include "app/output.h"
#include "base/fd.h"

#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int lines_of(const Buf *b) {
  int n = 0;
  for (size_t i = 0; i < b->len; i++)
    n += b->text[i] == '\n';
  return n;
}

/* The user's own command line is for the user's shell; ours needs none. */
static char *const *command(void) {
  static char *words[4];
  const char *own = getenv("XENT_PAGER");
  if (!own || !*own)
    own = getenv("PAGER");
  if (own && *own) {
    words[0] = (char *)"sh";
    words[1] = (char *)"-c";
    words[2] = (char *)(uintptr_t)own;
  } else {
    words[0] = (char *)"less";
    words[1] = (char *)"-FRX";
    words[2] = NULL;
  }
  return words;
}

/* Starts it with our pipe as its input; the pid, or -1. */
static pid_t start(int in[2]) {
  char *const *words = command();
  posix_spawn_file_actions_t actions;
  pid_t pid = -1;
  if (posix_spawn_file_actions_init(&actions))
    return -1;
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_addclose(&actions, in[0]);
  posix_spawn_file_actions_addclose(&actions, in[1]);
  if (posix_spawnp(&pid, words[0], &actions, NULL, words, environ))
    pid = -1;
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

/* 0: it has shown the text. */
static int page(const Buf *text) {
  int in[2], status = -1;
  if (pipe(in))
    return -1;
  void (*before)(int) = signal(SIGPIPE, SIG_IGN);
  pid_t pid = start(in);
  close(in[0]);
  if (pid > 0)
    fd_write_all(in[1], text->text, text->len);
  close(in[1]);
  if (pid > 0)
    waitpid(pid, &status, 0);
  signal(SIGPIPE, before);
  return status;
}

void pager_show(const Buf *text) {
  output_flush();
  if (!output_options.terminal || lines_of(text) < output_options.rows ||
      page(text) != 0)
    output_buf(text);
}
