/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where files lie: a user's own in the XDG base directories, and what comes
   with the program. */
#ifndef XENT_BASE_PATHS_H
#define XENT_BASE_PATHS_H

#include <stdbool.h>

typedef enum PathsKind {
  PATHS_CONFIG, /* $XDG_CONFIG_HOME, default ~/.config */
  PATHS_STATE,  /* $XDG_STATE_HOME, default ~/.local/state */
  PATHS_DATA    /* $XDG_DATA_HOME, default ~/.local/share */
} PathsKind;

/* "FOLDER/xent/NAME"; the caller calls mem_free. As XDG says, a folder that
   does not begin with / is ignored. NULL with the error record filled when
   there is no home folder either. Nothing is made. */
char *paths_of(PathsKind kind, const char *name);

/* Calls visit for each folder where what comes with the program may lie, until
   that returns false: the folders of $XENT_PATH, $XDG_DATA_HOME/xent,
   `installed` unless it is NULL, and `sub` of the source tree when the program
   lies in it. False: visit's failure, or MemoryError. */
bool paths_each(const char *installed, const char *sub,
                bool (*visit)(void *self, const char *folder), void *self);

/* Makes the folders that the file `path` shall lie in, mode 0700. False with
   an OSError in the record. */
bool paths_make_parents(const char *path);

#endif
