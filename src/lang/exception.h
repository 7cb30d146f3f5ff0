/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pending error as an exception instance, and back. */
#ifndef XENT_LANG_EXCEPTION_H
#define XENT_LANG_EXCEPTION_H

#include "lang/class.h"

/* The class of an exception type, the same one each time; borrowed. */
Value exception_class(ErrType type);

/* A new reference to the pending error as an instance; the error is taken out
   of the record. */
Value exception_catch(void);

/* Fills the error record so that the class or instance is raised; TypeError
   "exceptions must derive from BaseException". Always false. */
bool exception_raise(Value exception);

/* The name to show for an error: a learner's own class has its own. */
const char *exception_name(const Err *e);

/* Releases the classes (at exit). */
void exception_free(void);

#endif
