/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worth telling without being an error: NumPy's RuntimeWarnings and
   the diagnostics of teach/. Nothing below app/ prints; notes wait here until
   the session shows them on stderr. */
#ifndef XENT_BASE_NOTE_H
#define XENT_BASE_NOTE_H

#include "base/buf.h"
#include "base/source.h"

#include <stdbool.h>

typedef struct Note {
  const char *category; /* "RuntimeWarning", "warning[W101]", "note[N601]" */
  Buf text;             /* one sentence, or several lines for diagnostics */
  Source *source;       /* where, or NULL */
  Span span;
} Note;

/* The evaluator says where it is, so that a kernel need not know. Borrowed:
   the evaluator clears it before the source can go. */
typedef struct NotePlace {
  Source *source;
  Span span;
} NotePlace;
extern NotePlace note_place;

/* Queues a note at note_place; the same category, text and place come once
   only until note_forget. Text is formatted. */
void note_add(const char *category, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes the oldest note out; false when there is none. The caller releases
   it with note_free. */
bool note_take(Note *out);
void note_free(Note *n);

/* Forgets which notes have been given (a new session). */
void note_forget(void);

#endif
