/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line in, a reply out: what the prompt, a pipe, -e, lessons and tests all
   talk to. Replies go through output.h. There is one session a process, as
   there is one interpreter. */
#ifndef XENT_APP_SESSION_H
#define XENT_APP_SESSION_H

#include "lang/value.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum SessionReply {
  SESSION_OK,
  SESSION_ERROR,     /* said on stderr; the session goes on */
  SESSION_MORE,      /* the text is not complete: prompt with "... " */
  SESSION_QUIT,      /* the learner said quit */
  SESSION_STOPPED,   /* Ctrl-C; the session goes on */
  SESSION_UNREADABLE /* the file cannot be read, said; the session goes on */
} SessionReply;

/* Makes interpreter, library and watchers. False: out of memory, said. */
bool session_start(void);
void session_free(void);

/* One more line (without its newline) of what is being typed. Runs what is
   complete. */
SessionReply session_line(const char *line, size_t n);

/* No more lines come: an open block is run, an open bracket is an error. */
SessionReply session_end(void);

/* Whether lines wait for more; forgets them. */
bool session_pending(void);
void session_cancel(void);

/* A whole text with the session's rules (-e, the init file). */
SessionReply session_text(const char *name, const char *text, size_t n);

/* A script (strict) or notebook (by its name .ipynb); "-" is stdin. Stops at
   the first error. argv: the file and its arguments, or argc 0. */
SessionReply session_file(const char *path, int argc, char *const *argv);

/* Runs a notebook and shows where its output is not the stored one. */
SessionReply session_compare(const char *path, int argc, char *const *argv);

/* Whether any line failed so far (the status of a piped session). */
bool session_failed(void);

/* Who listens while a lesson runs; every entry may be NULL. */
typedef struct SessionWatch {
  /* True if this line is an answer that must not be evaluated (a quiz, a
     prediction); answer then gets it. */
  bool (*takes)(const char *text, size_t n);
  SessionReply (*answer)(const char *text, size_t n);
  /* an empty line at an idle prompt */
  SessionReply (*blank)(void);
  /* the value of an expression statement, before it is echoed (borrowed) */
  void (*value)(Value v);
  /* after a whole input was run, commands included */
  void (*done)(const char *text, size_t n, SessionReply reply);
} SessionWatch;

/* NULL: nobody. */
void session_watch(const SessionWatch *w);

#endif
