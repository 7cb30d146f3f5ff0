/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/report.h"

#include "app/output.h"
#include "base/err.h"
#include "base/note.h"
#include "base/utf8.h"
#include "lang/exception.h"
#include "teach/hints.h"

#include <string.h>

enum { WIDEST = 76 }; /* of a quoted source line */

/* The part of a line that is shown: a long one is cut around the span. */
typedef struct Excerpt {
  const char *text;
  size_t len;
  bool cut_before, cut_after;
} Excerpt;

static Excerpt excerpt(SourcePlace at, size_t offset) {
  Excerpt e = {at.text, at.len, false, false};
  if (utf8_columns(at.text, at.len) <= WIDEST)
    return e;
  size_t start = offset > WIDEST / 2 ? offset - WIDEST / 2 : 0;
  while (start && ((unsigned char)at.text[start] & 0xC0) == 0x80)
    start--;
  e.text = at.text + start;
  e.cut_before = start > 0;
  e.len = utf8_fit(e.text, at.len - start, WIDEST - 6);
  e.cut_after = start + e.len < at.len;
  return e;
}

/* The source line and, under it, ^^^ below the span. */
static void quote(Buf *out, const Source *source, Span span) {
  SourcePlace at = source_place(source, span.from);
  size_t from = (size_t)(source->text + span.from - at.text);
  if (from > at.len)
    from = at.len;
  Excerpt e = excerpt(at, from);
  size_t indent = 0;
  while (!e.cut_before && indent < e.len &&
         (e.text[indent] == ' ' || e.text[indent] == '\t'))
    indent++;
  if (indent > from)
    indent = from;
  e.text += indent;
  e.len -= indent;
  size_t before = (size_t)(at.text + from - e.text);
  size_t wide = span.to > span.from ? span.to - span.from : 1;
  if (before + wide > e.len)
    wide = before < e.len ? e.len - before : 1;
  buf_str(out, e.cut_before ? "  ..." : "  ");
  buf_visible(out, e.text, e.len, false);
  buf_str(out, e.cut_after ? "...\n  " : "\n  ");
  size_t columns = utf8_columns(e.text, before);
  buf_fill(out, ' ', columns + (e.cut_before ? 3 : 0));
  size_t carets =
      before + wide <= e.len ? utf8_columns(e.text + before, wide) : 1;
  buf_str(out, output_style(OUTPUT_ERROR));
  buf_fill(out, '^', carets ? carets : 1);
  buf_str(out, output_style(OUTPUT_PLAIN));
  buf_char(out, '\n');
}

static void place(Buf *out, const Err *e) {
  SourcePlace at = source_place(e->source, e->span.from);
  buf_str(out, "File \"");
  buf_visible(out, e->source->name, strlen(e->source->name), false);
  buf_fmt(out, "\", line %u\n", at.line);
}

enum { LONGEST = 4000 }; /* bytes of a message */

/* A message that quotes something endless is cut in the middle. */
static void shortened(Buf *out, const char *text, size_t n) {
  if (n <= LONGEST) {
    buf_visible(out, text, n, true);
    return;
  }
  size_t head = utf8_fit(text, LONGEST / 20, LONGEST / 20);
  size_t tail = LONGEST / 20;
  while (((unsigned char)text[n - tail] & 0xC0) == 0x80)
    tail--;
  buf_visible(out, text, head, true);
  buf_str(out, "...");
  buf_visible(out, text + n - tail, tail, true);
}

/* What xent refuses is a sentence of its own, with the line in it. */
static void message(Buf *out, const Err *e, bool strict) {
  buf_str(out, output_style(OUTPUT_ERROR));
  if (e->type != ERR_Unsupported) {
    buf_str(out, exception_name(e));
    if (e->text.len)
      buf_str(out, ": ");
  }
  buf_str(out, output_style(OUTPUT_PLAIN));
  shortened(out, buf_text(&e->text), e->text.len);
  if (e->type == ERR_Unsupported && e->source && strict)
    buf_fmt(out, " (line %u)", source_place(e->source, e->span.from).line);
  buf_char(out, '\n');
}

void report_error(bool strict) {
  hints_add();
  Err e = err_take();
  Buf out = BUF_EMPTY;
  if (e.source && e.source->len) {
    if (strict)
      place(&out, &e);
    quote(&out, e.source, e.span);
  }
  message(&out, &e, strict);
  if (e.hint.len) {
    buf_str(&out, "hint: ");
    buf_visible(&out, buf_text(&e.hint), e.hint.len, true);
    buf_char(&out, '\n');
  }
  if (out.failed)
    output_error_str("MemoryError\n");
  output_error(buf_text(&out), out.len);
  buf_free(&out);
  err_free(&e);
  err_clear();
}

/* --- notes --------------------------------------------------------------- */

/* NumPy's warnings look as Python shows them; our own carry their text. */
static void python_warning(Buf *out, const Note *n) {
  if (n->source) {
    SourcePlace at = source_place(n->source, n->span.from);
    buf_visible(out, n->source->name, strlen(n->source->name), false);
    buf_fmt(out, ":%u: ", at.line);
  }
  buf_fmt(out, "%s: %s\n", n->category, buf_text(&n->text));
  if (!n->source)
    return;
  SourcePlace at = source_place(n->source, n->span.from);
  size_t indent = strspn(at.text, " \t");
  if (indent >= at.len)
    return;
  Excerpt e =
      excerpt((SourcePlace){0, 0, at.text + indent, at.len - indent}, 0);
  buf_str(out, "  ");
  buf_visible(out, e.text, e.len, false);
  buf_str(out, e.cut_after ? "...\n" : "\n");
}

static void own_note(Buf *out, const Note *n) {
  buf_str(out, output_style(OUTPUT_WARNING));
  buf_str(out, n->category);
  buf_str(out, output_style(OUTPUT_PLAIN));
  buf_fmt(out, "%s %s\n", strchr(n->category, '[') ? "" : ":",
          buf_text(&n->text));
}

void report_notes(void) {
  Note n;
  while (note_take(&n)) {
    Buf out = BUF_EMPTY;
    size_t len = strlen(n.category);
    if (len > 7 && !strcmp(n.category + len - 7, "Warning"))
      python_warning(&out, &n);
    else
      own_note(&out, &n);
    output_error(buf_text(&out), out.len);
    buf_free(&out);
    note_free(&n);
  }
}
