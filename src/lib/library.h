/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What torch, sklearn and matplotlib write in Python is written in Python here
   too: the files of src/lib/py, built into the program as texts, each run when
   one of its names is needed first. Its globals are its own. */
#ifndef XENT_LIB_LIBRARY_H
#define XENT_LIB_LIBRARY_H

#include "lang/value.h"

typedef struct LibraryText {
  const char *name; /* "torch_nn" for src/lib/py/torch_nn.py */
  const char *text;
} LibraryText;

/* Ended by a row without a name; scripts/embed writes it. */
extern const LibraryText library_texts[];

/* The file's own copy of its name, or NULL: there is no such file. */
const char *library_name(const char *file);

/* What the file calls `name`, a new reference; modules it imports are not
   counted. Absent without an error: it has no such name. Several files stand
   side by side, separated by blanks; only the one that defines the name is
   run. */
Value library_find(const char *files, const Sym *name);

/* Every public name of the files that is their own. */
void library_each(const char *files, void (*visit)(void *self, const char *),
                  void *self);

/* Whether a library is what runs: only then `_xent` can be imported. */
bool library_runs(void);

/* The next use of a file reads it anew (at exit). */
void library_free(void);

#endif
