/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/astwalk.h"

static bool one(Node *n, AstVisit visit, void *self) {
  return !n || visit(self, n);
}

bool astwalk_list(Node *const *items, int32_t n, AstVisit visit, void *self) {
  for (int32_t i = 0; i < n; i++)
    if (!one(items[i], visit, self))
      return false;
  return true;
}

static bool comprehension(Node *n, AstVisit visit, void *self) {
  for (int32_t i = 0; i < n->comprehension.n; i++) {
    CompFor *c = &n->comprehension.loops[i];
    if (!one(c->iter, visit, self) || !one(c->target, visit, self) ||
        !astwalk_list(c->conds, c->n_conds, visit, self))
      return false;
  }
  return one(n->comprehension.element, visit, self) &&
         one(n->comprehension.value, visit, self);
}

static bool function(Node *n, AstVisit visit, void *self) {
  for (int32_t i = 0; i < n->function.n_params; i++)
    if (!one(n->function.params[i].fallback, visit, self))
      return false;
  return astwalk_list(n->function.decorators, n->function.n_decorators, visit,
                      self) &&
         astwalk_list(n->function.body, n->function.n, visit, self);
}

static bool try_statement(Node *n, AstVisit visit, void *self) {
  if (!astwalk_list(n->try_.body, n->try_.n, visit, self))
    return false;
  for (int32_t i = 0; i < n->try_.n_handlers; i++) {
    Handler *h = &n->try_.handlers[i];
    if (!one(h->type, visit, self) || !astwalk_list(h->body, h->n, visit, self))
      return false;
  }
  return astwalk_list(n->try_.orelse, n->try_.n_else, visit, self) &&
         astwalk_list(n->try_.finally, n->try_.n_finally, visit, self);
}

static bool with(Node *n, AstVisit visit, void *self) {
  for (int32_t i = 0; i < n->with.n_items; i++)
    if (!one(n->with.items[i], visit, self) ||
        !one(n->with.targets[i], visit, self))
      return false;
  return astwalk_list(n->with.body, n->with.n, visit, self);
}

static bool class_statement(Node *n, AstVisit visit, void *self) {
  return astwalk_list(n->class_.decorators, n->class_.n_decorators, visit,
                      self) &&
         astwalk_list(n->class_.bases, n->class_.n_bases, visit, self) &&
         astwalk_list(n->class_.body, n->class_.n, visit, self);
}

static bool statement(Node *n, AstVisit visit, void *self) {
  switch (n->type) {
  case NODE_ASSIGN:
  case NODE_ANNOTATE:
    return one(n->assign.value, visit, self) &&
           astwalk_list(n->assign.targets, n->assign.n, visit, self);
  case NODE_IF:
  case NODE_WHILE:
    return one(n->branch.test, visit, self) &&
           astwalk_list(n->branch.body, n->branch.n, visit, self) &&
           astwalk_list(n->branch.orelse, n->branch.n_else, visit, self);
  case NODE_FOR:
    return one(n->loop.iter, visit, self) && one(n->loop.target, visit, self) &&
           astwalk_list(n->loop.body, n->loop.n, visit, self) &&
           astwalk_list(n->loop.orelse, n->loop.n_else, visit, self);
  case NODE_TRY: return try_statement(n, visit, self);
  case NODE_WITH: return with(n, visit, self);
  case NODE_DEF: return function(n, visit, self);
  case NODE_CLASS: return class_statement(n, visit, self);
  default: return true;
  }
}

bool astwalk_children(Node *n, AstVisit visit, void *self) {
  switch (n->type) {
  case NODE_UNARY:
  case NODE_BINARY:
  case NODE_BOOLOP:
  case NODE_STARRED:
  case NODE_SUBSCRIPT:
  case NODE_EXPR_STMT:
  case NODE_AUGMENT:
  case NODE_RETURN:
  case NODE_ASSERT:
  case NODE_RAISE:
    return one(n->bin.left, visit, self) && one(n->bin.right, visit, self);
  case NODE_TERNARY:
  case NODE_SLICE:
    return one(n->three.first, visit, self) &&
           one(n->three.second, visit, self) &&
           one(n->three.third, visit, self);
  case NODE_LIST:
  case NODE_TUPLE:
  case NODE_SET:
  case NODE_DICT:
  case NODE_FSTRING:
  case NODE_DEL: return astwalk_list(n->list.items, n->list.n, visit, self);
  case NODE_COMPARE:
    return astwalk_list(n->compare.items, n->compare.n + 1, visit, self);
  case NODE_CALL:
    return one(n->call.func, visit, self) &&
           astwalk_list(n->call.args, n->call.n, visit, self);
  case NODE_KEYWORD: return one(n->keyword.value, visit, self);
  case NODE_ATTRIBUTE: return one(n->attribute.value, visit, self);
  case NODE_FORMAT:
    return one(n->format.value, visit, self) &&
           one(n->format.spec, visit, self);
  case NODE_LAMBDA: return function(n, visit, self);
  case NODE_LISTCOMP:
  case NODE_SETCOMP:
  case NODE_GENERATOR:
  case NODE_DICTCOMP: return comprehension(n, visit, self);
  default: return statement(n, visit, self);
  }
}
