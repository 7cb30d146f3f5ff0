/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a user's own files lie: the XDG base directories. */
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

/* Makes the folders that the file `path` shall lie in, mode 0700. False with
   an OSError in the record. */
bool paths_make_parents(const char *path);

#endif
