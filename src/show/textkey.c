/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/textkey.h"

#include "base/utf8.h"
#include "show/field.h"

#include <string.h>

enum { SAMPLE = 5, GAP = 3 }; /* columns */

static bool is_line(PlotStyle style) {
  return style == PLOT_LINE || style == PLOT_STEPS || style == PLOT_LINE_POINTS;
}

static bool is_filled(PlotStyle style) {
  return style == PLOT_BARS || style == PLOT_BOXES || style == PLOT_AREA;
}

/* A sample as the series is drawn: a piece of its line, its marker, its bar. */
static bool add_sample(const TextSheet *s, size_t i, bool colour, Buf *out) {
  const PlotSeries *d = s->p->series[i];
  bool like = d->like >= 0 && (size_t)d->like < s->p->count;
  int owner =
      textsheet_owner(s->p, like ? (size_t)d->like : i) + (like ? d->group : 0);
  Canvas c;
  if (!canvas_open(&c, is_line(d->style) ? SAMPLE : 1, 1))
    return false;
  c.looks = s->looks;
  CanvasPen pen = canvas_pen(owner);
  if (is_line(d->style))
    canvas_line(&c, &pen, 0, c.dh / 2, c.dw - 1, c.dh / 2);
  if (d->style == PLOT_POINTS || (is_filled(d->style) && c.ascii))
    canvas_mark(&c, 0, 0, owner);
  if (d->style == PLOT_LINE_POINTS)
    canvas_mark(&c, c.dw / 2, 0, owner);
  for (int k = 0; is_filled(d->style) && !c.ascii && k < 8; k++)
    if (owner == 1 || (k / 4 + k % 4) % 2)
      canvas_dot(&c, k / 4, k % 4, owner);
  canvas_show_row(&c, 0, colour, out);
  canvas_close(&c);
  return true;
}

/* Puts an entry of so many columns behind the others, or into the next line. */
static void put(TextKey *k, const Buf *entry, size_t n, size_t columns) {
  int i = k->lines ? k->lines - 1 : 0;
  size_t gap = k->columns[i] ? GAP : 0;
  if (k->columns[i] + gap + n > columns) {
    if (n > columns || i + 1 == TEXTKEY_LINES)
      return;
    i++;
    gap = 0;
  }
  k->lines = i + 1;
  buf_fill(&k->line[i], ' ', gap);
  buf_add(&k->line[i], buf_text(entry), entry->len);
  k->columns[i] += gap + n;
}

static bool add_series(TextKey *k, const TextSheet *s, size_t i, size_t columns,
                       bool colour) {
  const PlotSeries *d = s->p->series[i];
  Buf raw = BUF_EMPTY, text = BUF_EMPTY, entry = BUF_EMPTY;
  plot_legend_text(s->p, d, &raw);
  buf_visible(&text, buf_text(&raw), raw.len, false);
  bool fine = add_sample(s, i, colour, &entry);
  buf_fmt(&entry, " %s", buf_text(&text));
  size_t n = (is_line(d->style) ? SAMPLE : 1) + 1 + utf8_width(buf_text(&text));
  put(k, &entry, n, columns);
  fine = fine && !raw.failed && !text.failed && !entry.failed;
  buf_free(&raw);
  buf_free(&text);
  buf_free(&entry);
  return fine;
}

/* "0 .:%# 1": from the lowest to the highest value. */
static bool add_scale(TextKey *k, const TextSheet *s, size_t columns) {
  const Field *f = s->p->scale;
  Canvas c;
  Buf entry = BUF_EMPTY;
  int n = textsheet_shades(f), last = (int)f->bands - 1;
  if (!canvas_open(&c, n, 1))
    return false;
  for (int i = 0; i < n; i++)
    canvas_shade(&c, i, 0, textsheet_shade(f, n > 1 ? i * last / (n - 1) : 0),
                 0);
  buf_fmt(&entry, "%.4g ", f->bounds[0]);
  canvas_show_row(&c, 0, false, &entry);
  buf_fmt(&entry, " %.4g", f->bounds[f->bands]);
  if (s->p->scale_label) {
    buf_char(&entry, ' ');
    buf_visible(&entry, s->p->scale_label, strlen(s->p->scale_label), false);
  }
  put(k, &entry, utf8_width(buf_text(&entry)), columns);
  bool fine = !entry.failed;
  canvas_close(&c);
  buf_free(&entry);
  return fine;
}

bool textkey_make(TextKey *k, const TextSheet *s, size_t columns, bool colour) {
  bool fine = true;
  for (size_t i = 0; fine && plot_has_legend(s->p) && i < s->p->count; i++)
    if (s->p->series[i]->label)
      fine = add_series(k, s, i, columns, colour);
  if (fine && s->p->scale && s->p->scale->bands)
    fine = add_scale(k, s, columns);
  for (int i = 0; i < k->lines; i++)
    fine = fine && !k->line[i].failed;
  return fine;
}

void textkey_free(TextKey *k) {
  for (int i = 0; i < TEXTKEY_LINES; i++)
    buf_free(&k->line[i]);
}
