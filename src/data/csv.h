/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in files: a line of column names, then lines of numbers. */
#ifndef XENT_DATA_CSV_H
#define XENT_DATA_CSV_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct CsvTable {
  int64_t rows, columns;
  char **names; /* of the columns */
  double *x;    /* rows x columns */
} CsvTable;

/* The table in the file; blank lines do not count. False: an OSError, or a
   ValueError that names file, line, column and value. */
bool csv_table_read(const char *path, CsvTable *out);

/* The same from a text; `name` is what errors call it. */
bool csv_table_parse(const char *name, const char *text, size_t n,
                     CsvTable *out);

void csv_table_free(CsvTable *t);

/* Where a data set lies that comes with xent ("iris.csv"), appended. False:
   FileNotFoundError. */
bool csv_find(const char *file, Buf *path);

#endif
