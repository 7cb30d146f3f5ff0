/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif
#include "base/clock.h"
#include "show/gnuplot.h"

#include "base/env.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/stop.h"
#include "show/gnufile.h"
#include "show/gnuframe.h"
#include "show/gnupipe.h"
#include "show/gnuscript.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef GNUPLOT_PATH
#define GNUPLOT_PATH "gnuplot"
#endif

enum { /* milliseconds */
       FRAME = 100,
       LOOK = 5,
       WINDOW_PATIENCE = 2000,
       FILE_PATIENCE = 10000,
       STOPPED_PATIENCE = 300,
       CLOSED_LOOKS = 4, /* looks, until a closed input is taken for an end */
       LEAVE = 500       /* to end by itself when its input is closed */
};
enum { SAID_MAX = 1000, APPEND_MAX = 2000, BLOCK_MAX = 20000 };

struct Gnuplot {
  Gnupipe pipe;
  Gnufile file; /* file.name NULL: a window */
  int patience;
  char terminal[16]; /* "" until it has said what it can do */
  bool running, no_terminal, asked, refused;
  bool lost;  /* it died or slept although it could have drawn the file */
  int closed; /* how often its input was found closed */
  long ack;   /* the number asked last; `asked`: its answer is not there */
  const Plot *live;
  const Figure *figure; /* instead of a live plot */
  size_t *sent;         /* points of each series that it has */
  size_t sent_count, sent_cap, shown_series;
  long long next_look, next_frame;
  char doing[16]; /* what it is at */
  Buf said;       /* its complaints since the last answer */
};

static long long now_ms(void) {
  return (long long)(clock_coarse() * 1000);
}

bool gnuplot_has_display(void) {
  return env_has("DISPLAY") || env_has("WAYLAND_DISPLAY");
}

Gnuplot *gnuplot_open(const char *file) {
  if (!file && !gnuplot_has_display()) {
    err_set(ERR_RuntimeError, "there is no display for a window");
    err_hint("write a file: --plot=NAME.svg");
    return NULL;
  }
  Gnuplot *g = mem_zeroed(1, sizeof *g);
  if (!g)
    return NULL;
  g->pipe.to = g->pipe.from = -1;
  g->file = GNUFILE_WINDOW;
  g->patience = file ? FILE_PATIENCE : WINDOW_PATIENCE;
  if (!file || gnufile_open(&g->file, file))
    return g;
  gnuplot_close(g);
  return NULL;
}

void gnuplot_patience(Gnuplot *g, int ms) {
  g->patience = ms;
}

/* --- starting and ending --- */

static void end(Gnuplot *g, int ms) {
  if (g->running)
    gnupipe_stop(&g->pipe, ms, g->file.name);
  g->running = g->asked = false;
  g->terminal[0] = '\0';
  g->no_terminal = g->refused = false;
  g->sent_count = 0;
  g->closed = 0;
  buf_clear(&g->said);
}

void gnuplot_close(Gnuplot *g) {
  if (!g)
    return;
  end(g, LEAVE);
  gnufile_close(&g->file);
  mem_free(g->sent);
  buf_free(&g->said);
  mem_free(g);
}

/* Asks for an answer that says whether an error occurred since the last. */
static void ask(Gnuplot *g) {
  buf_fmt(&g->pipe.queue, "print \"ACK %ld \", GPVAL_ERRNO\nreset errors\n",
          ++g->ack);
  g->asked = true;
}

static void begin(Gnuplot *g, const char *what) {
  buf_fmt(&g->pipe.queue, "print \"AT %s\"\n", what);
}

static bool start_program(Gnuplot *g) {
  const char *own = getenv("XENT_GNUPLOT");
  if (own && *own)
    return gnupipe_start(&g->pipe, own);
  if (gnupipe_start(&g->pipe, GNUPLOT_PATH))
    return true;
  return strchr(GNUPLOT_PATH, '/') && gnupipe_start(&g->pipe, "gnuplot");
}

static bool start(Gnuplot *g) {
  if (g->running)
    return true;
  if (!start_program(g))
    return err_hint("install gnuplot, or name it in XENT_GNUPLOT; the text "
                    "form needs nothing");
  g->running = true;
  buf_str(&g->pipe.queue, "set encoding utf8\n"
                          "print \"TERMINALS \", GPVAL_TERMINALS\n");
  ask(g);
  if (!g->pipe.queue.failed)
    return true;
  end(g, 0);
  return false;
}

/* --- what it says --- */

static bool listed(const char *list, const char *name) {
  size_t n = strlen(name);
  for (const char *at = list; (at = strstr(at, name)); at += n)
    if ((at == list || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
      return true;
  return false;
}

static void choose_terminal(Gnuplot *g, const char *list) {
  static const char *const windows[] = {"qt", "wxt", "x11", NULL};
  const char *const *names =
      g->file.name ? gnufile_terminals(&g->file) : windows;
  for (; *names; names++)
    if (listed(list, *names)) {
      snprintf(g->terminal, sizeof g->terminal, "%s", *names);
      return;
    }
  g->no_terminal = true;
}

static void hear_answer(Gnuplot *g, const char *numbers) {
  long ack = 0;
  int error = 0;
  if (sscanf(numbers, "%ld %d", &ack, &error) < 1 || ack != g->ack)
    return;
  g->asked = false;
  g->refused = error != 0;
  if (!error)
    buf_clear(&g->said); /* warnings */
}

static void hear_line(Gnuplot *g, const char *line) {
  line += strspn(line, " \t\r");
  if (!strncmp(line, "ACK ", 4))
    hear_answer(g, line + 4);
  else if (!strncmp(line, "TERMINALS ", 10))
    choose_terminal(g, line + 10);
  else if (!strncmp(line, "AT ", 3))
    snprintf(g->doing, sizeof g->doing, "%.15s", line + 3);
  else if (*line && *line != '^' && g->said.len < SAID_MAX) {
    size_t n = strlen(line);
    buf_str(&g->said, g->said.len ? "; " : "");
    buf_visible(&g->said, line, n < 300 ? n : 300, false);
  }
}

/* Moves what can be moved and hears all whole lines. */
static long move(Gnuplot *g) {
  long moved = gnupipe_move(&g->pipe);
  if (g->pipe.to < 0 && ++g->closed >= CLOSED_LOOKS)
    moved = -1;
  Buf *b = &g->pipe.said;
  char *at = b->text, *line_end;
  while (b->len && (line_end = strchr(at, '\n'))) {
    *line_end = '\0';
    hear_line(g, at);
    at = line_end + 1;
  }
  if (moved < 0 && b->len && *at) {
    hear_line(g, at);
    at += strlen(at);
  }
  if (b->len && at > b->text) {
    b->len -= (size_t)(at - b->text);
    memmove(b->text, at, b->len + 1);
  }
  return moved;
}

/* A file needs gnuplot at the end only: one that could draw and died, or
   sleeps, is replaced then. */
static bool may_begin_again(const Gnuplot *g) {
  return g->file.name && g->terminal[0] && !g->refused;
}

/* --- failing: each fills the error record and ends the process --- */

static bool fail(Gnuplot *g, const char *what) {
  Buf text = BUF_EMPTY;
  buf_str(&text, what);
  if (g->said.len)
    buf_fmt(&text, *g->doing ? "; to `%s` it said: %s" : "%s; it said: %s",
            g->doing, buf_text(&g->said));
  err_set(ERR_RuntimeError, "%s", buf_text(&text));
  buf_free(&text);
  end(g, 0);
  return false;
}

static bool fail_dead(Gnuplot *g) {
  g->lost = may_begin_again(g);
  Buf text = BUF_EMPTY;
  buf_str(&text, "gnuplot ");
  gnupipe_fate(&g->pipe, &text);
  fail(g, buf_text(&text));
  buf_free(&text);
  return false;
}

static bool fail_stopped(Gnuplot *g) {
  g->lost = may_begin_again(g);
  return fail(g, "gnuplot was stopped (SIGSTOP) and does not draw");
}

static bool fail_refused(Gnuplot *g) {
  return fail(g, "gnuplot could not draw the picture");
}

static bool fail_terminal(Gnuplot *g) {
  char what[80];
  snprintf(what, sizeof what, "this gnuplot cannot %s%s",
           g->file.name ? "write ." : "open a window (qt, wxt or x11)",
           g->file.name ? gnufile_kind(&g->file) : "");
  return fail(g, what);
}

/* What went wrong so far, if anything. */
static bool check(Gnuplot *g) {
  if (g->said.failed || g->pipe.said.failed) {
    err_memory(0);
    end(g, 0);
    return false;
  }
  if (g->pipe.ended || g->closed >= CLOSED_LOOKS)
    return fail_dead(g);
  if (g->no_terminal)
    return fail_terminal(g);
  return !g->refused || fail_refused(g);
}

/* --- frames --- */

static bool fits_append(const Gnuplot *g, const Plot *p) {
  if (g->sent_count != p->count || !p->count)
    return false;
  for (size_t i = 0; i < p->count; i++)
    if (!g->sent[i] || p->series[i]->n < g->sent[i] ||
        p->series[i]->n > BLOCK_MAX ||
        p->series[i]->n - g->sent[i] > APPEND_MAX)
      return false;
  return true;
}

static bool has_news(const Gnuplot *g) {
  if (g->sent_count != g->live->count || !g->sent_count)
    return true;
  for (size_t i = 0; i < g->sent_count; i++)
    if (g->sent[i] != g->live->series[i]->n)
      return true;
  return false;
}

static bool mark_sent(Gnuplot *g, const Plot *p) {
  if (!mem_grow((void **)&g->sent, &g->sent_cap, p->count, sizeof *g->sent))
    return false;
  for (size_t i = 0; i < p->count; i++)
    g->sent[i] = p->series[i]->n;
  g->sent_count = p->count;
  return true;
}

static void queue_whole(Gnuplot *g, const Plot *p) {
  Buf *q = &g->pipe.queue;
  begin(g, "set");
  gnuframe_settings(q, p);
  gnuframe_ranges(q, p);
  for (size_t i = 0; i < p->count; i++)
    gnuscript_data(q, p, i);
  begin(g, "plot");
  gnuscript_plot(q, p);
}

static void queue_picture(Gnuplot *g) {
  Buf *q = &g->pipe.queue;
  begin(g, "set terminal");
  gnufile_terminal(&g->file, g->terminal, q);
  if (g->file.name) {
    begin(g, "set output");
    gnufile_output(&g->file, q);
  }
  if (g->figure) {
    begin(g, "plot");
    gnuframe_figure(q, g->figure);
  } else
    queue_whole(g, g->live);
  if (g->file.name)
    buf_str(q, "unset output\n");
}

static void queue_growth(Gnuplot *g, const Plot *p) {
  Buf *q = &g->pipe.queue;
  for (size_t i = 0; i < p->count; i++)
    gnuscript_append(q, p, i, g->sent[i]);
  gnuframe_ranges(q, p);
  if (p->latest) {
    gnuscript_plot(q, p);
  } else
    buf_str(q, "replot\n");
}

/* The next frame may come after FRAME, later where making one took long: at
   most a thirtieth of the time goes into frames. */
static bool send_frame(Gnuplot *g) {
  const Plot *p = g->live;
  long long begun = now_ms();
  if (g->file.name && !gnufile_make(&g->file))
    return false;
  if (!g->file.name && !g->figure && fits_append(g, p))
    queue_growth(g, p);
  else
    queue_picture(g);
  ask(g);
  if (g->pipe.queue.failed || (!g->figure && !mark_sent(g, p))) {
    end(g, 0);
    return false;
  }
  move(g);
  long long now = now_ms();
  g->next_frame = now + FRAME + 30 * (now - begun);
  return true;
}

static void forget_picture(Gnuplot *g) {
  g->live = NULL;
  g->figure = NULL;
}

static bool begin_picture(Gnuplot *g) {
  g->sent_count = 0;
  g->next_look = g->next_frame = 0;
  if (g->running && move(g) < 0)
    end(g, 0);
  if (!start(g)) {
    forget_picture(g);
    return false;
  }
  move(g);
  return true;
}

bool gnuplot_stream(Gnuplot *g, const Plot *p) {
  forget_picture(g);
  g->live = p;
  g->file.width = GNUFILE_WINDOW.width;
  g->file.height = GNUFILE_WINDOW.height;
  g->file.number = 0;
  return begin_picture(g);
}

bool gnuplot_pump(Gnuplot *g) {
  if (!g->live || !g->running)
    return true;
  long long now = now_ms();
  if (now < g->next_look)
    return true;
  g->next_look = now + (g->file.name && g->terminal[0] ? FRAME : LOOK);
  move(g);
  if (g->pipe.ended && may_begin_again(g)) {
    end(g, 0);
    return true;
  }
  bool fine = check(g);
  if (fine && !g->file.name && !g->asked && now >= g->next_frame && has_news(g))
    fine = send_frame(g);
  if (!fine)
    g->live = NULL;
  return fine;
}

/* --- waiting for the end --- */

/* Waits for the answer; for a window `until` is the end of all patience, for
   a file every progress begins it anew. */
static bool await_answer(Gnuplot *g, long long until) {
  long long stopped_since = now_ms();
  while (g->asked) {
    gnupipe_wait(&g->pipe, 20);
    long moved = move(g);
    long long now = now_ms();
    if (moved < 0 || g->said.failed || g->pipe.said.failed)
      return check(g);
    if (stop_flag && stop_taken()) {
      end(g, 0);
      return false;
    }
    if (moved > 0 && g->file.name)
      until = now + g->patience;
    if (!g->pipe.stopped)
      stopped_since = now;
    if (now - stopped_since > STOPPED_PATIENCE)
      return fail_stopped(g);
    if (now > until)
      return fail(g, "gnuplot does not answer");
  }
  return check(g);
}

static bool draw_last(Gnuplot *g) {
  long long until = now_ms() + g->patience;
  if (!start(g) || !await_answer(g, until))
    return false;
  if (g->file.name)
    until = now_ms() + g->patience;
  bool draw = g->file.name || g->figure || has_news(g) || !g->live->count;
  if (draw && (!send_frame(g) || !await_answer(g, until)))
    return false;
  return !g->file.name || gnufile_keep(&g->file);
}

bool gnuplot_finish(Gnuplot *g) {
  if (!g->live && !g->figure)
    return true;
  if (g->running)
    move(g);
  bool again = g->running && may_begin_again(g);
  if (again && (g->pipe.ended || g->pipe.stopped))
    end(g, 0);
  g->lost = false;
  bool fine = draw_last(g);
  if (!fine && g->lost) {
    err_clear();
    fine = draw_last(g);
  }
  if (!fine)
    gnufile_drop(&g->file);
  forget_picture(g);
  return fine;
}

bool gnuplot_show(Gnuplot *g, const Plot *p) {
  return gnuplot_stream(g, p) && gnuplot_finish(g);
}

bool gnuplot_show_figure(Gnuplot *g, const Figure *f) {
  forget_picture(g);
  g->figure = f;
  g->file.width = f->width;
  g->file.height = f->height;
  g->file.dpi = f->dpi;
  g->file.number = f->number;
  return begin_picture(g) && gnuplot_finish(g);
}
