/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonfind.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/paths.h"
#include "teach/lessonfile.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef XENT_LESSONS_DIR
#define LESSONS XENT_LESSONS_DIR
#else
#define LESSONS NULL
#endif

/* --- one file ------------------------------------------------------------ */

static bool is_lesson_file(const char *name) {
  size_t n = strlen(name);
  return n > 3 && name[0] != '.' && !strcmp(name + n - 3, ".md");
}

/* The title in the first bytes of a file; false: it is no lesson. */
static bool read_title(const char *path, Buf *title) {
  char start[1024];
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return false;
  ssize_t got = read(fd, start, sizeof start);
  close(fd);
  const char *text;
  size_t n;
  if (got <= 0 || !lessonfile_title(start, (size_t)got, &text, &n))
    return false;
  buf_visible(title, text, n, false);
  return true;
}

static bool known(const LessonFoundList *list, const char *name, size_t n) {
  for (size_t i = 0; i < list->n; i++)
    if (strlen(list->items[i].name) == n &&
        !memcmp(list->items[i].name, name, n))
      return true;
  return false;
}

static bool add_file(LessonFoundList *list, const char *folder,
                     const char *file) {
  size_t n = strlen(file) - 3;
  if (known(list, file, n))
    return true;
  Buf path = BUF_EMPTY, title = BUF_EMPTY;
  size_t end = strlen(folder);
  buf_fmt(&path, "%s%s%s", folder, end && folder[end - 1] == '/' ? "" : "/",
          file);
  bool is_lesson = read_title(buf_text(&path), &title);
  buf_add(&title, "", 0);
  bool numbered = isdigit((unsigned char)*file);
  LessonFound found = {.number = numbered ? atoi(file) : 0};
  found.path = buf_take(&path);
  found.title = buf_take(&title);
  found.name = mem_copy_text(file, n);
  bool ok = found.path && found.title && found.name;
  bool keep = ok && (is_lesson || numbered) &&
              (ok = mem_grow((void **)&list->items, &list->cap, list->n + 1,
                             sizeof found));
  if (keep) {
    list->items[list->n++] = found;
    return true;
  }
  mem_free(found.path);
  mem_free(found.title);
  mem_free(found.name);
  return ok;
}

/* --- folders ------------------------------------------------------------- */

static bool add_folder(void *self, const char *folder) {
  LessonFoundList *list = self;
  DIR *d = *folder ? opendir(folder) : NULL;
  if (!d)
    return true;
  bool ok = true;
  for (struct dirent *e; ok && (e = readdir(d));)
    if (is_lesson_file(e->d_name))
      ok = add_file(list, folder, e->d_name);
  closedir(d);
  return ok;
}

static int by_number(const void *left, const void *right) {
  const LessonFound *a = left, *b = right;
  if (a->number != b->number && a->number && b->number)
    return a->number < b->number ? -1 : 1;
  if (!a->number != !b->number)
    return a->number ? -1 : 1;
  return strcmp(a->name, b->name);
}

bool lessonfind_all(LessonFoundList *out) {
  *out = (LessonFoundList){0};
  bool ok = paths_each(LESSONS, "lessons", add_folder, out);
  if (ok && out->n)
    qsort(out->items, out->n, sizeof *out->items, by_number);
  if (!ok)
    lessonfind_free(out);
  return ok;
}

void lessonfind_free(LessonFoundList *list) {
  for (size_t i = 0; i < list->n; i++) {
    mem_free(list->items[i].path);
    mem_free(list->items[i].name);
    mem_free(list->items[i].title);
  }
  mem_free(list->items);
  *list = (LessonFoundList){0};
}

/* --- one lesson ---------------------------------------------------------- */

/* How well a lesson fits what was typed: 0 not, 3 exactly. */
static int fit(const LessonFound *f, const char *text, size_t n) {
  char *end;
  long number = strtol(text, &end, 10);
  if (n && end == text + n)
    return f->number && f->number == number ? 3 : 0;
  const char *bare = f->name + strspn(f->name, "0123456789");
  bare += *bare == '-';
  if (strlen(f->name) == n && !memcmp(f->name, text, n))
    return 3;
  if (strlen(bare) == n && !memcmp(bare, text, n))
    return 2;
  return !strncmp(f->name, text, n) || !strncmp(bare, text, n);
}

static bool not_found(const LessonFoundList *list, const char *text, size_t n) {
  Buf shown = BUF_EMPTY;
  buf_visible(&shown, text, n < 60 ? n : 60, false);
  err_set(ERR_FileNotFoundError, "there is no lesson '%s'", buf_text(&shown));
  buf_free(&shown);
  if (!list->n)
    return err_hint("no lessons were found: set XENT_PATH to their folder");
  return err_hint("type `lesson` to see the %zu there are", list->n);
}

bool lessonfind_path(const char *text, size_t n, Buf *path) {
  if (memchr(text, '/', n) || (n > 3 && !memcmp(text + n - 3, ".md", 3))) {
    buf_add(path, text, n);
    return !path->failed;
  }
  char *word = mem_copy_text(text, n);
  LessonFoundList list;
  if (!word || !lessonfind_all(&list)) {
    mem_free(word);
    return false;
  }
  const LessonFound *best = NULL;
  for (size_t i = 0; i < list.n; i++)
    if (fit(&list.items[i], word, n) > (best ? fit(best, word, n) : 0))
      best = &list.items[i];
  if (best)
    buf_str(path, best->path);
  bool ok = best ? !path->failed : not_found(&list, word, n);
  lessonfind_free(&list);
  mem_free(word);
  return ok;
}
