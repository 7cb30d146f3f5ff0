/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as data. Options come first; what follows a FILE belongs to
   the script, what follows a command's name to the command. */
#ifndef XENT_APP_OPTIONS_H
#define XENT_APP_OPTIONS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum OptionsColor {
  OPTIONS_COLOR_AUTO,
  OPTIONS_COLOR_ALWAYS,
  OPTIONS_COLOR_NEVER
} OptionsColor;

/* Texts are borrowed from argv. */
typedef struct Options {
  const char **exprs; /* of -e, in order */
  int n_exprs;
  bool stay; /* -i */
  bool ascii, no_init, help, version;
  OptionsColor color;
  const char *warnings; /* "error", "on", "off", or NULL */
  bool seeded;
  uint64_t seed;
  const char *file; /* "-" is standard input; NULL: none */
  const char *name; /* of the command, or NULL */
  Buf command;      /* as it would be typed: "%train binary epochs=9" */
  int argc;         /* the file and its arguments */
  char *const *argv;
} Options;

/* False: wrong usage, and *wrong says why in one line. */
bool options_read(int argc, char **argv, Options *out, Buf *wrong);
void options_free(Options *o);

/* What --help prints. */
extern const char options_help[];

#endif
