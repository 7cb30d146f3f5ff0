/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_LEXER_STRING_H
#define XENT_LANG_LEXER_STRING_H

#include "lang/lexer.h"

/* l->at stands on the opening quote of a string that began, with its prefix,
   at t->span.from; t->flags are set. */
void lexer_string_scan(Lexer *l, Token *t);

#endif
