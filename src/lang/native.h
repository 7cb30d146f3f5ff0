/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions written in C that the language calls. A table row says all: name,
   parameters, function, one line of help. Parameters are a text:

       "x"            required
       "x=None"       None when not given; likewise =True =False =3 =0.5 ='t'
       "x?"           absent (VALUE_ABSENT) when not given
       "*args"        a tuple of the remaining positional ones
       "**named"      a dict of the remaining named ones
       "*"            what follows is given by name only
       "/"            what precedes is given by position only

   The function gets one value per parameter, in this order, all borrowed, and
   returns a value that the caller owns. */
#ifndef XENT_LANG_NATIVE_H
#define XENT_LANG_NATIVE_H

#include "lang/value.h"

typedef struct Native {
  const char *name;
  const char *params;
  Value (*call)(const Value *args);
  const char *help;
  const char *example, *result; /* for help and the example test; may be NULL */
} Native;

enum { NATIVE_MAX_PARAMS = 24 };

extern const struct Type native_type; /* lang/type.h */

/* A function value for the row (the same one each time is fine). self is
   absent for functions; for bound methods it becomes args[0]. */
Value native_value(const Native *row, Value self);

/* Calls the row: binds, checks, runs. TypeErrors in CPython's words. */
Value native_call(const Native *row, Value self, const CallArgs *args);

/* The row of a VALUE_TYPE_NATIVE value. */
const Native *native_row(Value v);

/* TypeError: the function has no such keyword; or the refusal of a keyword
   that the real libraries' functions take. False. */
bool native_unknown_keyword(const char *function, const char *name);

/* The names that can be given as name=value, for completion: how many were
   written. */
int native_keywords(const Native *row, const Sym **names, int room);

/* Releases what was read from the rows' texts (at exit). */
void native_free(void);

#endif
