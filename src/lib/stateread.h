/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the texts of lib/statefile.h. */
#ifndef XENT_LIB_STATEREAD_H
#define XENT_LIB_STATEREAD_H

#include "lang/value.h"

/* The value of such a text; path is for errors. Absent: an error. */
Value stateread_value(const char *path, const char *text, size_t n);

#endif
