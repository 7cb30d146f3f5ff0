/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the classes and functions of the library files say of themselves: the
   first line of a docstring is one line of help, an example follows as in a
   doctest. */
#ifndef XENT_LIB_DOCSTRING_H
#define XENT_LIB_DOCSTRING_H

#include "lang/value.h"

/* The docstring of a class or function, or NULL. It lives as long as v. */
const char *docstring_of(Value v);

/* The first line, into out. */
void docstring_summary(const char *doc, Buf *out);

/* The lines after >>> and ..., and what they print. False: no example. */
bool docstring_example(const char *doc, Buf *code, Buf *result);

/* "(in_features, out_features, bias)": what calling v takes. */
void docstring_parameters(Value v, Buf *out);

#endif
