/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluator of expressions: walks the tree. Statements are in exec.h. */
#ifndef XENT_LANG_EVAL_H
#define XENT_LANG_EVAL_H

#include "base/note.h"
#include "lang/interp.h"

/* Value of an expression node in a running frame. */
Value eval_node(Frame *f, Node *n);

/* Where notes belong from now on: the learner's own code, not a library's. */
static inline void eval_place(const Frame *f, const Node *n) {
  if (!f->tree->library)
    note_place = (NotePlace){f->tree->source, n->span};
}

/* Truth of an expression: 1, 0, or -1 with the error record filled. */
int eval_truth(Frame *f, Node *n);

void eval_drop_caches(Tree *t);

/* Borrowed value of a name; absent with NameError or UnboundLocalError. */
Value eval_name(Frame *f, const Node *n);

/* `frame->class_body` and the like for a comprehension or class that needs a
   frame of its own: slots on the value stack. False: RecursionError. */
bool eval_enter(Frame *inner, Frame *outer, Tree *tree, int32_t slots);
void eval_leave(Frame *inner);

/* True if the comprehension, lambda or class has been resolved or could be. */
bool eval_resolved(Frame *f, Node *n, struct Scope **scope);

#endif
