/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been learnt: $XDG_STATE_HOME/xent/progress (mode 0600), a text file
   of one line per answer,

       TIME <tab> LESSON <tab> STEP <tab> VERDICT <tab> TRIES

   to which lines are only ever added, each by one write, so that a crash loses
   nothing and several sessions can share it. Its first line holds the seed
   that varies the learner's numbers. */
#ifndef XENT_TEACH_PROGRESS_H
#define XENT_TEACH_PROGRESS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* enum, word in the file */
#define PROGRESS_VERDICTS(X)                                                   \
  X(RIGHT, "right")                                                            \
  X(WRONG, "wrong")                                                            \
  X(SKIPPED, "skipped")                                                        \
  X(SOLUTION, "solution")                                                      \
  X(HELPED, "helped") /* right, after the answer was shown */

typedef enum ProgressVerdict {
#define X(name, word) PROGRESS_##name,
  PROGRESS_VERDICTS(X)
#undef X
      PROGRESS_VERDICT_COUNT
} ProgressVerdict;

/* Adds one line. False with the error record filled: the folder cannot be
   written, the disk is full ...; the lesson goes on. */
bool progress_add(const char *lesson, size_t step, ProgressVerdict verdict,
                  int tries);

typedef struct ProgressLine {
  const char *time, *lesson; /* valid during the visit */
  size_t step;
  ProgressVerdict verdict;
  int tries;
} ProgressLine;

/* Visits the lines in order; damaged ones are passed over and counted in
   *damaged (may be NULL). A missing file has no lines. False with the error
   record filled when it cannot be read. */
bool progress_read(void (*visit)(void *self, const ProgressLine *line),
                   void *self, size_t *damaged);

/* Sets done[i] for every step i < n of the lesson that was answered, with or
   without help. False with the error record filled: as progress_read. */
bool progress_answered(const char *lesson, bool *done, size_t n);

/* The seed for draw(): kept in the file, made on first use; if nothing can be
   written it holds for this session. */
uint64_t progress_seed(void);

/* The file as a table with a head line, for a teacher. */
bool progress_report(Buf *out);

#endif
