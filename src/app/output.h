/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two streams of the program. Results go to `out`, everything else to
   `err`; what was written to out always reaches the reader before what is
   written to err afterwards. Buffered: flushed before the program waits. */
#ifndef XENT_APP_OUTPUT_H
#define XENT_APP_OUTPUT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct OutputOptions {
  bool terminal;   /* out is a terminal: bars, pager */
  bool color;      /* escape sequences are welcome */
  bool transcript; /* err goes to out, each line after "!! " */
  int columns;     /* of the terminal, 80 if there is none */
  int rows;
} OutputOptions;

extern OutputOptions output_options;

void output_write(const char *text, size_t n);
void output_str(const char *text);
void output_fmt(const char *format, ...) __attribute__((format(printf, 1, 2)));
void output_buf(const Buf *b);

void output_error(const char *text, size_t n);
void output_error_str(const char *text);
void output_error_fmt(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Writes what waits. False: the reader is gone or the disk is full (errno);
   said once on stderr by output_finish. */
bool output_flush(void);

/* At exit: flushes; false when not everything could be written. */
bool output_finish(void);

/* Sends everything into b instead (lessons, tests); NULL: back. Returns what
   was set before. */
Buf *output_capture(Buf *out);
Buf *output_capture_errors(Buf *err);

/* A style around text when colour is on, else "". */
typedef enum OutputStyle {
  OUTPUT_PLAIN,
  OUTPUT_ERROR,   /* red */
  OUTPUT_WARNING, /* yellow */
  OUTPUT_GOOD,    /* green */
  OUTPUT_DIM,
  OUTPUT_BOLD
} OutputStyle;
const char *output_style(OutputStyle s);

#endif
