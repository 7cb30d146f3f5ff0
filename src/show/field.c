/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/field.h"

#include "base/mem.h"

#include <math.h>

enum { WHITE = 0xffffff };

Field *field_new(size_t nx, size_t ny, bool cells, size_t bands, bool pixels) {
  Field *f = mem_zeroed(1, sizeof *f);
  if (!f)
    return NULL;
  f->nx = nx;
  f->ny = ny;
  f->cells = cells;
  f->bands = bands;
  f->filled = true;
  f->x = mem_zeroed(nx + cells, sizeof *f->x);
  f->y = mem_zeroed(ny + cells, sizeof *f->y);
  f->z = mem_zeroed(nx, ny * sizeof *f->z);
  f->bounds = mem_zeroed(bands + 1, sizeof *f->bounds);
  f->colours = mem_zeroed(bands, sizeof *f->colours);
  if (pixels)
    f->pixels = mem_zeroed(nx, ny * sizeof *f->pixels);
  if (f->x && f->y && f->z && f->bounds && f->colours && (f->pixels || !pixels))
    return f;
  field_free(f);
  return NULL;
}

void field_free(Field *f) {
  if (!f)
    return;
  mem_free(f->x);
  mem_free(f->y);
  mem_free(f->z);
  mem_free(f->bounds);
  mem_free(f->colours);
  mem_free(f->pixels);
  mem_free(f);
}

double field_left(const Field *f) {
  return f->x[0];
}

double field_right(const Field *f) {
  return f->x[f->nx - !f->cells];
}

double field_low(const Field *f) {
  return f->y[0];
}

double field_high(const Field *f) {
  return f->y[f->ny - !f->cells];
}

/* The i with at[i] <= v <= at[i+1] of n growing numbers, or -1. */
static long stretch_of(const double *at, size_t n, double v) {
  if (!(v >= at[0] && v <= at[n - 1]))
    return -1;
  size_t low = 0, high = n - 1;
  while (high - low > 1) {
    size_t mid = (low + high) / 2;
    if (at[mid] <= v)
      low = mid;
    else
      high = mid;
  }
  return (long)low;
}

/* The number of the cell at a place, or -1. */
static long cell_at(const Field *f, double x, double y) {
  long i = stretch_of(f->x, f->nx + 1, x), k = stretch_of(f->y, f->ny + 1, y);
  return i < 0 || k < 0 ? -1 : k * (long)f->nx + i;
}

static double between(const Field *f, double x, double y) {
  long i = stretch_of(f->x, f->nx, x), k = stretch_of(f->y, f->ny, y);
  if (i < 0 || k < 0)
    return NAN;
  const double *z = f->z + k * (long)f->nx + i, *above = z + f->nx;
  double s = (x - f->x[i]) / (f->x[i + 1] - f->x[i]);
  double t = (y - f->y[k]) / (f->y[k + 1] - f->y[k]);
  double low = z[0] == z[1] ? z[0] : z[0] + s * (z[1] - z[0]);
  double high =
      above[0] == above[1] ? above[0] : above[0] + s * (above[1] - above[0]);
  return low == high ? low : low + t * (high - low);
}

double field_at(const Field *f, double x, double y) {
  if (!f->cells)
    return between(f, x, y);
  long cell = cell_at(f, x, y);
  return cell < 0 ? NAN : f->z[cell];
}

int field_band(const Field *f, double v) {
  if (isnan(v) || !f->bands)
    return FIELD_BLANK;
  if (v < f->bounds[0])
    return f->clamp ? 0 : FIELD_BLANK;
  if (v > f->bounds[f->bands])
    return f->clamp ? (int)f->bands - 1 : FIELD_BLANK;
  return (int)stretch_of(f->bounds, f->bands + 1, v);
}

uint32_t field_on_white(uint32_t rgb, double alpha) {
  uint32_t mixed = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    double v = rgb >> shift & 255;
    mixed |= (uint32_t)lround(v + (255 - v) * alpha) << shift;
  }
  return mixed;
}

uint32_t field_colour(const Field *f, double x, double y) {
  if (f->pixels) {
    long cell = cell_at(f, x, y);
    return cell < 0 ? WHITE : field_on_white(f->pixels[cell], f->alpha);
  }
  int band = field_band(f, field_at(f, x, y));
  return band < 0 ? WHITE : field_on_white(f->colours[band], f->alpha);
}
