/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the words that begin as the one being completed. */
#ifndef XENT_APP_COMPLETEWORDS_H
#define XENT_APP_COMPLETEWORDS_H

#include "app/command.h"
#include "app/complete.h"
#include "lang/value.h"

typedef struct Completewords {
  const char *prefix; /* borrowed */
  size_t prefix_len;
  char **words;
  size_t n, cap;
  bool failed;
} Completewords;

void completewords_prefix(Completewords *w, const char *prefix, size_t n);

/* Bound names, the prompt's names and builtins, Python's words. */
void completewords_names(Completewords *w);
void completewords_commands(Completewords *w);

/* What may follow the command's name, as its row says. */
void completewords_arguments(Completewords *w, const Command *c);

/* Of choices such as "optimizer=sgd" those that begin with key, behind it. */
void completewords_values(Completewords *w, const char *choices,
                          const char *key, size_t key_len);

/* Attributes and methods of a value; names of a module. */
void completewords_of_value(Completewords *w, Value v);
void completewords_of_module(Completewords *w, const char *dotted);

/* "dim=" and so on of a function, a class or a method. */
void completewords_keywords(Completewords *w, Value function);

/* A new reference to v.name; absent when there is none or when finding it
   would run the learner's code (a property). */
Value completewords_attribute(Value v, const Sym *name);

/* Gives the words to out, sorted and without doubles. False with the error
   record filled. */
bool completewords_finish(Completewords *w, Completion *out);

#endif
