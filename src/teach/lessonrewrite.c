/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonrewrite.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/save.h"
#include "teach/lessonfile.h"

#include <string.h>

struct LessonRewrite {
  char *path;
  Buf old, new;
  size_t at;     /* of old: copied up to here */
  uint32_t line; /* of `at` */
  bool changed;
};

LessonRewrite *lessonrewrite_new(const char *path) {
  LessonRewrite *r = mem_zeroed(1, sizeof *r);
  if (!r)
    return NULL;
  r->line = 1;
  r->path = mem_copy_text(path, strlen(path));
  if (r->path && lessonfile_read(path, &r->old))
    return r;
  lessonrewrite_free(r);
  return NULL;
}

void lessonrewrite_free(LessonRewrite *r) {
  if (!r)
    return;
  mem_free(r->path);
  buf_free(&r->old);
  buf_free(&r->new);
  mem_free(r);
}

/* Goes to a line; the lines on the way are copied or left out. */
static void go(LessonRewrite *r, uint32_t line, bool copied) {
  while (r->line < line && r->at < r->old.len) {
    const char *p = r->old.text + r->at;
    const char *end = memchr(p, '\n', r->old.len - r->at);
    size_t n = end ? (size_t)(end - p) + 1 : r->old.len - r->at;
    if (copied)
      buf_add(&r->new, p, n);
    r->at += n;
    r->line++;
  }
}

bool lessonrewrite_add(LessonRewrite *r, uint32_t from, uint32_t to,
                       const char *text) {
  go(r, from, true);
  go(r, to, false);
  buf_str(&r->new, text);
  r->changed = true;
  return !r->new.failed;
}

bool lessonrewrite_save(LessonRewrite *r) {
  if (!r->changed)
    return true;
  go(r, UINT32_MAX, true);
  return !r->new.failed &&save_file(r->path, buf_text(&r->new), r->new.len);
}

static const char skeleton[] =
    "<!-- xent-lesson 1 | The title | skip: on -->\n"
    "# The title\n"
    "\n"
    "What this lesson is about, in two sentences.\n"
    "\n"
    "```xent run\n"
    "z = [2.0, 1.0, 0.1]\n"
    "```\n"
    "\n"
    "## 1 One idea\n"
    "\n"
    "Say it, show it, then ask.\n"
    "\n"
    "```xent show\n"
    ">>> z\n"
    "[2.0, 1.0, 0.1]\n"
    "```\n"
    "\n"
    "Which of the three is the largest?\n"
    "\n"
    "```xent task\n"
    "max(z)\n"
    "```\n"
    "- hint: Python has a function for it.\n"
    "- wrong `min(z)`: That is the smallest.\n"
    "- why: The largest score belongs to the likeliest class.\n"
    "\n"
    "## 2 A question without computing\n"
    "\n"
    "If all three grow by 5, the largest\n"
    "\n"
    "- [x] stays the largest - only differences count.\n"
    "- [ ] becomes another one - try it: `z + [5, 5, 5]`.\n";

bool lessonrewrite_skeleton(const char *path) {
  return save_new(path, skeleton, sizeof skeleton - 1);
}
