/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marching squares: each cell of four places is crossed by none, one or two
   straight pieces; pieces that share a side of a cell are joined, so that
   dashes run on. */
#include "show/contour.h"

#include "base/mem.h"

#include <math.h>

/* A side of a cell: 2 * place for the one to the right of a place, 2 * place
   + 1 for the one above it. */
typedef size_t Side;

typedef struct Piece {
  Side end[2];
  bool drawn;
} Piece;

typedef struct March {
  const Field *f;
  double level;
  Piece *pieces;
  size_t n, cap;
  size_t (*at)[2]; /* 1 + the pieces at a side, 0: none */
  PlotSeries *out;
} March;

static bool add_piece(March *m, Side from, Side to) {
  if (!mem_grow((void **)&m->pieces, &m->cap, m->n + 1, sizeof *m->pieces))
    return false;
  m->pieces[m->n++] = (Piece){{from, to}, false};
  for (int i = 0; i < 2; i++) {
    size_t *at = m->at[m->pieces[m->n - 1].end[i]];
    at[at[0] != 0] = m->n;
  }
  return true;
}

/* The sides of a cell that the level crosses, counterclockwise from below;
   with four of them the mean of the corners says which ones belong together. */
static bool march_cell(March *m, size_t i, size_t k) {
  size_t nx = m->f->nx, here = k * nx + i;
  const double *z = m->f->z;
  double corner[] = {z[here], z[here + 1], z[here + nx + 1], z[here + nx]};
  Side sides[] = {2 * here, 2 * (here + 1) + 1, 2 * (here + nx), 2 * here + 1};
  Side crossed[4];
  int n = 0;
  double sum = 0;
  for (int c = 0; c < 4; c++) {
    sum += corner[c];
    if ((corner[c] >= m->level) != (corner[(c + 1) % 4] >= m->level))
      crossed[n++] = sides[c];
  }
  if (isnan(sum) || n == 0)
    return true;
  if (n == 2)
    return add_piece(m, crossed[0], crossed[1]);
  bool turn = (sum / 4 >= m->level) == (corner[0] >= m->level);
  return add_piece(m, crossed[0], crossed[turn ? 1 : 3]) &&
         add_piece(m, crossed[turn ? 3 : 1], crossed[2]);
}

static bool add_crossing(March *m, Side side) {
  const Field *f = m->f;
  size_t place = side / 2, i = place % f->nx, k = place / f->nx;
  bool up = side % 2;
  double from = f->z[place], to = f->z[place + (up ? f->nx : 1)];
  double t = (m->level - from) / (to - from);
  double x = f->x[i], y = f->y[k];
  if (up)
    y += t * (f->y[k + 1] - y);
  else
    x += t * (f->x[i + 1] - x);
  return plot_add_point(m->out, x, y);
}

/* The other piece at a side that is not drawn yet, or NULL. */
static Piece *next_at(March *m, Side side) {
  for (int i = 0; i < 2; i++)
    if (m->at[side][i] && !m->pieces[m->at[side][i] - 1].drawn)
      return &m->pieces[m->at[side][i] - 1];
  return NULL;
}

/* Draws from a side on along the pieces; a gap ends the line. */
static bool follow(March *m, Side side) {
  bool fine = add_crossing(m, side);
  for (Piece *p; fine && (p = next_at(m, side));) {
    p->drawn = true;
    side = p->end[p->end[0] == side];
    fine = add_crossing(m, side);
  }
  return fine && plot_add_point(m->out, NAN, NAN);
}

/* Open lines first, from their ends; what is left are rings. */
static bool draw(March *m) {
  for (int rings = 0; rings < 2; rings++)
    for (size_t i = 0; i < m->n; i++)
      for (int e = 0; e < 2; e++) {
        Side side = m->pieces[i].end[e];
        if (!m->pieces[i].drawn && (rings || !m->at[side][1]) &&
            !follow(m, side))
          return false;
      }
  return true;
}

PlotSeries *contour_add(Plot *p, const Field *f, double level) {
  March m = {.f = f, .level = level};
  m.out = plot_add_series(p, PLOT_LINE, NULL);
  m.at = mem_zeroed(2 * f->nx * f->ny, sizeof *m.at);
  bool fine = m.out && m.at;
  for (size_t k = 0; fine && k + 1 < f->ny; k++)
    for (size_t i = 0; fine && i + 1 < f->nx; i++)
      fine = march_cell(&m, i, k);
  fine = fine && draw(&m);
  mem_free(m.at);
  mem_free(m.pieces);
  return fine ? m.out : NULL;
}
