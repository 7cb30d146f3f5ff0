/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source texts and places in them. A Span is a half-open range of bytes; a
   source is counted, because functions outlive the line that defined them. */
#ifndef XENT_BASE_SOURCE_H
#define XENT_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Source {
  uint32_t refs;
  uint32_t first_line; /* number of its first line, 1 for a file */
  size_t len;
  bool hidden; /* of a library: errors show where it was called */
  bool cell;   /* of a notebook: lines of % and ! are not Python */
  char *name;  /* file name, or "<prompt>"; both lie behind the struct */
  char *text;  /* NUL-terminated */
} Source;

typedef struct Span {
  uint32_t from, to;
} Span;

/* Line and column (from 1, columns in characters), and the line's bytes. */
typedef struct SourcePlace {
  uint32_t line, column;
  const char *text;
  size_t len;
} SourcePlace;

/* Copies name and text; one reference belongs to the caller. NULL with the
   error record filled. */
Source *source_new(const char *name, const char *text, size_t len);
Source *source_ref(Source *s);
void source_unref(Source *s);

SourcePlace source_place(const Source *s, uint32_t offset);

#endif
