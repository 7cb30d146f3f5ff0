/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picture.h"

#include "app/output.h"
#include "base/err.h"
#include "show/textplot.h"

#include <string.h>
#include <unistd.h>

enum { MOST_COLUMNS = 120, LEAST_ROWS = 10, MOST_ROWS = 30, OTHER_ROWS = 8 };

static Gnuplot *window; /* one for all pictures of the session */
static bool no_window;  /* it failed: not tried again unless asked for */

Gnuplot *picture_open(PictureWish wish) {
  if (wish.file)
    return gnuplot_open(wish.file);
  if (!window)
    window = gnuplot_open(NULL);
  return window;
}

void picture_close(Gnuplot *g) {
  if (g != window)
    gnuplot_close(g);
}

void picture_free(void) {
  gnuplot_close(window);
  window = NULL;
}

/* The first line of a text, its stop taken off. */
static int sentence(const Buf *b) {
  const char *text = buf_text(b);
  int n = 0;
  while (text[n] && text[n] != '\n')
    n++;
  return n > 0 && text[n - 1] == '.' ? n - 1 : n;
}

void picture_sorry(PictureWish wish) {
  const Err *e = err_now();
  bool named = strstr(buf_text(&e->text), "gnuplot");
  output_error_fmt("%s%.*s; %s%sdrawing as text\n",
                   named ? "" : "gnuplot: ", sentence(&e->text),
                   buf_text(&e->text), wish.file ? wish.file : "",
                   wish.file ? " was not written; " : "");
  err_clear();
}

void picture_wrote(PictureWish wish) {
  if (wish.file && (output_options.terminal || isatty(STDERR_FILENO)))
    output_error_fmt("wrote %s\n", wish.file);
}

static int clamp(int value, int low, int high) {
  return value < low ? low : value > high ? high : value;
}

bool picture_text(const Plot *p, bool on_stderr) {
  TextplotOptions o = {
      .columns = clamp(output_options.columns, 20, MOST_COLUMNS),
      .rows = clamp(output_options.rows - OTHER_ROWS, LEAST_ROWS, MOST_ROWS),
      .colour = output_options.color};
  Buf text = BUF_EMPTY;
  bool ok = textplot_draw(p, o, &text);
  if (ok && on_stderr)
    output_error(buf_text(&text), text.len);
  else if (ok)
    output_buf(&text);
  buf_free(&text);
  return ok;
}

static bool wants_window(PictureWish wish) {
  return wish.asked ||
         (output_options.terminal && gnuplot_has_display() && !no_window);
}

bool picture_is_text(PictureWish wish) {
  return !wish.file && (!wants_window(wish) || !gnuplot_has_display());
}

bool picture_show(const Plot *p, PictureWish wish) {
  if (!wish.file && !wants_window(wish))
    return picture_text(p, false);
  Gnuplot *g = picture_open(wish);
  if (!g && wish.file)
    return false;
  bool shown = g && gnuplot_show(g, p);
  picture_close(g);
  if (shown)
    return picture_wrote(wish), true;
  if (err_now()->type == ERR_KeyboardInterrupt)
    return false;
  no_window |= !wish.file;
  picture_sorry(wish);
  bool aside = wish.file && !output_options.terminal;
  return picture_text(p, aside) && !wish.file;
}
