/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare.h"

#include "app/notebook.h"
#include "app/output.h"
#include "app/reply.h"
#include "app/report.h"
#include "base/err.h"
#include "base/utf8.h"
#include "lang/exception.h"

#include <ctype.h>
#include <string.h>

typedef struct Counts {
  size_t cells, alike, differ, unstored;
} Counts;

/* --- running -------------------------------------------------------------- */

/* What a cell prints. */
typedef struct Printed {
  Buf text;
  size_t echo; /* where the last value begins, or the length */
} Printed;

static void mark_echo(void *self) {
  Printed *p = self;
  p->echo = p->text.len;
}

/* As Jupyter stores an error; what xent refuses is a sentence of its own. */
static void add_error(Buf *out) {
  const Err *e = err_now();
  if (e->type != ERR_Unsupported) {
    buf_str(out, exception_name(e));
    if (e->text.len)
      buf_str(out, ": ");
  }
  buf_add(out, buf_text(&e->text), e->text.len);
  if (e->type == ERR_Unsupported && e->source)
    buf_fmt(out, " (line %u)", source_place(e->source, e->span.from).line);
  buf_char(out, '\n');
}

/* False: Ctrl-C, or no memory for the text; the error is in the record. */
static bool run_cell(const char *name, size_t number, const NotebookCell *c,
                     Printed *p) {
  Buf errors = BUF_EMPTY;
  OutputOptions around = output_options;
  output_options.terminal = output_options.color = false; /* no pictures */
  Buf *out_before = output_capture(&p->text);
  Buf *err_before = output_capture_errors(&errors);
  p->echo = SIZE_MAX;
  bool ok = notebook_run_cell(name, number, c, mark_echo, p);
  report_notes();
  output_capture(out_before);
  output_capture_errors(err_before);
  output_options = around;
  buf_free(&errors);
  if (p->echo > p->text.len)
    p->echo = p->text.len;
  if (!ok && err_now()->type == ERR_KeyboardInterrupt)
    return false;
  if (!ok)
    add_error(&p->text);
  err_clear();
  return !p->text.failed || err_memory(p->text.len);
}

/* --- what is the same ----------------------------------------------------- */

static size_t address_length(const char *p) {
  size_t n = 2;
  if (p[0] != '0' || p[1] != 'x')
    return 0;
  while (isxdigit((unsigned char)p[n]))
    n++;
  return n > 8 ? n : 0;
}

/* `<Line2D object at 0x7f12...>` and Jupyter's `<Line2D at 0x7fe3...>`. */
static void add_nameless(Buf *out, const char *text) {
  static const char object[] = " object at 0x";
  while (*text) {
    size_t n = address_length(text);
    if (n) {
      buf_str(out, "0x...");
      text += n;
    } else if (!strncmp(text, object, sizeof object - 1)) {
      text += strlen(" object");
    } else {
      buf_char(out, *text++);
    }
  }
}

static Buf nameless(const Buf *text) {
  Buf out = BUF_EMPTY;
  add_nameless(&out, buf_text(text));
  while (out.len && out.text[out.len - 1] == '\n')
    out.text[--out.len] = '\0';
  return out;
}

static bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

static bool same_words(const char *a, const char *b) {
  for (;;) {
    if (is_blank(*a) && is_blank(*b)) {
      a += strspn(a, " \n");
      b += strspn(b, " \n");
    }
    if (*a != *b)
      return false;
    if (!*a)
      return true;
    a++;
    b++;
  }
}

/* The last values alike but for their line breaks, after equal printing. */
static bool same_but_broken(const NotebookCell *stored, const Printed *p) {
  if (stored->echo != p->echo ||
      memcmp(buf_text(&stored->output), buf_text(&p->text), p->echo))
    return false;
  Buf a = BUF_EMPTY, b = BUF_EMPTY;
  add_nameless(&a, buf_text(&stored->output) + p->echo);
  add_nameless(&b, buf_text(&p->text) + p->echo);
  bool same = same_words(buf_text(&a), buf_text(&b));
  buf_free(&a);
  buf_free(&b);
  return same;
}

/* --- showing -------------------------------------------------------------- */

/* One line of a text; text NULL: there is none any more. */
typedef struct Line {
  const char *text;
  size_t len;
} Line;

static Line take_line(const char **p) {
  if (!*p)
    return (Line){0};
  Line line = {*p, strcspn(*p, "\n")};
  *p = line.text[line.len] ? line.text + line.len + 1 : NULL;
  return line;
}

static bool same_line(Line a, Line b) {
  return !a.text == !b.text && a.len == b.len &&
         !memcmp(a.text ? a.text : "", b.text ? b.text : "", a.len);
}

static size_t common_bytes(Line a, Line b) {
  size_t n = 0;
  while (n < a.len && n < b.len && a.text[n] == b.text[n])
    n++;
  while (n && n < a.len && ((unsigned char)a.text[n] & 0xC0) == 0x80)
    n--;
  return n;
}

enum { BEFORE = 40, WIDEST = 66 }; /* columns shown of a long line */

/* What is left of a line from byte `from` on, as much as fits. */
static void show_line(const char *label, Line line, size_t from) {
  Buf out = BUF_EMPTY;
  buf_fmt(&out, "  %-8s", label);
  if (!line.text) {
    buf_str(&out, "(nothing more)");
  } else {
    size_t fits = utf8_fit(line.text + from, line.len - from, WIDEST);
    buf_str(&out, from ? "..." : "");
    buf_visible(&out, line.text + from, fits, false);
    buf_str(&out, from + fits < line.len ? "..." : "");
  }
  buf_char(&out, '\n');
  output_buf(&out);
  buf_free(&out);
}

/* Where to begin so that the byte `at` is seen. */
static size_t first_shown(Line line, size_t at) {
  if (utf8_columns(line.text, at) <= BEFORE)
    return 0;
  size_t from = at - BEFORE / 2;
  while (((unsigned char)line.text[from] & 0xC0) == 0x80)
    from--;
  return from;
}

static void show_mark(Line line, size_t from, size_t at) {
  Buf before = BUF_EMPTY, out = BUF_EMPTY;
  buf_visible(&before, line.text + from, at - from, false);
  size_t columns = utf8_columns(buf_text(&before), before.len);
  buf_fill(&out, ' ', 10 + (from ? 3 : 0) + columns);
  buf_fmt(&out, "%s^%s\n", output_style(OUTPUT_ERROR),
          output_style(OUTPUT_PLAIN));
  output_buf(&out);
  buf_free(&out);
  buf_free(&before);
}

static void show_pair(size_t cell, size_t number, Line stored, Line printed) {
  size_t at = common_bytes(stored, printed);
  bool both = stored.text && printed.text;
  size_t from = both ? first_shown(stored, at) : 0;
  output_fmt("cell %zu, line %zu:\n", cell, number);
  show_line("stored", stored, from);
  show_line("printed", printed, from);
  if (both)
    show_mark(stored, from, at);
}

/* The first line that differs, and how many more do. */
static void show_difference(size_t cell, const char *stored,
                            const char *printed) {
  size_t more = 0, number = 1;
  bool shown = false;
  if (!*stored)
    stored = NULL;
  if (!*printed)
    printed = NULL;
  for (; stored || printed; number++) {
    Line a = take_line(&stored), b = take_line(&printed);
    if (same_line(a, b))
      continue;
    if (shown)
      more++;
    else
      show_pair(cell, number, a, b);
    shown = true;
  }
  if (more)
    output_fmt("  (%zu more line%s)\n", more,
               more == 1 ? " differs" : "s differ");
}

/* --- the whole ------------------------------------------------------------ */

static void judge(size_t number, const NotebookCell *stored, const Printed *p,
                  Counts *counts) {
  Buf a = nameless(&stored->output), b = nameless(&p->text);
  if (!strcmp(buf_text(&a), buf_text(&b)) || same_but_broken(stored, p)) {
    counts->alike++;
  } else if (!stored->executed) {
    counts->unstored++;
  } else {
    counts->differ++;
    show_difference(number, buf_text(&a), buf_text(&b));
  }
  buf_free(&a);
  buf_free(&b);
}

/* "12 cells, 11 alike, 1 differs". */
static void show_counts(const Counts *c) {
  output_fmt("%zu cell%s, %zu alike", c->cells, c->cells == 1 ? "" : "s",
             c->alike);
  if (c->differ)
    output_fmt(", %zu differ%s", c->differ, c->differ == 1 ? "s" : "");
  if (c->unstored)
    output_fmt(", %zu without a stored output", c->unstored);
  output_write("\n", 1);
}

static bool compare_cells(const char *name, const Notebook *book,
                          Counts *counts) {
  for (counts->cells = 0; counts->cells < book->n; counts->cells++) {
    const NotebookCell *cell = &book->cells[counts->cells];
    size_t number = counts->cells + 1;
    Printed p = {.text = BUF_EMPTY};
    bool ok = run_cell(name, number, cell, &p);
    if (ok)
      judge(number, cell, &p, counts);
    buf_free(&p.text);
    if (!ok || !output_flush())
      return false;
  }
  return true;
}

SessionReply compare_notebook(const char *name, const char *text, size_t n) {
  Notebook book;
  Counts counts = {0};
  SessionReply reply = SESSION_UNREADABLE;
  if (!notebookread_text(name, text, n, &book))
    report_error(true);
  else if (!compare_cells(name, &book, &counts))
    reply = err_pending() ? reply_to_error(true) : SESSION_ERROR;
  else
    reply = counts.differ ? SESSION_ERROR : SESSION_OK;
  if (reply == SESSION_OK || reply == SESSION_ERROR)
    show_counts(&counts);
  notebookread_free(&book);
  return reply;
}
