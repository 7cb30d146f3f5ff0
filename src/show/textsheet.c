/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textsheet.h"

#include "base/glyph.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "show/field.h"

#include <math.h>
#include <string.h>

/* --- opening --- */

/* Every group of a series has an owner of its own. */
int textsheet_owner(const Plot *p, size_t i) {
  size_t n = 0;
  for (size_t k = 0; k < i; k++)
    n += (size_t)p->series[k]->groups;
  return (int)(n % 200) + 1;
}

/* The sign of a mark that was asked for; NULL where any sign will do. */
static const char *asked_sign(PlotMark m) {
  static const char *const signs[PLOT_MARKS][2] = {
      [PLOT_CROSS] = {"×", "x"},   [PLOT_PLUS] = {"+", "+"},
      [PLOT_DIAMOND] = {"◆", "d"}, [PLOT_SQUARE] = {"■", "#"},
      [PLOT_UP] = {"▲", "^"},      [PLOT_DOWN] = {"▼", "v"},
      [PLOT_STAR] = {"★", "*"},    [PLOT_RING] = {"○", "o"},
      [PLOT_DOT] = {"·", "."}};
  return signs[m][glyph_ascii()];
}

static bool is_taken(const TextSheet *s, int owner, const char *sign) {
  for (int i = 1; i < owner; i++)
    if (s->looks[i].sign && !strcmp(s->looks[i].sign, sign))
      return true;
  return false;
}

/* The first of the usual signs that no series before has. */
static const char *free_sign(const TextSheet *s, int owner) {
  for (int i = 0; i < CANVAS_SIGNS; i++)
    if (!is_taken(s, owner, canvas_sign(owner - 1 + i)))
      return canvas_sign(owner - 1 + i);
  return canvas_sign(owner - 1);
}

static bool has_marks(const PlotSeries *d) {
  return d->style == PLOT_POINTS || d->style == PLOT_LINE_POINTS;
}

static void choose_look(TextSheet *s, const PlotSeries *d, int owner,
                        int group) {
  static const char digits[] = "0\0001\0002\0003\0004\0005\0006\0007\0008\0009";
  static const char *const patterns[] = {[PLOT_SOLID] = "1",
                                         [PLOT_DASHED] = "11110000",
                                         [PLOT_DOTTED] = "100",
                                         [PLOT_DASH_DOT] = "1111110010010"};
  CanvasLook *k = &s->looks[owner];
  const char *asked = asked_sign(d->look.mark);
  if (d->groups > CANVAS_SIGNS && group < 10)
    k->sign = digits + 2 * group;
  else if (has_marks(d))
    k->sign = asked && !is_taken(s, owner, asked) ? asked : free_sign(s, owner);
  if (d->look.dash > PLOT_SOLID || (d->look.dash && !d->label))
    k->pattern = patterns[d->look.dash];
  if (d->look.coloured && !d->dots)
    k->colour = canvas_tint(d->look.rgb);
}

static void choose_looks(TextSheet *s) {
  for (size_t i = 0; i < s->p->count; i++) {
    const PlotSeries *d = s->p->series[i];
    int owner = textsheet_owner(s->p, i);
    for (int g = 0; g < d->groups && owner + g < CANVAS_GUIDE; g++)
      choose_look(s, d, owner + g, g);
    for (size_t k = 0; d->dots && k < d->n; k++)
      s->looks[owner + d->dots[k].group].colour = canvas_tint(d->dots[k].rgb);
  }
}

static void swap(double *a, double *b) {
  double was = *a;
  *a = *b;
  *b = was;
}

static bool copy_texts(TextSheet *s) {
  bool fine = true;
  for (size_t i = 0; i < s->p->guide_count; i++) {
    const char *label = s->p->guides[i].label;
    if (label)
      buf_visible(&s->guide_text[i], label, strlen(label), false);
    fine &= !s->guide_text[i].failed;
  }
  for (size_t i = 0; i < s->p->text_count; i++) {
    const char *text = s->p->texts[i].text;
    buf_visible(&s->text_text[i], text, strlen(text), true);
    fine &= !s->text_text[i].failed;
  }
  return fine;
}

bool textsheet_open(TextSheet *s, const Plot *p) {
  *s = (TextSheet){.p = p, .box = plot_box(p)};
  if (p->xflip)
    swap(&s->box.x0, &s->box.x1);
  if (p->yflip)
    swap(&s->box.y0, &s->box.y1);
  s->guide_text = mem_zeroed(p->guide_count, sizeof *s->guide_text);
  s->text_text = mem_zeroed(p->text_count, sizeof *s->text_text);
  s->looks = mem_zeroed(TEXTSHEET_OWNERS, sizeof *s->looks);
  if (!s->guide_text || !s->text_text || !s->looks)
    return false;
  choose_looks(s);
  s->looks[CANVAS_GUIDE].pattern = "1";
  return copy_texts(s);
}

void textsheet_close(TextSheet *s) {
  for (size_t i = 0; s->guide_text && i < s->p->guide_count; i++)
    buf_free(&s->guide_text[i]);
  for (size_t i = 0; s->text_text && i < s->p->text_count; i++)
    buf_free(&s->text_text[i]);
  mem_free(s->guide_text);
  mem_free(s->text_text);
  mem_free(s->looks);
  canvas_close(&s->c);
}

/* --- from values to dots --- */

static double to_x(const TextSheet *s, double x) {
  return plot_part(x, s->box.x0, s->box.x1, s->p->xlog) * (s->c.dw - 1);
}

static double to_y(const TextSheet *s, double y) {
  return (1 - plot_part(y, s->box.y0, s->box.y1, s->p->ylog)) * (s->c.dh - 1);
}

/* The cell of a place in dots, or -1 outside. */
static int cell_of(double dot, int dots, int cells) {
  return dot < -0.5 || dot >= dots - 0.5 ? -1
                                         : (int)lround(dot) / (dots / cells);
}

int textsheet_row(const TextSheet *s, double y) {
  return cell_of(to_y(s, y), s->c.dh, s->c.h);
}

int textsheet_column(const TextSheet *s, double x) {
  return cell_of(to_x(s, x), s->c.dw, s->c.w);
}

/* Dots far outside are all the same; this keeps them within an int. */
static int whole(double dot) {
  return (int)lround(fmax(-1e6, fmin(1e6, dot)));
}

/* --- series --- */

static void draw_line(TextSheet *s, const PlotSeries *d, int owner) {
  CanvasPen pen = canvas_pen(owner);
  double x = 0, y = 0;
  for (size_t i = 0, run = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i)) {
      run = 0;
      continue;
    }
    double u = to_x(s, d->x[i]), v = to_y(s, d->y[i]);
    bool alone = i + 1 == d->n || !plot_drawable(s->p, d, i + 1);
    if (!run && alone)
      canvas_mark(&s->c, whole(u), whole(v), owner);
    if (run && d->style == PLOT_STEPS)
      canvas_line(&s->c, &pen, x, y, u, y);
    if (run)
      canvas_line(&s->c, &pen, d->style == PLOT_STEPS ? u : x, y, u, v);
    run++;
    x = u;
    y = v;
  }
}

/* Points are signs, which tell series apart, or bare dots where one series
   has so many that signs would cover each other. */
static void draw_points(TextSheet *s, const PlotSeries *d, int owner) {
  bool dots = s->p->count == 1 && d->n > 100 && d->groups == 1;
  for (size_t i = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i))
      continue;
    int x = whole(to_x(s, d->x[i])), y = whole(to_y(s, d->y[i]));
    if (dots)
      canvas_dot(&s->c, x, y, owner);
    else
      canvas_mark(&s->c, x, y, owner + (d->dots ? d->dots[i].group : 0));
  }
}

/* One upright bar: every second dot of the later series' bars is left out,
   which tells them apart. */
static void draw_bar(TextSheet *s, int x0, int x1, int y0, int y1, int owner) {
  for (int x = x0 < 0 ? 0 : x0; x <= x1 && x < s->c.dw; x++)
    for (int y = y0 < 0 ? 0 : y0; y <= y1 && y < s->c.dh; y++)
      if (owner == 1 || s->c.ascii || (x + y) % 2)
        canvas_dot(&s->c, x, y, owner);
}

static void draw_bars(TextSheet *s, const PlotSeries *d, int owner) {
  double zero = s->p->ylog ? s->c.dh - 1 : to_y(s, 0);
  for (size_t i = 0; i < d->n; i++) {
    if (!plot_drawable(s->p, d, i))
      continue;
    int left = whole(to_x(s, d->x[i] - d->width / 2));
    int right = whole(to_x(s, d->x[i] + d->width / 2)) - 1;
    double top = to_y(s, d->y[i]);
    draw_bar(s, left, right < left ? left : right, whole(fmin(top, zero)),
             whole(fmax(top, zero)), owner);
  }
}

static int clamp(int v, int low, int high) {
  return v > high ? high : v < low ? low : v;
}

/* One box that is seen through lies below everything, as a shade. */
static void draw_pale(TextSheet *s, const PlotSeries *d, int x0, int x1, int y0,
                      int y1) {
  int across = s->c.dw / s->c.w, down = s->c.dh / s->c.h;
  int last_row = clamp(y1, 0, s->c.dh - 1) / down;
  int last = clamp(x1, 0, s->c.dw - 1) / across;
  for (int row = clamp(y0, 0, s->c.dh) / down; row <= last_row; row++)
    for (int column = clamp(x0, 0, s->c.dw) / across; column <= last; column++)
      canvas_shade(&s->c, column, row, 1, canvas_tint(d->look.rgb));
}

/* A box leaves its last dot to the next one, but not to the frame. */
static int box_end(const TextSheet *s, double end) {
  int x = whole(end);
  return x - (x < s->c.dw - 1 && !s->c.ascii);
}

static void draw_boxes(TextSheet *s, const PlotSeries *d, int owner) {
  double floor = s->c.dh - 1;
  for (size_t i = 0; i < d->n; i++) {
    double a = to_x(s, d->x[i]), b = to_x(s, d->u[i]);
    double y = to_y(s, d->y[i]), v = to_y(s, d->v[i]);
    if (s->p->ylog) {
      y = isfinite(y) ? y : floor;
      v = isfinite(v) ? v : floor;
    }
    if (!isfinite(a) || !isfinite(b) || !isfinite(y) || !isfinite(v) || y == v)
      continue;
    if (d->n == 1 && d->look.alpha > 0.5)
      draw_pale(s, d, whole(fmin(a, b)), whole(fmax(a, b)), whole(fmin(y, v)),
                whole(fmax(y, v)));
    else
      draw_bar(s, whole(fmin(a, b)), box_end(s, fmax(a, b)), whole(fmin(y, v)),
               whole(fmax(y, v)), owner);
  }
}

/* Every other dot between two curves, column by column. */
static void draw_area(TextSheet *s, const PlotSeries *d, int owner) {
  for (size_t i = 0; i + 1 < d->n; i++) {
    double a = to_x(s, d->x[i]), b = to_x(s, d->x[i + 1]);
    for (int x = whole(fmax(0, a)); x <= b && x < s->c.dw; x++) {
      double t = b > a ? (x - a) / (b - a) : 0;
      double y = to_y(s, d->y[i] + t * (d->y[i + 1] - d->y[i]));
      double v = to_y(s, d->v[i] + t * (d->v[i + 1] - d->v[i]));
      int low = whole(fmin(fmax(y, v), s->c.dh - 1));
      for (int k = whole(fmax(0, fmin(y, v))); k <= low; k++)
        if (s->c.ascii || (k % 2 == 0 && (x + k / 2) % 2 == 0))
          canvas_dot(&s->c, x, k, owner);
    }
  }
}

static void draw_series(TextSheet *s, size_t i) {
  static void (*const draw[])(TextSheet *, const PlotSeries *, int) = {
      [PLOT_LINE] = draw_line,  [PLOT_POINTS] = draw_points,
      [PLOT_STEPS] = draw_line, [PLOT_LINE_POINTS] = draw_line,
      [PLOT_BARS] = draw_bars,  [PLOT_BOXES] = draw_boxes,
      [PLOT_AREA] = draw_area};
  const PlotSeries *d = s->p->series[i];
  int owner = textsheet_owner(s->p, i);
  draw[d->style](s, d, owner);
  if (d->style == PLOT_LINE_POINTS)
    draw_points(s, d, owner);
}

/* --- fields --- */

int textsheet_shades(const Field *f) {
  size_t most = f->cells ? CANVAS_SHADES : CANVAS_SHADES - 1;
  if (f->bands <= most)
    return (int)f->bands;
  return f->cells ? CANVAS_SHADES : CANVAS_SHADES - 2;
}

int textsheet_shade(const Field *f, int band) {
  int darkest = f->cells ? CANVAS_SHADES - 1 : textsheet_shades(f) - 1;
  return f->bands < 2 ? 1
                      : (int)lround(band * darkest / (double)(f->bands - 1));
}

static void shade_cell(TextSheet *s, const Field *f, int column, int row) {
  double x = s->box.x0 + (column + 0.5) / s->c.w * (s->box.x1 - s->box.x0);
  double y = s->box.y1 + (row + 0.5) / s->c.h * (s->box.y0 - s->box.y1);
  int band = field_band(f, field_at(f, x, y));
  if (band >= 0)
    canvas_shade(&s->c, column, row, textsheet_shade(f, band),
                 canvas_tint(f->pixels ? 0 : f->colours[band]));
}

static void draw_field(TextSheet *s, const Field *f) {
  if (!f->filled || s->p->xlog || s->p->ylog)
    return;
  for (int row = 0; row < s->c.h; row++)
    for (int column = 0; column < s->c.w; column++)
      shade_cell(s, f, column, row);
}

/* --- texts --- */

/* One line of a text with its place in cells; blanks keep it off the rest. */
static void draw_line_of_text(TextSheet *s, int column, int row,
                              const char *line, int n) {
  bool room = column > 0 && column + n < s->c.w;
  if (room) {
    canvas_text(&s->c, column - 1, row, " ", CANVAS_NOBODY);
    canvas_text(&s->c, column + n, row, " ", CANVAS_NOBODY);
  }
  if (column >= 0 && row >= 0 && row < s->c.h)
    canvas_text(&s->c, column, row, line, CANVAS_NOBODY);
}

static void draw_text(TextSheet *s, const PlotText *t, Buf *text) {
  double x = t->framed ? t->x * (s->c.dw - 1) : to_x(s, t->x);
  double y = t->framed ? (1 - t->y) * (s->c.dh - 1) : to_y(s, t->y);
  if (!isfinite(x) || !isfinite(y) || fabs(x) > 1e6 || fabs(y) > 1e6)
    return;
  if (t->arrow) {
    CanvasPen pen = canvas_pen(CANVAS_GUIDE);
    canvas_line(&s->c, &pen, x, y, to_x(s, t->to_x), to_y(s, t->to_y));
  }
  int column = whole(x) * s->c.w / s->c.dw, row = whole(y) * s->c.h / s->c.dh;
  row -= t->up > 0 && !t->framed ? 1 : 0;
  for (char *line = text->len ? text->text : NULL; line; row++) {
    char *end = strchr(line, '\n');
    if (end)
      *end = '\0';
    int n = (int)utf8_width(line);
    int at = t->across > 0   ? column
             : t->across < 0 ? column - n
                             : column - n / 2;
    draw_line_of_text(s, clamp(at, 0, s->c.w - n), row, line, n);
    line = end ? end + 1 : NULL;
  }
}

/* --- guides --- */

/* The name at the axis: what stands before " = " in the label. */
enum { AXIS_NAME = 10 }; /* columns */

size_t textsheet_short_name(const char *label) {
  const char *eq = strstr(label, " = ");
  size_t n = eq ? (size_t)(eq - label) : strlen(label);
  return utf8_fit(label, n, AXIS_NAME);
}

/* The full label goes onto the line, at its right end, where the axis could
   not show all of it and no curve is in the way. */
static void label_level(TextSheet *s, int row, const char *text) {
  int n = (int)utf8_width(text), at = s->c.w - n - 4;
  if (textsheet_short_name(text) < strlen(text) && at > 0 &&
      canvas_empty(&s->c, at - 1, row, n + 2)) {
    canvas_text(&s->c, at, row, text, CANVAS_GUIDE);
    canvas_text(&s->c, at - 1, row, " ", CANVAS_GUIDE);
    canvas_text(&s->c, at + n, row, " ", CANVAS_GUIDE);
  }
}

static void draw_level(TextSheet *s, const PlotGuide *g, const char *text) {
  int row = s->p->ylog && g->at <= 0 ? -1 : textsheet_row(s, g->at);
  if (row < 0)
    return;
  label_level(s, row, text);
  for (int i = 0; i < s->c.w; i++)
    if (canvas_empty(&s->c, i, row, 1))
      canvas_text(&s->c, i, row, glyph(GLYPH_DASHED), CANVAS_GUIDE);
}

static void draw_upright(TextSheet *s, const PlotGuide *g, const char *text) {
  int column = s->p->xlog && g->at <= 0 ? -1 : textsheet_column(s, g->at);
  if (column < 0)
    return;
  int n = (int)utf8_width(text);
  int at = column + 2 + n <= s->c.w ? column + 2 : column - 1 - n;
  if (n && canvas_empty(&s->c, at, 0, n))
    canvas_text(&s->c, at, 0, text, CANVAS_GUIDE);
  int step = s->c.ascii ? 1 : 2, x = whole(to_x(s, g->at));
  for (int y = 0; y < s->c.dh; y += step)
    if (!s->c.ascii || canvas_empty(&s->c, column, y, 1))
      canvas_dot(&s->c, x, y, CANVAS_GUIDE);
}

static void draw_guides(TextSheet *s) {
  for (size_t i = 0; i < s->p->guide_count; i++) {
    const PlotGuide *g = &s->p->guides[i];
    if (!isfinite(g->at))
      continue;
    if (g->vertical)
      draw_upright(s, g, buf_text(&s->guide_text[i]));
    else
      draw_level(s, g, buf_text(&s->guide_text[i]));
  }
}

void textsheet_draw(TextSheet *s) {
  for (size_t i = 0; i < s->p->field_count; i++)
    draw_field(s, s->p->fields[i]);
  for (size_t i = 0; i < s->p->count; i++)
    draw_series(s, i);
  draw_guides(s);
  for (size_t i = 0; i < s->p->text_count; i++)
    draw_text(s, &s->p->texts[i], &s->text_text[i]);
}
