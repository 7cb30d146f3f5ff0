/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explaintable.h"

#include "base/glyph.h"
#include "base/utf8.h"
#include "teach/explainlines.h"

#include <string.h>

/* --- terminal ------------------------------------------------------------- */

enum {
  LABEL_AT = 4,     /* after " 1  " */
  LABEL_LEAST = 19, /* columns */
  LABEL_MOST = 40,
  CELL_LEAST = 9,
  WORDS_GAP = 4,
  WORDS_LEAST = 14, /* columns; with fewer, words go on below the label */
  TEXT_MOST = 60
};

typedef struct Layout {
  Buf *out;
  ExplainShape shape;
  int label; /* columns of the label */
  int cell;
  bool reasons;
  int wide;     /* the terminal's columns; 0: lines as long as they are */
  size_t start; /* of the line being written, in out */
} Layout;

static int indent_of(const ExplainLine *l) {
  return l->row->depth * 2 + (l->inner ? 2 : 0);
}

/* First pass: how wide cells must be. */
static void measure_cells(void *self, const ExplainLine *l) {
  Layout *y = self;
  for (int i = 0; i < l->n; i++)
    if ((int)utf8_width(l->cells[i]) + 2 > y->cell)
      y->cell = (int)utf8_width(l->cells[i]) + 2;
}

/* Second pass: a long label may take the blanks before its own cells, as long
   as the last of them stays in its column. */
static void measure_label(void *self, const ExplainLine *l) {
  Layout *y = self;
  int need = (int)utf8_width(l->label) + indent_of(l);
  if (!l->n)
    return;
  if (need > LABEL_MOST)
    need = LABEL_MOST;
  for (int i = 0; i < l->n; i++)
    need += (int)utf8_width(l->cells[i]) + 1 - y->cell;
  if (need > y->label)
    y->label = need;
}

static size_t position(const Layout *y) {
  return utf8_columns(y->out->text + y->start, y->out->len - y->start);
}

/* Blanks up to a column, at least one. */
static void move_to(Layout *y, size_t column) {
  size_t at = position(y);
  buf_fill(y->out, ' ', column > at ? column - at : 1);
}

static void put_cell(Layout *y, int slot, const char *text) {
  size_t end = (size_t)(LABEL_AT + y->label + (slot + 1) * y->cell);
  size_t wide = utf8_width(text);
  if (*text)
    move_to(y, end > wide ? end - wide : 0);
  buf_str(y->out, text);
}

static void put_label(Layout *y, const ExplainLine *l) {
  size_t room = LABEL_MOST - (size_t)indent_of(l);
  size_t n = strlen(l->label);
  buf_fill(y->out, ' ', (size_t)indent_of(l));
  if (utf8_width(l->label) <= room || !l->n) {
    buf_visible(y->out, l->label, n, false);
    return;
  }
  n = utf8_fit(l->label, n, room - utf8_width(glyph(GLYPH_ELLIPSIS)));
  buf_visible(y->out, l->label, n, false);
  buf_str(y->out, glyph(GLYPH_ELLIPSIS));
}

static void put_text(Layout *y, const char *text) {
  size_t n = strlen(text);
  move_to(y, (size_t)(LABEL_AT + y->label + 2));
  if (utf8_width(text) <= TEXT_MOST) {
    buf_visible(y->out, text, n, false);
    return;
  }
  buf_visible(y->out, text, utf8_fit(text, n, TEXT_MOST - 3), false);
  buf_str(y->out, glyph(GLYPH_ELLIPSIS));
}

static void new_line(Layout *y, size_t left) {
  buf_char(y->out, '\n');
  y->start = y->out->len;
  buf_fill(y->out, ' ', left);
}

/* One word after `gap` blanks, or on a new line from column `left`. */
static void put_word(Layout *y, const char *word, size_t n, size_t gap,
                     size_t left) {
  size_t end = position(y) + gap + utf8_columns(word, n);
  if (y->wide && end > (size_t)y->wide && position(y) > left)
    new_line(y, left);
  else
    buf_fill(y->out, ' ', gap);
  buf_add(y->out, word, n);
}

/* From here on; what a terminal has no room for goes on below, from column
   `left` on. */
static void put_wrapped(Layout *y, const char *text, size_t left) {
  for (size_t gap = 0; *text; gap = strspn(text, " "), text += gap) {
    size_t n = strcspn(text, " ");
    put_word(y, text, n, gap, left);
    text += n;
  }
}

/* Moves to where the words of a line begin; returns that column. */
static size_t start_words(Layout *y) {
  size_t at = (size_t)(LABEL_AT + y->label + y->shape.slots * y->cell);
  size_t left = at + WORDS_GAP;
  if (y->wide && left + WORDS_LEAST > (size_t)y->wide)
    new_line(y, left = LABEL_AT);
  else
    move_to(y, left);
  return left;
}

static void put_words(Layout *y, const ExplainLine *l) {
  if (!l->words && l->check == DERIVE_PLAIN)
    return;
  Glyph sign = l->check == DERIVE_TRUE ? GLYPH_TICK : GLYPH_CROSS;
  size_t left = start_words(y);
  if (l->words)
    put_wrapped(y, l->words, left);
  if (l->check != DERIVE_PLAIN)
    put_word(y, glyph(sign), strlen(glyph(sign)), l->words ? 2 : 0, left);
}

static void put_reason(Layout *y, const ExplainRow *r) {
  size_t left = (size_t)(LABEL_AT + 2 * r->depth);
  y->start = y->out->len;
  buf_fill(y->out, ' ', left);
  buf_fmt(y->out, "%s ", glyph(GLYPH_MIDDOT));
  put_wrapped(y, r->reason, left + 2);
  buf_char(y->out, '\n');
}

static void put_line(void *self, const ExplainLine *l) {
  Layout *y = self;
  y->start = y->out->len;
  if (l->number)
    buf_fmt(y->out, "%2d  ", l->number);
  else
    buf_fill(y->out, ' ', l->inner ? LABEL_AT : 1);
  put_label(y, l);
  for (int i = 0; i < l->n; i++)
    put_cell(y, i, l->cells[i]);
  if (l->text)
    put_text(y, l->text);
  put_words(y, l);
  buf_char(y->out, '\n');
  if (y->reasons && l->number && l->row->reason)
    put_reason(y, l->row);
}

static void put_headings(Layout *y) {
  y->start = y->out->len;
  buf_str(y->out, " step");
  for (int i = 0; i < y->shape.slots; i++) {
    Buf text = BUF_EMPTY;
    explainlines_heading(&text, &y->shape, i);
    put_cell(y, i, buf_text(&text));
    buf_free(&text);
  }
  start_words(y);
  buf_str(y->out, "what happened\n");
}

void explaintable_terminal(Buf *out, const ExplainRows *rows, bool reasons,
                           int wide) {
  int most = ((wide ? wide : 80) - LABEL_AT - LABEL_LEAST) / CELL_LEAST;
  most = most < 6 ? 6 : most > EXPLAINLINES_MAX ? EXPLAINLINES_MAX : most;
  Layout y = {.out = out,
              .shape = explainlines_shape(rows, most),
              .label = LABEL_LEAST,
              .cell = CELL_LEAST,
              .reasons = reasons,
              .wide = wide};
  explainlines_each(rows, &y.shape, measure_cells, &y);
  explainlines_each(rows, &y.shape, measure_label, &y);
  buf_char(out, ' ');
  buf_visible(out, rows->title, strlen(rows->title), false);
  buf_char(out, '\n');
  put_headings(&y);
  explainlines_each(rows, &y.shape, put_line, &y);
}

/* --- Markdown and TeX ----------------------------------------------------- */

/* How a format writes its table. */
typedef struct Dress {
  const char *start, *between, *end; /* of a line, of cells */
  void (*text)(Buf *out, const char *text);
  const char *tick, *cross;
} Dress;

typedef struct Printer {
  Buf *out;
  const Dress *dress;
  ExplainShape shape;
  bool reasons;
} Printer;

static void markdown_text(Buf *out, const char *text) {
  for (; *text; text++) {
    if (strchr("|*_`<[\\", *text))
      buf_char(out, '\\');
    buf_char(out, *text);
  }
}

typedef struct TexWord {
  const char *sign, *tex;
} TexWord;

static const TexWord tex_words[] = {{"\\", "\\textbackslash{}"},
                                    {"~", "\\textasciitilde{}"},
                                    {"^", "\\textasciicircum{}"},
                                    {"<", "$<$"},
                                    {">", "$>$"},
                                    {"|", "$|$"},
                                    {"…", "\\ldots{}"},
                                    {"✓", "$\\surd$"},
                                    {"✗", "$\\times$"},
                                    {"·", "$\\cdot$"},
                                    {"_", "\\_"},
                                    {"{", "\\{"},
                                    {"}", "\\}"},
                                    {"#", "\\#"},
                                    {"$", "\\$"},
                                    {"%", "\\%"},
                                    {"&", "\\&"}};

void explaintable_tex_text(Buf *out, const char *text) {
  while (*text) {
    const TexWord *word = NULL;
    for (size_t i = 0; !word && i < sizeof tex_words / sizeof *tex_words; i++)
      if (!strncmp(text, tex_words[i].sign, strlen(tex_words[i].sign)))
        word = &tex_words[i];
    if (word)
      buf_str(out, word->tex);
    else
      buf_char(out, *text);
    text += word ? strlen(word->sign) : 1;
  }
}

static void print_cells(Printer *p, const ExplainLine *l) {
  for (int i = 0; i < p->shape.slots; i++) {
    const char *text = i < l->n            ? l->cells[i]
                       : i == 0 && l->text ? l->text
                                           : "";
    p->dress->text(p->out, text);
    buf_str(p->out, p->dress->between);
  }
}

static void print_line(void *self, const ExplainLine *l) {
  Printer *p = self;
  const Dress *d = p->dress;
  buf_str(p->out, d->start);
  if (l->number)
    buf_int(p->out, l->number);
  buf_str(p->out, d->between);
  d->text(p->out, l->label);
  buf_str(p->out, d->between);
  print_cells(p, l);
  if (l->words)
    d->text(p->out, l->words);
  if (l->check != DERIVE_PLAIN)
    buf_fmt(p->out, " %s", l->check == DERIVE_TRUE ? d->tick : d->cross);
  if (p->reasons && l->number && l->row->reason) {
    buf_str(p->out, "; ");
    d->text(p->out, l->row->reason);
  }
  buf_str(p->out, d->end);
}

static void print_headings(Printer *p) {
  for (int i = 0; i < p->shape.slots; i++) {
    Buf text = BUF_EMPTY;
    explainlines_heading(&text, &p->shape, i);
    p->dress->text(p->out, buf_text(&text));
    buf_str(p->out, p->dress->between);
    buf_free(&text);
  }
  buf_str(p->out, "what happened");
  buf_str(p->out, p->dress->end);
}

void explaintable_markdown(Buf *out, const ExplainRows *rows, bool reasons) {
  static const Dress dress = {"| ", " | ", " |\n", markdown_text, "✓", "✗"};
  Printer p = {out, &dress, explainlines_shape(rows, EXPLAINLINES_MAX),
               reasons};
  buf_fmt(out, "`%s`\n\n| step |  | ", rows->title);
  print_headings(&p);
  buf_str(out, "|---:|:---|");
  for (int i = 0; i < p.shape.slots; i++)
    buf_str(out, "---:|");
  buf_str(out, ":---|\n");
  explainlines_each(rows, &p.shape, print_line, &p);
}

void explaintable_tex(Buf *out, const ExplainRows *rows, bool reasons) {
  static const Dress dress = {
      "", " & ", " \\\\\n", explaintable_tex_text, "$\\surd$", "$\\times$"};
  Printer p = {out, &dress, explainlines_shape(rows, EXPLAINLINES_MAX),
               reasons};
  buf_str(out, "\\noindent\\texttt{");
  explaintable_tex_text(out, rows->title);
  buf_str(out, "}\n\n\\begin{tabular}{rl");
  buf_fill(out, 'r', (size_t)p.shape.slots);
  buf_str(out, "l}\n\\hline\nstep & & ");
  print_headings(&p);
  buf_str(out, "\\hline\n");
  explainlines_each(rows, &p.shape, print_line, &p);
  buf_str(out, "\\hline\n\\end{tabular}\n");
}
