/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files, written so that a failure costs nothing. */
#ifndef XENT_BASE_SAVE_H
#define XENT_BASE_SAVE_H

#include <stdbool.h>
#include <stddef.h>

/* Writes beside the file and renames, keeping its permissions; what is no
   plain file (a link, a device) stays what it is. False: OSError. */
bool save_file(const char *path, const char *text, size_t n);

/* Only where there is no file yet. False: OSError. */
bool save_new(const char *path, const char *text, size_t n);

#endif
