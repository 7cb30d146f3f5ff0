/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between tokens: line ends, comments, indentation. */
#ifndef XENT_LANG_LEXER_BLANK_H
#define XENT_LANG_LEXER_BLANK_H

#include "lang/lexer.h"

/* Is there a line end? A lone carriage return is one. */
bool lexer_blank_newline(const Lexer *l, uint32_t ahead);

void lexer_blank_skip_newline(Lexer *l);

/* To the end of the line, which stays. */
void lexer_blank_skip_comment(Lexer *l);

/* At the start of a logical line: skips empty lines and finds how the next
   one is indented, as l->owed. False: *t is a TOKEN_ERROR. */
bool lexer_blank_indentation(Lexer *l, Token *t);

#endif
