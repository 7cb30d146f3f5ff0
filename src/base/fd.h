/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole reads and writes of file descriptors; a signal in between is no
   failure. */
#ifndef XENT_BASE_FD_H
#define XENT_BASE_FD_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends all that can be read, NUL-terminated. False: errno says why (EFBIG:
   out would be longer than `most` bytes), or out->failed: no memory, and the
   error record is filled. */
bool fd_read_all(int fd, size_t most, Buf *out);

/* Writes n bytes; false: errno says why. */
bool fd_write_all(int fd, const char *bytes, size_t n);

#endif
