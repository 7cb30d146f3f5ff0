/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluator of statements. */
#ifndef XENT_LANG_EXEC_H
#define XENT_LANG_EXEC_H

#include "lang/interp.h"

/* Called after each top-level statement; value: of an expression statement,
   else absent (borrowed). False stops the run with the error record filled. */
typedef bool (*ExecEcho)(void *self, const Node *statement, Value value);

/* Runs the statements of a tree at module level. False with the error record
   filled. What statements bound before the failure stays bound. */
bool exec_tree(Tree *tree, ExecEcho echo, void *self);

/* Value of the one expression of a tree made by parser_expression. */
Value exec_expression(Tree *tree);

/* What a statement did. */
typedef enum Flow {
  FLOW_NEXT,
  FLOW_BREAK,
  FLOW_CONTINUE,
  FLOW_RETURN, /* frame->result is set */
  FLOW_ERROR
} Flow;

Flow exec_body(Frame *f, Node *const *body, int32_t n);

/* Binds a value to a target: name, tuple, attribute, item. */
bool exec_assign(Frame *f, Node *target, Value v);

/* `del` of one target. */
bool exec_delete(Frame *f, Node *target);

/* Binds a value to a name in the frame's innermost scope. */
bool exec_bind(Frame *f, const Sym *name, Value v);

#endif
