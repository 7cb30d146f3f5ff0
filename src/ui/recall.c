/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/recall.h"

#include "app/output.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Beyond LARGE bytes the file is cut to its newest KEPT; KEPT is less than
   half of LARGE, so that nothing is written over what is still to be read. */
enum { LARGE = 1 << 20, KEPT = 1 << 18, INPUTS = 5000 };

static char *path; /* NULL: none is kept */

static void give_up(void) {
  output_error_fmt("xent: the history is not kept: %s: %s\n", path,
                   strerror(errno));
  mem_free(path);
  path = NULL;
}

static void find_path(void) {
  const char *given = getenv("XENT_HISTFILE");
  if (given) {
    path = *given ? mem_copy_text(given, strlen(given)) : NULL;
    return;
  }
  path = paths_of(PATHS_STATE, "history");
  if (path && paths_make_parents(path))
    return;
  output_error_fmt("xent: the history is not kept: %s\n",
                   buf_text(&err_now()->text));
  err_clear();
  mem_free(path);
  path = NULL;
}

/* --- reading -------------------------------------------------------------- */

/* Removes the tabs that begin further lines, in place. */
static void give(char *text, size_t n) {
  size_t to = 0;
  for (size_t i = 0; i < n; i++) {
    text[to++] = text[i];
    if (text[i] == '\n' && i + 1 < n && text[i + 1] == '\t')
      i++;
  }
  text[to] = '\0';
  if (to)
    add_history(text);
}

static void give_all(char *text, size_t n) {
  for (size_t from = 0, i = 0; i < n; i++)
    if (text[i] == '\n' && (i + 1 == n || text[i + 1] != '\t')) {
      give(text + from, i - from);
      from = i + 1;
    }
}

/* The whole inputs among the last KEPT bytes. */
static char *read_tail(int fd, off_t size, size_t *n) {
  off_t from = size > KEPT ? size - KEPT : 0;
  char *text = mem_alloc((size_t)(size - from) + 1);
  ssize_t got = text ? pread(fd, text, (size_t)(size - from), from) : 0;
  *n = got > 0 ? (size_t)got : 0;
  size_t skip = 0;
  while (from > 0 && skip < *n &&
         !(skip && text[skip - 1] == '\n' && text[skip] != '\t'))
    skip++;
  if (text)
    memmove(text, text + skip, *n - skip);
  *n -= skip;
  return text;
}

static void cut(int fd, const char *text, size_t n) {
  if (pwrite(fd, text, n, 0) == (ssize_t)n && ftruncate(fd, (off_t)n) != 0)
    give_up();
}

static void load(int fd) {
  struct stat s;
  size_t n = 0;
  if (fstat(fd, &s) != 0 || !S_ISREG(s.st_mode))
    return;
  flock(fd, LOCK_EX);
  char *text = fstat(fd, &s) == 0 ? read_tail(fd, s.st_size, &n) : NULL;
  if (text && s.st_size > LARGE)
    cut(fd, text, n);
  flock(fd, LOCK_UN);
  if (text)
    give_all(text, n);
  mem_free(text);
}

void recall_start(void) {
  using_history();
  stifle_history(INPUTS);
  find_path();
  int fd = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (fd >= 0) {
    load(fd);
    close(fd);
  } else if (path) {
    give_up();
  }
}

/* --- writing -------------------------------------------------------------- */

static bool is_last(const char *text) {
  HIST_ENTRY *last =
      history_length ? history_get(history_base + history_length - 1) : NULL;
  return last && strcmp(last->line, text) == 0;
}

static void append(const char *text) {
  Buf b = BUF_EMPTY;
  for (; *text; text++) {
    buf_char(&b, *text);
    if (*text == '\n')
      buf_char(&b, '\t');
  }
  buf_char(&b, '\n');
  int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0)
    flock(fd, LOCK_EX);
  if (fd < 0 || b.failed || write(fd, buf_text(&b), b.len) != (ssize_t)b.len)
    give_up();
  if (fd >= 0)
    close(fd);
  buf_free(&b);
}

void recall_add(const char *text, size_t n) {
  while (n && strchr("\n\t\r ", text[n - 1]))
    n--;
  while (n && (*text == '\n' || *text == '\t')) {
    text++;
    n--;
  }
  char *copy = n ? mem_copy_text(text, n) : NULL;
  if (copy && *copy && !is_last(copy)) {
    add_history(copy);
    if (path)
      append(copy);
  }
  mem_free(copy);
  err_clear();
}

void recall_free(void) {
  rl_clear_history();
  mem_free(path);
  path = NULL;
}
