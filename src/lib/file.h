/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open(): text files for reading. */
#ifndef XENT_LIB_FILE_H
#define XENT_LIB_FILE_H

#include "lang/native.h"

/* args: file, mode, buffering, encoding, errors, newline */
Value file_open(const Value *args);

/* The bytes of a file, at most 1 GiB. False: OSError. */
bool file_read(const char *path, Buf *b);

/* Releases the class (at exit). */
void file_free(void);

#endif
