/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From text to tree: Python 3's grammar as far as xent knows it. What the
   grammar has and xent has not (yield, async, match, walrus, decorators of its
   own, complex numbers, bytes) is refused by name: ERR_Unsupported "xent does
   not support 'yield'". Everything else is a SyntaxError, IndentationError or
   TabError in CPython's words, with a span. */
#ifndef XENT_LANG_PARSER_H
#define XENT_LANG_PARSER_H

#include "lang/ast.h"

/* A whole file, or what was typed at the prompt. NULL with the error record
   filled; err_now()->incomplete tells that more lines could complete it (an
   open bracket, an open triple quote, a block without body, a backslash at the
   end, a block that may go on). */
Tree *parser_file(Source *source);

/* At the prompt a compound statement goes on until an empty line: then
   parser_prompt fails with incomplete set though the text is a whole program,
   unless the text ends with an empty line or `done` says that no more comes. */
Tree *parser_prompt(Source *source, bool done);

/* One expression, newlines around it allowed: the tree has one
   NODE_EXPR_STMT. */
Tree *parser_expression(Source *source);

/* Takes pasted prompts (">>> ", "... ", "In [3]: ", "   ...: ") off the
   starts of lines when the first line has one; the result is new text (the
   caller calls mem_free), or NULL with the error record filled. */
char *parser_strip_prompts(const char *text, size_t len);

#endif
