/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/screens.h"

#include "base/env.h"

#include <unistd.h>

bool (*screens_train)(ScreensTraining *s);

bool screens_possible(void) {
  return screens_train && env_has_terminal() && isatty(STDIN_FILENO) &&
         isatty(STDOUT_FILENO);
}
