/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/progress.h"

#include "base/err.h"
#include "base/fd.h"
#include "base/mem.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FILE_MAX_BYTES = 64 << 20 };

static const char *const verdict_words[] = {
#define X(name, word) word,
    PROGRESS_VERDICTS(X)
#undef X
};

/* --- writing ------------------------------------------------------------- */

static bool file_error(const char *path) {
  return err_set(ERR_OSError, "%s: %s", path, strerror(errno));
}

/* A line that a full disk cut short is ended before the next begins. */
static bool ends_within_line(int fd) {
  char last = '\n';
  off_t end = lseek(fd, 0, SEEK_END);
  return end > 0 && pread(fd, &last, 1, end - 1) == 1 && last != '\n';
}

/* One write to a file opened for appending: lines of several sessions do not
   mix. */
static bool append(const char *path, const Buf *line) {
  int fd =
      open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
  if (fd < 0)
    return file_error(path);
  Buf text = BUF_EMPTY;
  buf_str(&text, ends_within_line(fd) ? "\n" : "");
  buf_add(&text, buf_text(line), line->len);
  ssize_t n = 0;
  do
    if (!text.failed)
      n = write(fd, buf_text(&text), text.len);
  while (n < 0 && errno == EINTR);
  if (n >= 0 && (size_t)n < text.len)
    errno = ENOSPC;
  bool ok = !text.failed && n == (ssize_t)text.len;
  if (!ok && !text.failed)
    file_error(path);
  if (close(fd) != 0 && ok)
    ok = file_error(path);
  buf_free(&text);
  return ok;
}

static bool add_line(const Buf *line) {
  char *path = paths_of(PATHS_STATE, "progress");
  bool ok =
      path && !line->failed && paths_make_parents(path) && append(path, line);
  mem_free(path);
  return ok;
}

static void add_time(Buf *b) {
  time_t now = time(NULL);
  struct tm t;
  char text[32] = "";
  if (gmtime_r(&now, &t))
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t);
  buf_str(b, text);
}

/* A name with a tab in it would look like two fields. */
static void add_name(Buf *b, const char *name) {
  for (; *name; name++)
    buf_char(b, (unsigned char)*name < ' ' ? ' ' : *name);
}

bool progress_add(const char *lesson, size_t step, ProgressVerdict verdict,
                  int tries) {
  Buf line = BUF_EMPTY;
  add_time(&line);
  buf_char(&line, '\t');
  add_name(&line, lesson);
  buf_fmt(&line, "\t%zu\t%s\t%d\n", step, verdict_words[verdict], tries);
  bool ok = add_line(&line);
  buf_free(&line);
  return ok;
}

/* --- reading ------------------------------------------------------------- */

static bool read_file(int fd, const char *path, Buf *out) {
  if (fd_read_all(fd, FILE_MAX_BYTES, out))
    return true;
  if (out->failed)
    return false;
  return errno == EFBIG ? err_set(ERR_ValueError, "%s: too large", path)
                        : file_error(path);
}

static bool load(Buf *out) {
  char *path = paths_of(PATHS_STATE, "progress");
  int fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  bool ok = path != NULL;
  struct stat about;
  if (ok && fd < 0)
    ok = errno == ENOENT || errno == ENOTDIR || file_error(path);
  else if (ok && fstat(fd, &about) == 0 && S_ISREG(about.st_mode))
    ok = read_file(fd, path, out);
  if (fd >= 0)
    close(fd);
  mem_free(path);
  return ok;
}

enum { FIELDS = 5 };

/* Cuts a line at its tabs; false when it has not five fields. */
static bool cut(char *line, char *fields[FIELDS]) {
  int n = 0;
  for (char *p = line;; p++) {
    if (n == FIELDS)
      return false;
    fields[n++] = p;
    p += strcspn(p, "\t");
    if (!*p)
      return n == FIELDS;
    *p = 0;
  }
}

static bool whole_number(const char *text, unsigned long long *out) {
  char *end;
  errno = 0;
  *out = strtoull(text, &end, 10);
  return *text >= '0' && *text <= '9' && !*end && !errno;
}

static bool verdict_of(const char *word, ProgressVerdict *out) {
  for (int v = 0; v < PROGRESS_VERDICT_COUNT; v++)
    if (!strcmp(word, verdict_words[v])) {
      *out = (ProgressVerdict)v;
      return true;
    }
  return false;
}

static bool is_time(const char *text) {
  return strlen(text) == 20 && text[4] == '-' && text[10] == 'T' &&
         text[19] == 'Z';
}

/* What one line says: 1 an answer, 2 the seed, 0 nothing. */
static int understand(char *line, size_t n, ProgressLine *out, uint64_t *seed) {
  char *f[FIELDS];
  unsigned long long step, tries;
  if (strlen(line) != n || !cut(line, f) || !is_time(f[0]) ||
      !whole_number(f[2], &step) || !whole_number(f[4], &tries))
    return 0;
  if (!strcmp(f[3], "seed") && !strcmp(f[1], "-")) {
    *seed = tries;
    return 2;
  }
  if (!*f[1] || step > 100000 || tries > 1000000 ||
      !verdict_of(f[3], &out->verdict))
    return 0;
  out->time = f[0];
  out->lesson = f[1];
  out->step = (size_t)step;
  out->tries = (int)tries;
  return 1;
}

typedef struct Reading {
  void (*visit)(void *self, const ProgressLine *line);
  void *self;
  size_t damaged;
  uint64_t seed;
  bool has_seed;
} Reading;

static bool read_lines(Reading *r) {
  Buf text = BUF_EMPTY;
  bool ok = load(&text);
  for (size_t at = 0; ok && at < text.len;) {
    char *line = text.text + at, *end = memchr(line, '\n', text.len - at);
    size_t n = end ? (size_t)(end - line) : text.len - at;
    line[n] = 0; /* the buffer has a NUL behind its last byte */
    ProgressLine said;
    uint64_t seed;
    int what = understand(line, n, &said, &seed);
    if (what == 1 && r->visit)
      r->visit(r->self, &said);
    if (what == 2 && !r->has_seed) {
      r->has_seed = true;
      r->seed = seed;
    }
    r->damaged += what == 0 && n > 0;
    at += n + 1;
  }
  buf_free(&text);
  return ok;
}

bool progress_read(void (*visit)(void *self, const ProgressLine *line),
                   void *self, size_t *damaged) {
  Reading r = {.visit = visit, .self = self};
  bool ok = read_lines(&r);
  if (damaged)
    *damaged = r.damaged;
  return ok;
}

typedef struct Answered {
  const char *lesson;
  bool *done;
  size_t n;
} Answered;

static void mark(void *self, const ProgressLine *p) {
  const Answered *a = self;
  bool counts = p->verdict == PROGRESS_RIGHT || p->verdict == PROGRESS_HELPED;
  if (counts && p->step < a->n && !strcmp(p->lesson, a->lesson))
    a->done[p->step] = true;
}

bool progress_answered(const char *lesson, bool *done, size_t n) {
  Answered a = {lesson, done, n};
  return progress_read(mark, &a, NULL);
}

static bool read_seed(uint64_t *seed) {
  Reading r = {0};
  bool ok = read_lines(&r) && r.has_seed;
  if (!ok)
    err_clear();
  *seed = r.seed;
  return ok;
}

/* The first seed in the file holds, also when two sessions made one each. */
uint64_t progress_seed(void) {
  uint64_t seed, fresh;
  if (read_seed(&seed))
    return seed;
  if (getrandom(&fresh, sizeof fresh, 0) != (ssize_t)sizeof fresh)
    fresh = (uint64_t)time(NULL);
  fresh &= 0xffffffff;
  Buf line = BUF_EMPTY;
  add_time(&line);
  buf_fmt(&line, "\t-\t0\tseed\t%llu\n", (unsigned long long)fresh);
  if (!add_line(&line))
    err_clear();
  buf_free(&line);
  return read_seed(&seed) ? seed : fresh;
}

static void report_line(void *self, const ProgressLine *p) {
  buf_fmt(self, "%s\t%s\t%zu\t%s\t%d\n", p->time, p->lesson, p->step,
          verdict_words[p->verdict], p->tries);
}

bool progress_report(Buf *out) {
  buf_str(out, "time\tlesson\tstep\tverdict\ttries\n");
  return progress_read(report_line, out, NULL) && !out->failed;
}
