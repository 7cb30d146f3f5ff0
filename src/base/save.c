/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/save.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/fd.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ANYONE = 0666 };

/* Opens path with the flags and writes all of text to it. */
static bool write_to(const char *path, int flags, mode_t mode, const char *text,
                     size_t n) {
  int fd = open(path, O_WRONLY | O_CLOEXEC | flags, mode);
  bool ok = fd >= 0 && fd_write_all(fd, text, n) &&
            (fsync(fd) == 0 || errno == EINVAL /* a device */);
  return fd >= 0 && close(fd) == 0 && ok;
}

/* A file of its own, which does not stay half written; errno says why not. */
static bool make(const char *path, mode_t mode, const char *text, size_t n) {
  if (write_to(path, O_CREAT | O_EXCL, mode, text, n))
    return true;
  int why = errno;
  if (why != EEXIST)
    unlink(path);
  errno = why;
  return false;
}

static bool replace(const char *path, const char *beside, mode_t mode,
                    const char *text, size_t n) {
  if (!make(beside, mode, text, n))
    return err_os(errno, path);
  if (rename(beside, path) == 0)
    return true;
  err_os(errno, path);
  unlink(beside);
  return false;
}

bool save_file(const char *path, const char *text, size_t n) {
  struct stat st;
  bool there = lstat(path, &st) == 0;
  if (there && !S_ISREG(st.st_mode))
    return write_to(path, O_TRUNC, 0, text, n) || err_os(errno, path);
  Buf beside = BUF_EMPTY;
  buf_fmt(&beside, "%s.new.%ld", path, (long)getpid());
  bool ok =
      !beside.failed && replace(path, buf_text(&beside),
                                there ? st.st_mode & 0777 : ANYONE, text, n);
  buf_free(&beside);
  return ok;
}

bool save_new(const char *path, const char *text, size_t n) {
  return make(path, ANYONE, text, n) || err_os(errno, path);
}
