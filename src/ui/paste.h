/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Enter hands over may be many lines: a paste, or a block recalled from
   the history. */
#ifndef XENT_UI_PASTE_H
#define XENT_UI_PASTE_H

#include "app/session.h"

/* Gives text to the session line by line and stops at the first error. Of a
   transcript only the lines after prompts are taken; an empty line within an
   indented block does not end the block. */
SessionReply paste_run(const char *text);

#endif
