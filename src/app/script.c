/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/script.h"

#include "app/compare.h"
#include "app/notebook.h"
#include "app/reply.h"
#include "app/report.h"
#include "base/err.h"
#include "base/fd.h"
#include "lang/exec.h"
#include "lang/parser.h"
#include "lang/str.h"
#include "lib/modules.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* A whole file in memory, NUL-terminated. */
static bool read_file(const char *path, Buf *text) {
  bool standard = !strcmp(path, "-");
  int fd = standard ? 0 : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return err_os(errno, path);
  bool ok =
      fd_read_all(fd, SIZE_MAX, text) || (!text->failed && err_os(errno, path));
  if (!standard)
    close(fd);
  return ok;
}

/* A file that begins with a text has it as its __doc__. */
static bool bind_doc(const Tree *tree) {
  const Node *first = tree->n ? tree->body[0] : NULL;
  const Node *text =
      first && first->type == NODE_EXPR_STMT ? first->bin.left : NULL;
  const Sym *doc = sym_lit("__doc__");
  if (!doc || !text || text->type != NODE_STR)
    return doc;
  Value v = str_new(text->str.text, text->str.len);
  bool ok = value_ok(v) && interp_set_global(doc, v);
  value_unref(v);
  return ok;
}

static bool run_source(Source *source) {
  Tree *tree = parser_file(source);
  bool ok = tree && bind_doc(tree) && exec_tree(tree, NULL, NULL);
  ast_unref(tree);
  return ok;
}

static bool is_notebook(const char *path) {
  size_t n = strlen(path);
  return n > 6 && !strcmp(path + n - 6, ".ipynb");
}

/* What holds for a file, or for the session around it. */
static void begin(bool strict, int argc, char *const *argv) {
  interp.strict = strict;
  interp.argc = argc;
  interp.argv = argv;
  interp_forget_builtins();
  modules_forget("sys");
}

/* What is done with the text of a file. */
typedef SessionReply (*Use)(const char *path, const Buf *text);

static SessionReply run_text(const char *path, const Buf *text) {
  bool ok;
  if (is_notebook(path)) {
    ok = notebook_run(path, buf_text(text), text->len);
  } else {
    const char *name = strcmp(path, "-") ? path : "<stdin>";
    Source *source = source_new(name, buf_text(text), text->len);
    ok = source && run_source(source);
    source_unref(source);
  }
  SessionReply reply = ok ? SESSION_OK : reply_to_error(true);
  report_notes();
  return reply;
}

static SessionReply compare_text(const char *path, const Buf *text) {
  return compare_notebook(path, buf_text(text), text->len);
}

static SessionReply use_file(const char *path, int argc, char *const *argv,
                             Use use) {
  Buf text = BUF_EMPTY;
  SessionReply reply = SESSION_UNREADABLE;
  if (read_file(path, &text)) {
    Interp around = interp;
    begin(true, argc ? argc : 1, argc ? argv : (char *[]){(char *)path});
    reply = use(path, &text);
    begin(around.strict, around.argc, around.argv);
  } else {
    report_error(true);
  }
  buf_free(&text);
  return reply;
}

SessionReply script_run(const char *path, int argc, char *const *argv) {
  SessionReply reply = use_file(path, argc, argv, run_text);
  return reply == SESSION_UNREADABLE ? SESSION_ERROR : reply;
}

SessionReply script_compare(const char *path, int argc, char *const *argv) {
  return use_file(path, argc, argv, compare_text);
}
