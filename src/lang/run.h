/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From text to tree to value by the session's rules (Tree.prompt), which no
   file has. `name` and `line` are what errors call the text and its first
   line. Everything fails with the error record filled. */
#ifndef XENT_LANG_RUN_H
#define XENT_LANG_RUN_H

#include "lang/exec.h"

/* The tree of what was typed; done: no more lines come (parser_prompt). */
Tree *run_parse(const char *name, uint32_t line, const char *text, size_t n,
                bool done);

/* The tree of one expression (parser_expression). */
Tree *run_parse_expression(const char *name, uint32_t line, const char *text,
                           size_t n);

/* Runs a whole text; echo may be NULL. */
bool run_text(const char *name, const char *text, size_t n, ExecEcho echo,
              void *self);

/* The value of one expression. */
Value run_expression(const char *name, uint32_t line, const char *text,
                     size_t n);

#endif
