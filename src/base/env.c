/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/env.h"

#include <stdlib.h>
#include <string.h>

bool env_has(const char *variable) {
  const char *value = getenv(variable);
  return value && *value;
}

bool env_has_terminal(void) {
  return env_has("TERM") && strcmp(getenv("TERM"), "dumb") != 0;
}
