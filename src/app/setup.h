/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The surroundings before anything runs: open streams, character set, terminal,
   colours, the options that settle how a session begins. */
#ifndef XENT_APP_SETUP_H
#define XENT_APP_SETUP_H

#include "app/options.h"
#include "app/session.h"

/* Streams, locale, signs and colours. Needs no session. */
void setup_surroundings(const Options *o);

/* Lines are typed at a terminal. */
bool setup_typed(void);

/* In a started session: the seed, what becomes of warnings. */
SessionReply setup_session(const Options *o);

#endif
