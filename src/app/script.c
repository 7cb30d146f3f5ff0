/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/script.h"

#include "app/notebook.h"
#include "app/reply.h"
#include "app/report.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "lang/exec.h"
#include "lang/parser.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

void *script_os_error(const char *path) {
  ErrType type = errno == ENOENT   ? ERR_FileNotFoundError
                 : errno == EISDIR ? ERR_IsADirectoryError
                 : errno == EACCES ? ERR_PermissionError
                                   : ERR_OSError;
  return err_null(type, "[Errno %d] %s: '%s'", errno, strerror(errno), path);
}

static bool read_all(int fd, Buf *b) {
  for (;;) {
    char *room = buf_room(b, 1 << 16);
    if (!room)
      return false;
    ssize_t n = read(fd, room, 1 << 16);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return buf_add(b, "", 0), n == 0;
    b->len += (size_t)n;
  }
}

char *script_read(const char *path, size_t *n) {
  bool standard = !strcmp(path, "-");
  int fd = standard ? 0 : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return script_os_error(path);
  Buf b = BUF_EMPTY;
  bool ok = read_all(fd, &b);
  if (!ok && !err_pending())
    script_os_error(path);
  if (!standard)
    close(fd);
  *n = b.len;
  if (ok)
    return buf_take(&b);
  buf_free(&b);
  return NULL;
}

static bool run_source(Source *source) {
  Tree *tree = parser_file(source);
  bool ok = tree && exec_tree(tree, NULL, NULL);
  ast_unref(tree);
  return ok;
}

static bool is_notebook(const char *path) {
  size_t n = strlen(path);
  return n > 6 && !strcmp(path + n - 6, ".ipynb");
}

SessionReply script_run(const char *path, int argc, char *const *argv) {
  size_t n = 0;
  (void)argc;
  (void)argv;
  char *text = script_read(path, &n);
  if (!text)
    return reply_to_error(true);
  bool around = interp.strict;
  interp.strict = true;
  interp_forget_builtins();
  bool ok;
  if (is_notebook(path)) {
    ok = notebook_run(path, text, n);
  } else {
    Source *source = source_new(strcmp(path, "-") ? path : "<stdin>", text, n);
    ok = source && run_source(source);
    source_unref(source);
  }
  interp.strict = around;
  interp_forget_builtins();
  SessionReply reply = ok ? SESSION_OK : reply_to_error(true);
  report_notes();
  mem_free(text);
  return reply;
}
