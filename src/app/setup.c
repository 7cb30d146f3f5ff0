/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/setup.h"

#include "app/output.h"
#include "base/env.h"
#include "base/glyph.h"
#include "lang/interp.h"
#include "lib/random.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A stream that the caller closed would become the next file opened: take its
   place by one that fails as it should. */
static void occupy_streams(void) {
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
        open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
      _exit(2);
}

static bool wants_color(const Options *o) {
  if (o->color != OPTIONS_COLOR_AUTO)
    return o->color == OPTIONS_COLOR_ALWAYS;
  return output_options.terminal && isatty(STDERR_FILENO) &&
         !env_has("NO_COLOR") && env_has_terminal();
}

static void find_size(void) {
  struct winsize size;
  if (!output_options.terminal ||
      ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_col)
    return;
  output_options.columns = size.ws_col;
  output_options.rows = size.ws_row ? size.ws_row : 24;
}

/* "UTF-8", "utf8": the part of a locale's name from its dot on. */
static bool names_utf8(const char *codeset) {
  static const char wanted[] = "utf8";
  size_t n = 0;
  for (const char *p = codeset + 1; *p && *p != '@'; p++)
    if (*p != '-' && tolower((unsigned char)*p) != wanted[n++])
      return false;
  return n == sizeof wanted - 1;
}

/* Whether text is UTF-8 in this locale. Reading the locale's files takes a
   tenth of the whole start, so its name has to do if it says it; Readline and
   curses need the files (LC_NUMERIC stays C). */
static bool is_utf8(void) {
  const char *name = env_has("LC_ALL")     ? getenv("LC_ALL")
                     : env_has("LC_CTYPE") ? getenv("LC_CTYPE")
                     : env_has("LANG")     ? getenv("LANG")
                                           : "C";
  const char *dot = strchr(name, '.');
  bool plain = dot || !strcmp(name, "C") || !strcmp(name, "POSIX");
  if (setup_typed() || !plain) {
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
  }
  return dot ? names_utf8(dot)
             : !plain && !strcmp(nl_langinfo(CODESET), "UTF-8");
}

void setup_surroundings(const Options *o) {
  occupy_streams();
  signal(SIGPIPE, SIG_IGN);
  glyph_use_ascii(!is_utf8() || o->ascii);
  output_options.terminal = isatty(STDOUT_FILENO);
  output_options.color = wants_color(o);
  output_options.transcript = env_has("XENT_TRANSCRIPT");
  find_size();
}

bool setup_typed(void) {
  return isatty(STDIN_FILENO);
}

SessionReply setup_session(const Options *o) {
  char line[32];
  if (o->seeded) {
    interp_seed(o->seed);
    random_seed(o->seed);
  }
  if (!o->warnings)
    return SESSION_OK;
  int n = snprintf(line, sizeof line, "%%set warnings %s", o->warnings);
  return session_text("<command line>", line, (size_t)n);
}
