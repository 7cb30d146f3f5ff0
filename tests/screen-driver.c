/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a script of keys to a screen and compares what is to be seen. No
   terminal is needed. The script:

     ## words            a comment
     size 80x24          columns x rows (the default)
     ascii               signs of ASCII only
     train multi lr=0.5  the command whose screen is shown
     keys space s up     keys by character or name; wait:SECONDS lets time go
                         by, wait:0 draws
     ---                 then every row as it is to be

   Exit status 0: the screen is as expected. `screen-driver --accept FILE...`
   writes what was seen into the files. */
#include "app/screens.h"
#include "app/trainsetup.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "ui/screen.h"
#include "ui/trainscreen.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_KEYS = 4096, MAX_FILE = 1 << 20 };

/* What a script asks for. */
typedef struct Script {
  ScreenFake screen;
  bool ascii;
  char command[512], keys[MAX_KEYS];
  const char *expected; /* in the text of the file */
} Script;

/* The fake terminal while a script plays. */
typedef struct Play {
  char *rest;          /* keys to come */
  double clock, until; /* seconds */
  int rows;
  bool shown;
  Buf seen;
} Play;

static int complain(const char *what, const char *detail) {
  printf("%s%s%s\n", what, *detail ? ": " : "", detail);
  return 1;
}

/* --- keys and time -------------------------------------------------------- */

static int key_named(const char *name) {
  if (!strcmp(name, "space"))
    return ' ';
  if (!strcmp(name, "up"))
    return SCREEN_UP;
  if (!strcmp(name, "down"))
    return SCREEN_DOWN;
  return name[0] && !name[1] ? name[0] : SCREEN_NONE;
}

static int pass_time(Play *p, int ms) {
  double step = ms / 1000.0, left = p->until - p->clock;
  p->clock += step < left ? step : left;
  return SCREEN_NONE;
}

/* All keys are given; the state they led to has been drawn. */
static int end_of_play(Play *p) {
  for (int row = 0; row < p->rows && !p->shown; row++) {
    screen_read(row, &p->seen);
    buf_char(&p->seen, '\n');
  }
  p->shown = true;
  return 'q';
}

static int next_key(void *at, int ms) {
  Play *p = at;
  if (p->until > p->clock + 1e-9)
    return ms ? pass_time(p, ms) : SCREEN_NONE;
  char *name = p->rest + strspn(p->rest, " ");
  if (!*name)
    return ms ? end_of_play(p) : SCREEN_NONE;
  size_t n = strcspn(name, " ");
  p->rest = name + n + (name[n] != '\0');
  name[n] = '\0';
  if (!strncmp(name, "wait:", 5)) {
    p->until = p->clock + atof(name + 5);
    return SCREEN_NONE;
  }
  int key = key_named(name);
  if (key == SCREEN_NONE)
    printf("no such key: %s\n", name);
  return key;
}

static double now(void *at) {
  return ((const Play *)at)->clock;
}

/* --- scripts -------------------------------------------------------------- */

static bool take_line(Script *s, const char *line) {
  if (!*line || !strncmp(line, "## ", 3))
    return true;
  if (!strcmp(line, "ascii"))
    return s->ascii = true;
  if (!strncmp(line, "train ", 6))
    return snprintf(s->command, sizeof s->command, "%s", line + 6) > 0;
  if (!strncmp(line, "keys ", 5))
    return snprintf(s->keys, sizeof s->keys, "%s", line + 5) > 0;
  return sscanf(line, "size %dx%d", &s->screen.columns, &s->screen.rows) == 2;
}

/* Cuts the text into lines up to the "---". */
static bool read_script(char *text, Script *s) {
  *s = (Script){.screen = {.columns = 80, .rows = 24}};
  for (char *end; (end = strchr(text, '\n')); text = end + 1) {
    *end = '\0';
    if (!strcmp(text, "---")) {
      s->expected = end + 1;
      return true;
    }
    if (!take_line(s, text))
      return complain("not understood", text), false;
  }
  return complain("no line ---", ""), false;
}

static bool train(const Script *s) {
  TrainSetup setup;
  if (!trainsetup_read(s->command, strlen(s->command), &setup))
    return false;
  ScreensTraining t = {.trainer = trainer_new(&setup.net),
                       .epochs = setup.net.epochs};
  bool fine = t.trainer && screens_train(&t);
  trainer_free(t.trainer);
  mem_free(t.losses);
  mem_free(t.test_losses);
  trainsetup_free(&setup);
  return fine;
}

static bool play(Script *s, Play *p) {
  *p = (Play){.rest = s->keys, .rows = s->screen.rows};
  s->screen.key = next_key;
  s->screen.now = now;
  s->screen.at = p;
  screen_fake(&s->screen);
  glyph_use_ascii(s->ascii);
  trainscreen_install();
  if (!train(s))
    return complain(err_name(err_now()->type), buf_text(&err_now()->text)),
           false;
  return p->shown || (complain("the keys left the screen", ""), false);
}

/* --- the verdict ---------------------------------------------------------- */

/* Prints the rows that differ; 0 if there are none. */
static int compare(const char *want, const char *seen) {
  int different = 0;
  for (int row = 0; *want || *seen; row++) {
    size_t n = strcspn(want, "\n"), m = strcspn(seen, "\n");
    if (n != m || memcmp(want, seen, n) != 0) {
      printf("row %d\n  want %.*s\n  seen %.*s\n", row, (int)n, want, (int)m,
             seen);
      different = 1;
    }
    want += n + (want[n] == '\n');
    seen += m + (seen[m] == '\n');
  }
  return different;
}

static int accept(const char *path, const char *text, const char *expected,
                  const Buf *seen) {
  FILE *f = fopen(path, "w");
  if (!f)
    return complain("cannot write", path);
  /* the lines before were cut apart by NULs */
  for (const char *c = text; c < expected; c++)
    fputc(*c ? *c : '\n', f);
  fputs(buf_text(seen), f);
  return fclose(f) == 0 ? 0 : complain("cannot write", path);
}

static int run(const char *path, bool accepting) {
  static char text[MAX_FILE];
  Script s;
  Play p = {0};
  FILE *f = fopen(path, "r");
  if (!f)
    return complain("cannot read", path);
  text[fread(text, 1, sizeof text - 1, f)] = '\0';
  fclose(f);
  int status = 1;
  if (read_script(text, &s) && play(&s, &p))
    status = accepting ? accept(path, text, s.expected, &p.seen)
                       : compare(s.expected, buf_text(&p.seen));
  buf_free(&p.seen);
  return status;
}

int main(int argc, char **argv) {
  bool accepting = argc > 1 && !strcmp(argv[1], "--accept");
  int status = 0;
  setlocale(LC_CTYPE, "");
  for (int i = accepting ? 2 : 1; i < argc; i++)
    status |= run(argv[i], accepting);
  return status;
}
