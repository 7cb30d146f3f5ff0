/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessontext.h"

#include "base/glyph.h"
#include "base/utf8.h"

#include <string.h>

enum { LONG_CODE = 40 }; /* columns; shorter code is not broken */

/* --- signs --------------------------------------------------------------- */

typedef struct Twin {
  const char *unicode, *ascii;
} Twin;

static const Twin twins[] = {
#define X(name, unicode, ascii) {unicode, ascii},
    GLYPHS(X)
#undef X
        {"“", "\""},
    {"”", "\""},
    {"‘", "'"},
    {"’", "'"},
    {"–", "-"},
    {"—", "-"},
    {"≥", ">="},
    {"≠", "!="},
    {"²", "^2"},
    {"∂", "d"},
    {"π", "pi"},
    {"∑", "sum"},
};

static const char *ascii_twin(const char *p, size_t n) {
  for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
    if (strlen(twins[i].unicode) == n && !memcmp(twins[i].unicode, p, n))
      return twins[i].ascii;
  return "?";
}

/* --- words --------------------------------------------------------------- */

typedef struct Setter {
  Buf *b;
  const LessonTextOptions *o;
  Buf word;
  size_t word_columns; /* of the word */
  size_t column;       /* of the line so far */
  size_t left;         /* where lines after the first begin; 0: one line */
  bool wraps, at_start;
  char style;        /* the mark that is on, or 0 */
  const char *quote; /* repeated before each further line */
} Setter;

static const char *style_on(char mark) {
  return mark == LESSON_EM ? "\033[4m" : "\033[1m";
}

static void set_style(Setter *s, char mark) {
  static const char *const plain[] = {
      [LESSON_CODE] = "`", [LESSON_EM] = "*", [LESSON_STRONG] = "*"};
  bool on = mark == LESSON_CODE || mark == LESSON_EM || mark == LESSON_STRONG;
  if (s->o->ansi) {
    buf_str(&s->word, on ? style_on(mark) : "\033[0m");
  } else {
    buf_str(&s->word, plain[on ? mark : mark - 1]);
    s->word_columns++;
  }
  s->style = on ? mark : 0;
}

static void set_char(Setter *s, const char *p, size_t n) {
  if (glyph_ascii() && (unsigned char)*p >= 0x80) {
    p = ascii_twin(p, n);
    n = strlen(p);
  }
  buf_add(&s->word, p, n);
  s->word_columns += utf8_columns(p, n);
}

static void new_line(Setter *s, bool styled) {
  bool restyle = s->o->ansi && styled && s->style;
  buf_str(s->b, restyle ? "\033[0m\n" : "\n");
  buf_fill(s->b, ' ', (size_t)s->o->margin);
  buf_str(s->b, s->quote);
  size_t quote = utf8_columns(s->quote, strlen(s->quote));
  buf_fill(s->b, ' ', s->left - (size_t)s->o->margin - quote);
  if (restyle)
    buf_str(s->b, style_on(s->style));
  s->column = s->left;
  s->at_start = true;
}

/* The word is done: into this line or the next. */
static void end_word(Setter *s) {
  if (!s->word.len)
    return;
  size_t room = (size_t)s->o->width;
  if (s->wraps && !s->at_start && s->column + 1 + s->word_columns > room)
    new_line(s, false);
  if (!s->at_start) {
    buf_char(s->b, ' ');
    s->column++;
  }
  buf_add(s->b, s->word.text, s->word.len);
  s->column += s->word_columns;
  s->at_start = false;
  s->word_columns = 0;
  buf_clear(&s->word);
}

/* Short code stays on one line. */
static bool keeps_together(const char *code) {
  const char *end = strchr(code, LESSON_CODE_END);
  return end && utf8_columns(code, (size_t)(end - code)) <= LONG_CODE;
}

static void set_text(Setter *s, const char *text) {
  size_t n = strlen(text);
  bool together = false;
  for (size_t i = 0; i < n;) {
    uint32_t code;
    size_t step = utf8_decode(text + i, n - i, &code);
    step = step ? step : 1;
    char c = text[i];
    if (c == LESSON_BREAK) {
      end_word(s);
      if (s->wraps)
        new_line(s, true);
    } else if (c >= LESSON_CODE && c <= LESSON_STRONG_END) {
      together = c == LESSON_CODE && keeps_together(text + i + 1);
      set_style(s, c);
    } else if (step == 1 && strchr(" \t\r\n", c) && !together) {
      end_word(s);
    } else {
      set_char(s, text + i, step);
    }
    i += step;
  }
  end_word(s);
  buf_free(&s->word);
}

void lessontext_line(Buf *b, const char *text, const LessonTextOptions *o) {
  Setter s = {.b = b, .o = o, .at_start = true, .quote = ""};
  set_text(&s, text);
}

/* --- blocks -------------------------------------------------------------- */

static void paragraph(Buf *b, const char *quote, const char *first,
                      const char *text, const LessonTextOptions *o) {
  size_t margin = (size_t)o->margin;
  buf_fill(b, ' ', margin);
  buf_str(b, quote);
  buf_str(b, first);
  Setter s = {.b = b, .o = o, .wraps = true, .at_start = true, .quote = quote};
  s.column = s.left = margin + utf8_width(quote) + utf8_width(first);
  set_text(&s, text);
  buf_char(b, '\n');
}

void lessontext_paragraph(Buf *b, const char *first, const char *text,
                          const LessonTextOptions *o) {
  paragraph(b, "", first, text, o);
}

static void prose(Buf *b, const LessonBlock *block,
                  const LessonTextOptions *o) {
  Buf quote = BUF_EMPTY, first = BUF_EMPTY;
  for (int i = 0; i < block->quote; i++)
    buf_fmt(&quote, "%s ", glyph(GLYPH_SIDE));
  const char *marker = block->marker ? block->marker : "";
  if (!strcmp(marker, "*"))
    marker = glyph(GLYPH_BULLET);
  size_t width = utf8_width(marker);
  size_t left = 2 * (size_t)block->indent + (block->indent ? 2 : 0);
  buf_fill(&first, ' ', left > width + 1 ? left - width - 1 : 0);
  buf_str(&first, marker);
  buf_str(&first, left ? " " : "");
  paragraph(b, buf_text(&quote), buf_text(&first), block->text, o);
  buf_free(&quote);
  buf_free(&first);
}

static void heading(Buf *b, const LessonBlock *block,
                    const LessonTextOptions *o) {
  buf_fill(b, ' ', (size_t)o->margin);
  buf_str(b, o->ansi ? "\033[1m" : "");
  lessontext_line(b, block->text, o);
  buf_str(b, o->ansi ? "\033[0m\n" : "\n");
}

static void verbatim(Buf *b, const LessonBlock *block,
                     const LessonTextOptions *o) {
  for (const char *p = block->text; *p;) {
    size_t n = strcspn(p, "\n");
    buf_fill(b, ' ', n ? (size_t)o->margin + 4 : 0);
    buf_add(b, p, n);
    buf_char(b, '\n');
    p += n + (p[n] == '\n');
  }
}

static void rule(Buf *b, size_t margin, size_t columns) {
  buf_fill(b, ' ', margin);
  glyph_repeat(b, GLYPH_LINE, (int)columns);
  buf_char(b, '\n');
}

/* --- tables -------------------------------------------------------------- */

enum { MAX_COLUMNS = 16 };

/* Columns of a cell as it is shown. */
static size_t cell_width(const char *cell, const LessonTextOptions *o) {
  Buf b = BUF_EMPTY;
  LessonTextOptions plain = *o;
  plain.ansi = false;
  lessontext_line(&b, cell, &plain);
  size_t width = utf8_columns(buf_text(&b), b.len), marks = 0;
  for (const char *p = cell; *p && o->ansi; p++)
    marks += *p >= LESSON_CODE && *p <= LESSON_STRONG_END;
  buf_free(&b);
  return width - marks;
}

static void table_row(Buf *b, const LessonBlock *t, size_t row,
                      const size_t *widths, const LessonTextOptions *o) {
  buf_fill(b, ' ', (size_t)o->margin + 2);
  for (size_t c = 0; c < t->columns && c < MAX_COLUMNS; c++) {
    size_t at = row * t->columns + c;
    if (at >= t->n_cells)
      break;
    lessontext_line(b, t->cells[at], o);
    if (c + 1 < t->columns)
      buf_fill(b, ' ', widths[c] - cell_width(t->cells[at], o) + 2);
  }
  buf_char(b, '\n');
}

static void table(Buf *b, const LessonBlock *t, const LessonTextOptions *o) {
  size_t widths[MAX_COLUMNS] = {0}, total = 0;
  for (size_t i = 0; i < t->n_cells; i++) {
    size_t c = i % t->columns, width = cell_width(t->cells[i], o);
    if (c < MAX_COLUMNS && width > widths[c])
      widths[c] = width;
  }
  for (size_t c = 0; c < t->columns && c < MAX_COLUMNS; c++)
    total += widths[c] + 2;
  for (size_t row = 0; row * t->columns < t->n_cells; row++) {
    table_row(b, t, row, widths, o);
    if (row == 0)
      rule(b, (size_t)o->margin + 2, total - 2);
  }
}

void lessontext_block(Buf *b, const LessonBlock *block,
                      const LessonTextOptions *o) {
  switch (block->type) {
  case LESSON_PARAGRAPH: prose(b, block, o); break;
  case LESSON_HEADING: heading(b, block, o); break;
  case LESSON_TABLE: table(b, block, o); break;
  case LESSON_VERBATIM: verbatim(b, block, o); break;
  case LESSON_RULE:
    rule(b, (size_t)o->margin, (size_t)(o->width - o->margin));
    break;
  default: break;
  }
}
