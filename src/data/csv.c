/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/csv.h"

#include "base/err.h"
#include "base/fd.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/stop.h"
#include "num/digits.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef XENT_DATA_DIR
#define INSTALLED XENT_DATA_DIR
#else
#define INSTALLED NULL
#endif

enum { MOST_BYTES = 1 << 30 };

/* --- parsing ------------------------------------------------------------- */

typedef struct Reader {
  CsvTable *table;
  const char *name;
  int64_t line;   /* the one that is being read, from 1 */
  int64_t column; /* how many fields of it were seen */
  size_t n, cap;  /* numbers in x */
  size_t room;    /* for names */
  bool header_done, failed;
} Reader;

/* A value as an error shows it: no control characters, not too long. */
static void add_quoted(Buf *b, const char *text, size_t n) {
  buf_char(b, '\'');
  buf_visible(b, text, n < 40 ? n : 40, false);
  buf_str(b, n < 40 ? "'" : "...'");
}

static void bad_number(Reader *r, const char *text, size_t n) {
  Buf problem = BUF_EMPTY, column = BUF_EMPTY;
  const char *name = r->table->names[r->column];
  add_quoted(&column, name, strlen(name));
  if (n)
    add_quoted(&problem, text, n);
  buf_str(&problem, n ? " is not a number" : "the field is empty");
  err_set(ERR_ValueError, "%s, line %" PRId64 ", column %" PRId64 " (%s): %s",
          r->name, r->line, r->column + 1, buf_text(&column),
          buf_text(&problem));
  buf_free(&problem);
  buf_free(&column);
  r->failed = true;
}

static void add_name(Reader *r, const char *text, size_t n) {
  CsvTable *t = r->table;
  size_t count = (size_t)t->columns;
  r->failed =
      !mem_grow((void **)&t->names, &r->room, count + 1, sizeof *t->names) ||
      !(t->names[count] = mem_copy_text(text, n));
  t->columns += !r->failed;
}

static void add_number(Reader *r, const char *text, size_t n) {
  CsvTable *t = r->table;
  if (r->column >= t->columns)
    return; /* the end of the line says so */
  if (!mem_grow((void **)&t->x, &r->cap, r->n + 1, sizeof *t->x))
    r->failed = true;
  else if (!digits_parse_double(text, n, &t->x[r->n]))
    bad_number(r, text, n);
  else
    r->n++;
}

static void on_field(void *field, size_t n, void *self) {
  Reader *r = self;
  if (r->failed)
    return;
  if (r->header_done)
    add_number(r, field, n);
  else
    add_name(r, field, n);
  r->column++;
}

static void on_line(int end, void *self) {
  Reader *r = self;
  (void)end;
  if (!r->failed && r->header_done && r->column != r->table->columns)
    r->failed = !err_set(ERR_ValueError,
                         "%s, line %" PRId64 ": %" PRId64
                         " fields, but there are %" PRId64 " columns",
                         r->name, r->line, r->column, r->table->columns);
  r->table->rows += r->header_done;
  r->header_done = true;
  r->column = 0;
}

/* After a failure of libcsv: no memory, which has filled the record, or
   quotes. */
static void wrong_quotes(Reader *r, struct csv_parser *p) {
  if (!r->failed && csv_error(p) == CSV_EPARSE)
    err_set(ERR_ValueError,
            "%s, line %" PRId64 ", column %" PRId64 ": a quote in the wrong "
            "place",
            r->name, r->line, r->column + 1);
  r->failed = true;
}

/* libcsv does not tell lines, so it gets one at a time. */
static void feed(Reader *r, struct csv_parser *p, const char *text, size_t n) {
  for (size_t at = 0; at < n && !r->failed; r->line++) {
    const char *end = memchr(text + at, '\n', n - at);
    size_t len = end ? (size_t)(end - text) + 1 - at : n - at;
    if (STOP_ASKED())
      r->failed = true;
    else if (csv_parse(p, text + at, len, on_field, on_line, r) != len)
      wrong_quotes(r, p);
    at += len;
  }
  r->line--;
  if (!r->failed && csv_fini(p, on_field, on_line, r) != 0)
    wrong_quotes(r, p);
}

bool csv_table_parse(const char *name, const char *text, size_t n,
                     CsvTable *out) {
  Reader r = {.table = out, .name = name, .line = 1};
  struct csv_parser p;
  *out = (CsvTable){0};
  if (n >= 3 && !memcmp(text, "\xef\xbb\xbf", 3))
    text += 3, n -= 3;
  csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_realloc_func(&p, mem_resize);
  csv_set_free_func(&p, mem_free);
  feed(&r, &p, text, n);
  csv_free(&p);
  if (!r.failed && !r.header_done)
    r.failed = !err_set(ERR_ValueError, "%s: there is no line in it", name);
  if (r.failed)
    csv_table_free(out);
  return !r.failed;
}

void csv_table_free(CsvTable *t) {
  for (int64_t i = 0; i < t->columns; i++)
    mem_free(t->names[i]);
  mem_free(t->names);
  mem_free(t->x);
  *t = (CsvTable){0};
}

/* --- files --------------------------------------------------------------- */

static bool read_all(int fd, const char *path, Buf *out) {
  struct stat about;
  if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode))
    return err_os(EISDIR, path);
  return fd_read_all(fd, MOST_BYTES, out) ||
         (!out->failed && err_os(errno, path));
}

bool csv_table_read(const char *path, CsvTable *out) {
  *out = (CsvTable){0};
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return err_os(errno, path);
  Buf text = BUF_EMPTY;
  const char *slash = strrchr(path, '/');
  bool ok =
      read_all(fd, path, &text) &&
      csv_table_parse(slash ? slash + 1 : path, buf_text(&text), text.len, out);
  buf_free(&text);
  close(fd);
  return ok;
}

typedef struct Search {
  const char *file;
  Buf *path;
} Search;

/* Stays true: whether there is a path says whether it was found. */
static bool look_in(void *self, const char *folder) {
  Search *s = self;
  if (s->path->len || !*folder)
    return true;
  buf_fmt(s->path, "%s/%s", folder, s->file);
  if (!s->path->failed && access(buf_text(s->path), R_OK) != 0)
    buf_clear(s->path);
  return !s->path->failed;
}

bool csv_find(const char *file, Buf *path) {
  Buf found = BUF_EMPTY;
  Search s = {file, &found};
  bool ok = paths_each(INSTALLED, "datasets", look_in, &s);
  if (ok && !found.len)
    ok =
        err_set(ERR_FileNotFoundError, "the data set %s was not found", file) ||
        err_hint("set XENT_PATH to the folder that has it");
  if (ok)
    buf_str(path, buf_text(&found));
  buf_free(&found);
  return ok && !path->failed;
}
