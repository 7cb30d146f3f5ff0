/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_LANG_LEXER_NUMBER_H
#define XENT_LANG_LEXER_NUMBER_H

#include "lang/lexer.h"

/* l->at stands on a digit, or on a point before one: a whole TOKEN_INT or
   TOKEN_FLOAT. */
void lexer_number_scan(Lexer *l, Token *t);

#endif
