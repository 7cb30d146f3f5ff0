/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open(): text files for reading. */
#ifndef XENT_LIB_FILE_H
#define XENT_LIB_FILE_H

#include "lang/native.h"

/* args: file, mode, buffering, encoding, errors, newline */
Value file_open(const Value *args);

/* Releases the class (at exit). */
void file_free(void);

#endif
