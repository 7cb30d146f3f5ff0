/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/gnufile.h"

#include "base/err.h"
#include "base/mem.h"
#include "show/gnuscript.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct Kind {
  const char *ending;
  const char *terminals[3];
} kinds[] = {
    {"svg", {"svg", NULL}},
    {"png", {"pngcairo", "png", NULL}},
    {"pdf", {"pdfcairo", "pdf", NULL}},
};
enum { KINDS = 3, TRIES = 100 };

/* terminal, its options after the size; its size is in pixels, which a scale
   makes finer, in inches, or in pixels that know no scale. */
typedef enum SizeUnit { PIXELS, BARE_INCHES, FINE_PIXELS, INCHES } SizeUnit;
static const struct Option {
  const char *terminal, *more;
  SizeUnit unit;
} options[] = {
    {"svg",
     "noenhanced background rgb 'white' "
     "font 'Helvetica,Arial,sans-serif,13'",
     PIXELS},
    {"pngcairo", "noenhanced font 'Sans,11'", FINE_PIXELS},
    {"png", "noenhanced", PIXELS},
    {"pdfcairo", "noenhanced font 'Sans,14'", INCHES},
    {"pdf", "", BARE_INCHES},
    {"qt", "noenhanced persist noraise title 'xent'", PIXELS},
    {"wxt", "noenhanced persist noraise title 'xent'", PIXELS},
    {"x11", "noenhanced persist noraise title 'xent'", PIXELS},
};

static int kind_of(const char *name) {
  const char *slash = strrchr(name, '/');
  const char *base = slash ? slash + 1 : name;
  const char *dot = strrchr(base, '.');
  for (int i = 0; dot && dot > base && i < KINDS; i++)
    if (!strcasecmp(dot + 1, kinds[i].ending))
      return i;
  return -1;
}

static bool has_control(const char *name) {
  for (; *name; name++)
    if ((unsigned char)*name < 32 || *name == 127)
      return true;
  return false;
}

static bool bad_name(const char *before, const char *name, const char *after) {
  Buf safe = BUF_EMPTY;
  buf_visible(&safe, name, strlen(name), false);
  if (!safe.failed)
    err_set(ERR_ValueError, "%s'%s' %s", before, buf_text(&safe), after);
  buf_free(&safe);
  return false;
}

static bool check_name(const char *name) {
  if (has_control(name))
    return bad_name("the name of a picture holds no control characters, ", name,
                    "does");
  return kind_of(name) >= 0 ||
         bad_name("xent writes .svg, .png and .pdf; ", name, "is none of them");
}

/* Appends the directory of name so that it begins with / or ./ : gnuplot
   would take a leading | for a pipe and a ~ for a home. */
static void add_directory(const char *name, Buf *out) {
  const char *slash = strrchr(name, '/');
  if (*name != '/')
    buf_str(out, "./");
  if (slash)
    buf_add(out, name, (size_t)(slash - name) + 1);
}

static bool check_place(const char *name) {
  struct stat st;
  if (stat(name, &st) == 0 && S_ISDIR(st.st_mode))
    return err_os(EISDIR, name);
  Buf dir = BUF_EMPTY;
  add_directory(name, &dir);
  bool fine = !dir.failed;
  if (fine && access(buf_text(&dir), W_OK | X_OK) != 0)
    fine = err_os(errno, name);
  buf_free(&dir);
  return fine;
}

bool gnufile_open(Gnufile *f, const char *name) {
  *f = GNUFILE_WINDOW;
  if (!check_name(name) || !check_place(name))
    return false;
  f->kind = kind_of(name);
  f->name = mem_copy_text(name, strlen(name));
  return f->name;
}

void gnufile_close(Gnufile *f) {
  gnufile_drop(f);
  mem_free(f->name);
  *f = GNUFILE_WINDOW;
}

const char *const *gnufile_terminals(const Gnufile *f) {
  return kinds[f->kind].terminals;
}

const char *gnufile_kind(const Gnufile *f) {
  return kinds[f->kind].ending;
}

bool gnufile_make(Gnufile *f) {
  static unsigned number;
  gnufile_drop(f);
  for (int i = 0; i < TRIES; i++) {
    Buf path = BUF_EMPTY;
    add_directory(f->name, &path);
    buf_fmt(&path, ".xent-%ld-%u.%s", (long)getpid(), number++,
            gnufile_kind(f));
    char *temp = buf_take(&path);
    if (!temp)
      return false;
    int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int e = errno;
    if (fd >= 0) {
      close(fd);
      f->temp = temp;
      return true;
    }
    mem_free(temp);
    if (e != EEXIST)
      return err_os(e, f->name);
  }
  return err_os(EEXIST, f->name);
}

static void add_size(const Gnufile *f, SizeUnit unit, Buf *out) {
  double scale = f->dpi / 100;
  if (unit == INCHES || unit == BARE_INCHES)
    buf_fmt(out, "size %.6gin,%.6gin", f->width, f->height);
  else if (unit == PIXELS)
    buf_fmt(out, "size %.0f,%.0f", f->width * 100, f->height * 100);
  else
    buf_fmt(out, "size %.0f,%.0f", f->width * f->dpi, f->height * f->dpi);
  if (unit >= FINE_PIXELS) /* marks as large as in .svg */
    buf_fmt(out, " pointscale %.4g", 1.3 * (unit == INCHES ? 1 : scale));
  if (unit == FINE_PIXELS && scale != 1)
    buf_fmt(out, " fontscale %.4g linewidth %.4g", scale, scale);
}

void gnufile_terminal(const Gnufile *f, const char *terminal, Buf *out) {
  buf_fmt(out, "set terminal %s ", terminal);
  if (!f->name)
    buf_fmt(out, "%d ", f->number);
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    if (!strcmp(options[i].terminal, terminal)) {
      add_size(f, options[i].unit, out);
      buf_fmt(out, " %s", options[i].more);
    }
  buf_char(out, '\n');
}

void gnufile_output(const Gnufile *f, Buf *out) {
  buf_str(out, "set output '");
  for (const char *c = f->temp; *c; c++) {
    if (*c == '\'')
      buf_str(out, GNUSCRIPT_APOSTROPHE);
    else
      buf_char(out, *c);
  }
  buf_str(out, "'\n");
}

bool gnufile_keep(Gnufile *f) {
  struct stat st;
  bool there = stat(f->temp, &st) == 0 && st.st_size > 0;
  if (there && rename(f->temp, f->name) == 0) {
    mem_free(f->temp);
    f->temp = NULL;
    return true;
  }
  if (there)
    err_os(errno, f->name);
  else
    err_set(ERR_OSError, "gnuplot wrote nothing to '%s'", f->name);
  gnufile_drop(f);
  return false;
}

void gnufile_drop(Gnufile *f) {
  if (f->temp)
    unlink(f->temp);
  mem_free(f->temp);
  f->temp = NULL;
}
