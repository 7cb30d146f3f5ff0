/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record.h"

#include "app/command.h"
#include "app/recordhead.h"
#include "base/err.h"
#include "base/mem.h"

#include <string.h>

enum { LONGEST = 1 << 16, MOST = 4096, BYTES = 1 << 20 };

static Buf texts;      /* inputs one after another, each with its NUL */
static size_t *starts; /* of each input */
static size_t count, cap;

static const Command *command_in(const char *text, size_t n) {
  const char *rest;
  size_t rest_len;
  return command_of_line(text, n, &rest, &rest_len);
}

/* Saving is no part of what is saved. */
static bool is_save(const char *text, size_t n) {
  const Command *c = command_in(text, n);
  return c && !strcmp(c->name, "save");
}

/* A pipe of a million lines is no session to save: the first ones are kept. */
void record_input(const char *text, size_t n, bool fine) {
  if (!fine || n > LONGEST || count == MOST || texts.len > BYTES ||
      is_save(text, n))
    return;
  if (!mem_grow((void **)&starts, &cap, count + 1, sizeof *starts)) {
    err_clear();
    return;
  }
  starts[count] = texts.len;
  buf_add(&texts, text, n);
  buf_char(&texts, '\0');
  if (!texts.failed)
    count++;
}

size_t record_count(void) {
  return count;
}

static void put_head(Buf *out) {
  RecordHead head = {0};
  for (size_t i = 0; i < count; i++)
    if (!command_in(texts.text + starts[i], strlen(texts.text + starts[i])))
      recordhead_meet(&head, texts.text + starts[i]);
  recordhead_put(&head, out);
  recordhead_free(&head);
}

void record_script(Buf *out) {
  put_head(out);
  for (size_t i = 0; i < count; i++) {
    const char *text = texts.text + starts[i];
    bool command = command_in(text, strlen(text));
    buf_fmt(out, "%s%s\n", command ? "# " : "", text);
  }
}

/* >>> before the first line of an input, ... before the others. */
static void add_transcript(Buf *out, const char *text) {
  buf_str(out, ">>> ");
  for (; *text; text++) {
    buf_char(out, *text);
    if (*text == '\n')
      buf_str(out, "... ");
  }
  buf_char(out, '\n');
}

void record_lesson(Buf *out) {
  buf_str(out, "<!-- xent-lesson 1 | A saved session | skip: on -->\n"
               "# A saved session\n\n"
               "What was typed, in order.\n\n```xent show\n");
  for (size_t i = 0; i < count; i++)
    add_transcript(out, texts.text + starts[i]);
  buf_str(out, "```\n");
}

void record_free(void) {
  buf_free(&texts);
  mem_free(starts);
  starts = NULL;
  count = cap = 0;
}
