/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picture.h"

#include "app/output.h"
#include "base/err.h"
#include "base/note.h"
#include "lang/interp.h"
#include "show/textfigure.h"

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

static void say_failure(const char *file, const char *then) {
  const Err *e = err_now();
  bool named = strstr(buf_text(&e->text), "gnuplot");
  output_error_fmt("%s%.*s", named ? "" : "gnuplot: ", sentence(&e->text),
                   buf_text(&e->text));
  if (file)
    output_error_fmt("; %s was not written", file);
  output_error_fmt("%s%s\n", *then ? "; " : "", then);
  err_clear();
}

void picture_sorry(PictureWish wish) {
  say_failure(wish.file, "drawing as text");
}

void picture_wrote(PictureWish wish) {
  if (wish.file && (output_options.terminal || isatty(STDERR_FILENO)))
    output_error_fmt("wrote %s\n", wish.file);
}

static int clamp(int value, int low, int high) {
  return value < low ? low : value > high ? high : value;
}

static TextplotOptions text_options(void) {
  return (TextplotOptions){
      .columns = clamp(output_options.columns, 20, MOST_COLUMNS),
      .rows = clamp(output_options.rows - OTHER_ROWS, LEAST_ROWS, MOST_ROWS),
      .colour = output_options.color};
}

/* Writes what was drawn, and releases it. */
static bool put_text(Buf *text, bool ok, bool on_stderr) {
  if (ok && on_stderr)
    output_error(buf_text(text), text->len);
  else if (ok)
    output_buf(text);
  buf_free(text);
  return ok;
}

bool picture_text(const Plot *p, bool on_stderr) {
  Buf text = BUF_EMPTY;
  bool ok = textplot_draw(p, text_options(), &text);
  return put_text(&text, ok, on_stderr);
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

/* --- figures -------------------------------------------------------------- */

bool picture_has_window(void) {
  return gnuplot_has_display() && !no_window &&
         (interp.strict || output_options.terminal);
}

/* The session's pictures are results; a file's results are what it prints, and
   its pictures are for whoever watches. */
static bool is_watched(void) {
  return !interp.strict || isatty(STDERR_FILENO);
}

static void say_unseen(void) {
  NotePlace here = note_place;
  note_place = (NotePlace){0}; /* once, wherever it is */
  note_add("note", "plt.show() has no window and no terminal here; "
                   "plt.savefig('picture.png') writes a file");
  note_place = here;
}

static bool text_of_figure(const Figure *f) {
  Buf text = BUF_EMPTY;
  bool ok = textfigure_draw(f, text_options(), &text);
  return put_text(&text, ok, interp.strict);
}

bool picture_figure(const Figure *f, const char *file) {
  PictureWish wish = {.file = file};
  bool watched = is_watched();
  if (!file && !picture_has_window() && !watched)
    return say_unseen(), true;
  if (!file && !picture_has_window())
    return text_of_figure(f);
  Gnuplot *g = picture_open(wish);
  if (!g && file)
    return false;
  bool shown = g && gnuplot_show_figure(g, f);
  picture_close(g);
  if (shown || err_now()->type == ERR_KeyboardInterrupt)
    return shown;
  no_window |= !file;
  say_failure(file, watched ? "drawing as text" : "");
  return !watched || text_of_figure(f);
}
