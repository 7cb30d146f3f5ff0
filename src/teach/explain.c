/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/explain.h"

#include "base/glyph.h"
#include "base/utf8.h"
#include "lang/run.h"
#include "teach/explaintable.h"
#include "teach/numberline.h"
#include "teach/trace.h"

#include <math.h>
#include <string.h>

static int terminal_columns;

void explain_set_columns(int columns) {
  terminal_columns = columns;
}

/* --- below the table ------------------------------------------------------ */

/* The checks of a derivation on one line, or below each other where `wide`
   columns (0: any number) are too few. */
static void put_checks(Buf *out, const char *name, const Buf *checks,
                       int wide) {
  if (!checks->len)
    return;
  static const char gap[] = "   ";
  size_t need = strlen(name) + utf8_columns(checks->text, checks->len);
  for (const char *c = checks->text; *c; c++)
    need += *c == '\n' ? strlen(gap) : 0;
  buf_str(out, name);
  for (const char *c = checks->text; *c; c++) {
    if (*c != '\n')
      buf_char(out, *c);
    else if (wide && need > (size_t)wide)
      buf_fmt(out, "\n%*s", (int)strlen(name), "");
    else
      buf_str(out, gap);
  }
  buf_char(out, '\n');
}

static void put_units(Buf *out, const char *name, double loss) {
  int digits = interp.digits;
  buf_fmt(out,
          "%s%.*f nats = %.*f bits        exp(L) = %.3f effective choices\n",
          name, digits, loss, digits, loss / M_LN2, exp(loss));
}

/* The derivation whose value is the value of the whole: the expression's own
   or that of a call a function of the learner's returned. */
static const TraceEvent *event_of_value(const Trace *t) {
  const TraceEvent *root = &t->events[t->n - 1];
  for (size_t i = t->n; i-- > 0;) {
    const TraceEvent *e = &t->events[i];
    if (e->derived.count && e->value.tag == VALUE_REF &&
        value_same(e->value, root->value))
      return e;
  }
  return root;
}

static void put_footer(Buf *out, const Trace *t, const ExplainRows *rows) {
  const TraceEvent *e = event_of_value(t);
  const Derivation *d = &e->derived;
  if (d->is_loss && d->classes)
    numberline_draw(out, d->loss, d->classes);
  put_checks(out, " checks   ", &d->checks, terminal_columns);
  if (d->is_loss && isfinite(d->loss))
    put_units(out, " units    ", d->loss);
  if (e == &t->events[t->n - 1] && e->torch)
    buf_fmt(out, " PyTorch  %s\n", e->torch);
  if (rows->can_open)
    buf_str(out,
            " more     explain -2 opens the operations into their steps\n");
}

/* The same for a handout. */
static void put_footer_items(Buf *out, const Trace *t, ExplainFormat format) {
  const TraceEvent *e = event_of_value(t);
  const Derivation *d = &e->derived;
  bool md = format == EXPLAIN_MARKDOWN;
  Buf text = BUF_EMPTY;
  put_checks(&text, md ? "- checks: " : "checks: ", &d->checks, 0);
  if (d->is_loss && isfinite(d->loss))
    put_units(&text, md ? "- units: " : "units: ", d->loss);
  if (e == &t->events[t->n - 1] && e->torch)
    buf_fmt(&text, md ? "- PyTorch: `%s`\n" : "PyTorch: %s\n", e->torch);
  for (const char *line = buf_text(&text); *line && !md;) {
    size_t n = strcspn(line, "\n");
    Buf one = BUF_EMPTY;
    buf_add(&one, line, n);
    buf_str(out, "\n");
    explaintable_tex_text(out, buf_text(&one));
    buf_str(out, "\n");
    buf_free(&one);
    line += n + (line[n] == '\n');
  }
  if (md && text.len)
    buf_fmt(out, "\n%s", buf_text(&text));
  buf_free(&text);
}

static void put_left_out(Buf *out, const Trace *t, const ExplainRows *rows) {
  if (t->left_out && !rows->abridged)
    buf_fmt(out, " %s %ld more steps ran and are left out\n",
            glyph(GLYPH_ELLIPSIS), t->left_out);
}

static void put_all(Buf *out, const Trace *t, const ExplainRows *rows,
                    int depth, ExplainFormat format) {
  bool reasons = depth >= 3;
  if (format == EXPLAIN_TERMINAL) {
    explaintable_terminal(out, rows, reasons, terminal_columns);
    put_left_out(out, t, rows);
    put_footer(out, t, rows);
    return;
  }
  if (format == EXPLAIN_MARKDOWN)
    explaintable_markdown(out, rows, reasons);
  else
    explaintable_tex(out, rows, reasons);
  put_footer_items(out, t, format);
}

/* --- the expression ------------------------------------------------------- */

/* A single taught call is opened at once. */
static int usual_depth(const Trace *t) {
  const TraceEvent *root = &t->events[t->n - 1];
  if (!root->derived.count)
    return 1;
  for (const TraceEvent *e = t->events; e < root; e++)
    if (e->op || e->depth)
      return 1;
  return 2;
}

static bool explain_trace(Trace *t, int depth, ExplainFormat format, Buf *out) {
  ExplainRows rows = {0};
  if (!depth)
    depth = usual_depth(t);
  explainrows_make(t, depth, &rows);
  if (!rows.failed)
    put_all(out, t, &rows, depth, format);
  bool ok = !rows.failed && !out->failed;
  explainrows_free(&rows);
  return ok;
}

bool explain_text(const char *expr, size_t n, int depth, ExplainFormat format,
                  Buf *out) {
  Trace trace = {0};
  Tree *tree = run_parse_expression("<explain>", 1, expr, n);
  if (!tree)
    return false;
  bool ok =
      trace_run(tree, &trace) && explain_trace(&trace, depth, format, out);
  trace_free(&trace);
  ast_unref(tree);
  return ok;
}
