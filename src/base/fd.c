/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fd.h"

#include <errno.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

bool fd_read_all(int fd, size_t most, Buf *out) {
  for (;;) {
    char *room = buf_room(out, CHUNK);
    ssize_t n = room ? read(fd, room, CHUNK) : -1;
    if (n < 0 && room && errno == EINTR)
      continue;
    if (n < 0)
      return false;
    out->len += (size_t)n;
    buf_add(out, "", 0);
    if (n == 0)
      return true;
    if (out->len > most)
      return errno = EFBIG, false;
  }
}

bool fd_write_all(int fd, const char *bytes, size_t n) {
  while (n) {
    ssize_t k = write(fd, bytes, n);
    if (k < 0 && errno == EINTR)
      continue;
    if (k < 0)
      return false;
    bytes += k;
    n -= (size_t)k;
  }
  return true;
}
