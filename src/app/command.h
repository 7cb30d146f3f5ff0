/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands stand beside the language: explain, plot, train, lesson, help ...
   One row each; the prompt, completion, help and the command line (`xent train
   binary`) all read the rows. */
#ifndef XENT_APP_COMMAND_H
#define XENT_APP_COMMAND_H

#include "app/session.h"

#include <stdbool.h>
#include <stddef.h>

/* What completion offers after the name. */
typedef enum CommandWords {
  COMMAND_NOTHING,
  COMMAND_EXPRESSION, /* names and attributes, as at the prompt */
  COMMAND_FILES,
  COMMAND_LESSONS,
  COMMAND_TOPICS, /* what help knows */
  COMMAND_LISTED  /* the words of `choices` */
} CommandWords;

typedef struct Command {
  const char *name;
  const char *usage;   /* "train binary|multi [epochs=N] [lr=X] ..." */
  const char *help;    /* one line */
  const char *details; /* more lines, or NULL */
  CommandWords words;
  const char *choices; /* blank-separated, "epochs=" means a value follows */
  /* text is what follows the name, without blanks around it. */
  SessionReply (*run)(const char *text, size_t n);
} Command;

/* Ended by a row without a name; in the order of help. */
extern const Command commands_table[];

const Command *command_named(const char *name, size_t n);

/* The command that a line calls, or NULL when it is Python: a line that
   starts with a command's name is that command unless what follows makes it
   Python (= . ( [ an operator) or the name has been bound; %name always is.
   *rest and *rest_len get what follows the name. */
const Command *command_of_line(const char *line, size_t n, const char **rest,
                               size_t *rest_len);

/* Splits "binary epochs=50 lr=0.1 --plot=x.svg --epochs 50" into words and
   options; quotes as in Python. All texts lie in `memory`. */
typedef struct CommandOption {
  const char *name; /* NULL: a bare word */
  const char *value;
} CommandOption;

enum { COMMAND_MAX_OPTIONS = 32 };

typedef struct CommandOptions {
  int n;
  CommandOption items[COMMAND_MAX_OPTIONS];
  char *memory;
} CommandOptions;

/* `flags`: blank-separated names that take no value ("screen"). False with the
   error record filled. */
bool command_options_read(const char *text, size_t n, const char *flags,
                          CommandOptions *out);
/* The words as they are, without options among them: "x.py --lr 0.1". */
bool command_words_read(const char *text, size_t n, CommandOptions *out);
void command_options_free(CommandOptions *o);

#endif
