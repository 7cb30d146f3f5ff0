/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cmdbasic.h"

#include "app/cmdlesson.h"
#include "app/command.h"
#include "app/output.h"
#include "app/record.h"
#include "base/err.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "base/note.h"
#include "base/save.h"
#include "lang/interp.h"
#include "num/digits.h"
#include "teach/doctor.h"
#include "teach/kinds.h"

#include <stdlib.h>
#include <string.h>

/* --- who ----------------------------------------------------------------- */

static int by_name(const void *a, const void *b) {
  return strcmp((*(const Sym *const *)a)->text, (*(const Sym *const *)b)->text);
}

/* The names bound in the session, sorted; *count of them. */
static const Sym **bound_names(size_t *count) {
  const Sym **names = mem_zeroed(sym_count(), sizeof *names);
  *count = 0;
  for (uint32_t i = 0; names && i < sym_count(); i++) {
    const Sym *s = sym_by_id(i);
    if (value_ok(interp_bound(s)) && strcmp(s->text, "_"))
      names[(*count)++] = s;
  }
  if (names)
    qsort(names, *count, sizeof *names, by_name);
  return names;
}

SessionReply cmdbasic_who(const char *text, size_t n) {
  (void)text;
  if (n) {
    err_set(ERR_ValueError, "who takes nothing");
    err_hint("info NAME tells of one name");
    return SESSION_ERROR;
  }
  size_t count, width = 0;
  const Sym **names = bound_names(&count);
  if (!names)
    return SESSION_ERROR;
  for (size_t i = 0; i < count; i++)
    width = names[i]->len > width ? names[i]->len : width;
  Buf out = BUF_EMPTY;
  for (size_t i = 0; i < count; i++) {
    buf_str(&out, names[i]->text);
    buf_fill(&out, ' ', width - names[i]->len);
    buf_str(&out, " : ");
    kinds_describe(&out, interp.globals[names[i]->id]);
    buf_char(&out, '\n');
  }
  if (!count)
    buf_str(&out, "no names yet: type z = [2, 1, 0.1]\n");
  output_buf(&out);
  buf_free(&out);
  mem_free(names);
  return SESSION_OK;
}

/* --- set ----------------------------------------------------------------- */

static bool set_digits(const char *value) {
  double d;
  if (!digits_parse_double(value, strlen(value), &d) || d < 0 || d > 17 ||
      d != (int)d)
    return err_set(ERR_ValueError, "set digits wants 0 to 17, not '%s'", value);
  interp.digits = (int)d;
  return true;
}

static bool set_warnings(const char *value) {
  return doctor_level(value) ||
         err_set(ERR_ValueError,
                 "set warnings wants error, on or off, not '%s'", value);
}

static bool on_or_off(const char *name, const char *value, bool *out) {
  if (strcmp(value, "on") && strcmp(value, "off"))
    return err_set(ERR_ValueError, "set %s wants on or off, not '%s'", name,
                   value);
  *out = !strcmp(value, "on");
  return true;
}

static bool set_color(const char *value) {
  return on_or_off("color", value, &output_options.color);
}

static bool set_ascii(const char *value) {
  bool ascii = false;
  if (!on_or_off("ascii", value, &ascii))
    return false;
  glyph_use_ascii(ascii);
  return true;
}

static const struct {
  const char *name;
  bool (*set)(const char *value);
} settings[] = {{"digits", set_digits},
                {"warnings", set_warnings},
                {"color", set_color},
                {"ascii", set_ascii}};

static void show_settings(void) {
  output_fmt("digits   %d\nwarnings %s\ncolor    %s\nascii    %s\n",
             interp.digits, doctor_level_name(),
             output_options.color ? "on" : "off", glyph_ascii() ? "on" : "off");
}

SessionReply cmdbasic_set(const char *text, size_t n) {
  CommandOptions o;
  bool ok = command_options_read(text, n, "", &o);
  if (ok && !o.n) {
    show_settings();
  } else if (ok && o.n == 2 && !o.items[0].name) {
    size_t i = 0, count = sizeof settings / sizeof *settings;
    while (i < count && strcmp(settings[i].name, o.items[0].value))
      i++;
    ok = i < count ? settings[i].set(o.items[1].value)
                   : err_set(ERR_ValueError, "there is no setting '%s'",
                             o.items[0].value) ||
                         err_hint("settings: digits, warnings, color, ascii");
  } else if (ok) {
    ok = err_set(ERR_ValueError, "set wants a name and a value") ||
         err_hint("set digits 6");
  }
  command_options_free(&o);
  return ok ? SESSION_OK : SESSION_ERROR;
}

SessionReply cmdbasic_quiet(const char *text, size_t n) {
  char *code = mem_copy_text(text, n);
  bool ok =
      code && (doctor_quiet(code) ||
               err_set(ERR_ValueError, "there is no diagnostic '%s'", code) ||
               err_hint("quiet W101"));
  mem_free(code);
  return ok ? SESSION_OK : SESSION_ERROR;
}

/* --- files --------------------------------------------------------------- */

/* run [--compare] FILE [ARG]... : what follows FILE is the program's. */
static SessionReply run_words(const CommandOptions *o) {
  char *words[COMMAND_MAX_OPTIONS];
  int from = o->n && !strcmp(o->items[0].value, "--compare");
  int n = o->n - from;
  for (int i = 0; i < n; i++)
    words[i] = (char *)o->items[from + i].value;
  if (!n || (words[0][0] == '-' && words[0][1])) {
    err_set(ERR_ValueError, "run wants the name of a file");
    err_hint("run script.py, or run --compare notebook.ipynb");
    return SESSION_ERROR;
  }
  return from ? session_compare(words[0], n, words)
              : session_file(words[0], n, words);
}

SessionReply cmdbasic_run(const char *text, size_t n) {
  CommandOptions o;
  SessionReply reply = SESSION_ERROR;
  if (command_words_read(text, n, &o))
    reply = run_words(&o);
  command_options_free(&o);
  return reply;
}

static bool ends_with(const char *text, const char *end) {
  size_t n = strlen(text), m = strlen(end);
  return n > m && !strcmp(text + n - m, end);
}

static bool save_session(const char *path) {
  Buf text = BUF_EMPTY;
  if (!record_count())
    return err_set(ERR_ValueError, "nothing was typed yet: nothing to save");
  bool lesson = ends_with(path, ".md");
  if (lesson)
    record_lesson(&text);
  else
    record_script(&text);
  bool ok = !text.failed && save_file(path, buf_text(&text), text.len);
  if (ok)
    output_error_fmt("%s: %zu input%s saved%s%s\n", path, record_count(),
                     record_count() == 1 ? "" : "s",
                     lesson ? "; their output: xent check --accept " : "",
                     lesson ? path : "");
  buf_free(&text);
  return ok;
}

SessionReply cmdbasic_save(const char *text, size_t n) {
  CommandOptions o;
  bool ok = command_options_read(text, n, "", &o);
  if (ok && (o.n != 1 || o.items[0].name))
    ok = err_set(ERR_ValueError, "save wants the name of a file") ||
         err_hint("save session.py, or save lesson.md");
  ok = ok && save_session(o.items[0].value);
  command_options_free(&o);
  return ok ? SESSION_OK : SESSION_ERROR;
}

/* --- reset, quit --------------------------------------------------------- */

SessionReply cmdbasic_reset(const char *text, size_t n) {
  (void)text;
  if (n) {
    err_set(ERR_ValueError, "reset takes nothing");
    err_hint("del NAME forgets one name");
    return SESSION_ERROR;
  }
  SessionReply reply;
  if (cmdlesson_reset(&reply))
    return reply;
  interp_clear_globals();
  note_forget();
  return SESSION_OK;
}

SessionReply cmdbasic_quit(const char *text, size_t n) {
  (void)text;
  (void)n;
  return SESSION_QUIT;
}
