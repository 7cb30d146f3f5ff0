/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the environment says. */
#ifndef XENT_BASE_ENV_H
#define XENT_BASE_ENV_H

#include <stdbool.h>

/* Whether the variable is there and not empty. */
bool env_has(const char *variable);

/* Whether $TERM names a terminal that understands escape sequences. */
bool env_has_terminal(void);

#endif
