/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values over a rectangle, in bands of colours: filled contours (values at
   places, linear between them) and images (values in cells). */
#ifndef XENT_SHOW_FIELD_H
#define XENT_SHOW_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FIELD_BLANK = -1 };

typedef struct Field {
  size_t nx, ny;  /* values across and up */
  bool cells;     /* an image; else values at places */
  double *x, *y;  /* growing: nx and ny places, of cells nx+1 and ny+1 ends */
  double *z;      /* row by row, the lowest y first */
  size_t bands;   /* a value in bounds[i] .. bounds[i+1] has colours[i] */
  double *bounds; /* growing */
  uint32_t *colours; /* 0xRRGGBB */
  uint32_t *pixels;  /* of an image of colours: instead of bands; or NULL */
  bool clamp;        /* values beyond the bounds take the last colours */
  bool filled;       /* false: it only has lines (show/contour.h) */
  double alpha;      /* 0 is opaque */
} Field;

/* Memory for all parts, zeroed; NULL with the error record filled. */
Field *field_new(size_t nx, size_t ny, bool cells, size_t bands, bool pixels);
void field_free(Field *f);

double field_left(const Field *f);
double field_right(const Field *f);
double field_low(const Field *f);
double field_high(const Field *f);

/* The value at a place, nan outside. */
double field_at(const Field *f, double x, double y);
/* The band of a value, or FIELD_BLANK. */
int field_band(const Field *f, double v);
/* The colour at a place on white paper; white where there is none. */
uint32_t field_colour(const Field *f, double x, double y);
/* A colour with this alpha on white paper. */
uint32_t field_on_white(uint32_t rgb, double alpha);

#endif
