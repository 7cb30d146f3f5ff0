/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson as plain data: what lessonfile.h reads and everyone else walks.
   Everything lives in the lesson's arena. Lines count from 1. */
#ifndef XENT_TEACH_LESSON_H
#define XENT_TEACH_LESSON_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Prose is UTF-8 with these marks in it; a lesson's own text has no control
   characters, so nothing else can look like one. */
enum {
  LESSON_CODE = 1,
  LESSON_CODE_END,
  LESSON_EM,
  LESSON_EM_END,
  LESSON_STRONG,
  LESSON_STRONG_END,
  LESSON_BREAK /* a line ends here, whatever the width */
};

/* One `>>> ` of a transcript, its `... ` lines joined, and what it prints. */
typedef struct LessonEntry {
  const char *input;  /* without prompts */
  const char *output; /* lines ended by \n; "" if there are none */
  uint32_t line;
  uint32_t from, to; /* half-open range of lines of the output */
} LessonEntry;

/* What to say to a known wrong answer: one that equals the value of `expr`,
   or that earned the diagnostic `code`; the other of the two is NULL. */
typedef struct LessonWrong {
  const char *expr, *code;
  const char *words;
  uint32_t line;
} LessonWrong;

typedef struct LessonOption {
  const char *text, *words; /* words: "" if there are none */
  bool right;
  uint32_t line;
} LessonOption;

typedef struct LessonLine {
  const char *text;
  uint32_t line;
} LessonLine;

/* A task when `reference` is set, else a quiz. */
typedef struct LessonQuestion {
  uint32_t line;
  const char *reference;
  uint32_t reference_line;
  double tol;
  const char **uses, **forbid;
  size_t n_uses, n_forbid;
  const char *var; /* or NULL */
  bool blank, plot, train;
  LessonLine predict; /* text NULL: none */
  LessonWrong *wrongs;
  size_t n_wrongs;
  LessonOption *options;
  size_t n_options;
  LessonLine *hints;
  size_t n_hints;
  const char *why; /* or NULL */
} LessonQuestion;

typedef enum LessonBlockType {
  LESSON_PARAGRAPH, /* text */
  LESSON_HEADING,   /* text; of level 3 and below */
  LESSON_TABLE,     /* cells, row by row; the first row is the head */
  LESSON_VERBATIM,  /* text: an ordinary block of code */
  LESSON_RULE,
  LESSON_RUN,     /* text: code */
  LESSON_SHOW,    /* entries */
  LESSON_QUESTION /* the step's question stands here */
} LessonBlockType;

typedef struct LessonBlock {
  LessonBlockType type;
  uint32_t line; /* of the text's first line */
  const char *text;
  const char *marker; /* "*", "2.": begins a list item; or NULL */
  uint8_t indent;     /* depth of lists around it */
  uint8_t quote;      /* depth of quotes around it */
  uint32_t columns;
  const char **cells;
  size_t n_cells;
  LessonEntry *entries;
  size_t n_entries;
} LessonBlock;

/* Step 0 is what stands before the first `## `; it asks nothing. */
typedef struct LessonStep {
  const char *title; /* "" for step 0 */
  uint32_t line;
  LessonBlock *blocks;
  size_t n_blocks;
  LessonQuestion *question; /* or NULL */
} LessonStep;

typedef struct Lesson {
  Arena arena;
  const char *path;
  const char *name; /* file name without folder and .md */
  const char *title;
  const char **needs; /* names of other lessons */
  size_t n_needs;
  bool skip;         /* steps may be skipped */
  LessonStep *steps; /* [0] .. [n_steps - 1] */
  size_t n_steps;
  LessonLine *links; /* where they lead */
  size_t n_links;
} Lesson;

#endif
