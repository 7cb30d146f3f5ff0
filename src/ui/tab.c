/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tab.h"

#include "app/complete.h"
#include "app/session.h"
#include "base/err.h"

#include <readline/readline.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What Readline's word breaking and matching both need of one key press. */
static Completion found;

/* Readline looks for the word's start itself: it is given the signs that end
   words of this sort. */
static char *word_breaks(void) {
  static char of_names[] = " \t\n!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";
  static char of_options[] = " \t\n\"'=";
  complete_free(&found);
  found = (Completion){0};
  if (!complete_line(rl_line_buffer, (size_t)rl_end, (size_t)rl_point, &found))
    err_clear();
  for (size_t i = found.start; i < (size_t)rl_point; i++)
    if (strchr(of_names, rl_line_buffer[i]))
      return of_options;
  return of_names;
}

/* Readline frees what it gets. */
static char *word_at(size_t i) {
  return i < found.n ? strdup(found.words[i]) : NULL;
}

static char *common_start(void) {
  size_t n = strlen(found.words[0]);
  for (size_t i = 1; i < found.n; i++) {
    size_t same = 0;
    while (same < n && found.words[i][same] == found.words[0][same])
      same++;
    n = same;
  }
  return strndup(found.words[0], n);
}

static char **matches(const char *text, int start, int end) {
  (void)text, (void)start, (void)end;
  rl_attempted_completion_over = !found.files;
  rl_completion_append_character = found.files ? ' ' : found.after;
  rl_sort_completion_matches = found.files;
  if (found.n == 0)
    return NULL;
  char **all = calloc(found.n + 2, sizeof *all);
  if (!all)
    return NULL;
  all[0] = common_start();
  for (size_t i = 0; i < found.n && found.n > 1; i++)
    all[i + 1] = word_at(i);
  return all;
}

static bool is_line_start(void) {
  int i = rl_point;
  while (i > 0 && rl_line_buffer[i - 1] == ' ')
    i--;
  return i == 0 || rl_line_buffer[i - 1] == '\n';
}

/* At the start of a line of a block Tab indents. */
static int indent_or_complete(int count, int key) {
  if (is_line_start() && (rl_point > 0 || session_pending()))
    return rl_insert_text("    "), 0;
  if (rl_last_func == indent_or_complete)
    rl_last_func = rl_complete; /* so that the second Tab lists */
  return rl_complete(count, key);
}

void tab_install(void) {
  rl_add_defun("indent-or-complete", indent_or_complete, '\t');
  rl_bind_key_in_map('\t', indent_or_complete, vi_insertion_keymap);
  rl_completion_word_break_hook = word_breaks;
  rl_attempted_completion_function = matches;
  rl_completer_quote_characters = "";
}
