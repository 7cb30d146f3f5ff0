/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/screens.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool (*screens_train)(ScreensTraining *s);

bool screens_possible(void) {
  const char *term = getenv("TERM");
  return screens_train && term && *term && strcmp(term, "dumb") != 0 &&
         isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}
