/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/ast.h"

#include <string.h>

void (*ast_drop_caches)(Tree *t);

static const struct {
  const char *sign, *method;
} ops[] = {
#define X(name, sign, method) {sign, method},
    AST_OPS(X)
#undef X
};

const char *ast_op_sign(AstOp op) {
  return ops[op].sign;
}

const char *ast_op_method(AstOp op) {
  return ops[op].method;
}

/* The memory of the tree that was released last: a line at the prompt then
   costs no allocation. */
static Arena spare;

/* What the cache may hold on to. */
enum { SPARE_LIMIT = 8192 };

Tree *ast_new(Source *source) {
  Arena a = spare;
  spare = ARENA_EMPTY;
  Tree *t = arena_alloc(&a, sizeof *t);
  if (!t) {
    arena_free(&a);
    return NULL;
  }
  t->refs = 1;
  t->source = source_ref(source);
  t->arena = a;
  return t;
}

Tree *ast_ref(Tree *t) {
  t->refs++;
  return t;
}

/* The tree stands at the start of its arena's first block: when the end of
   the newest block is near, that block is the only one. */
void ast_unref(Tree *t) {
  if (!t || --t->refs)
    return;
  if (t->caches && ast_drop_caches)
    ast_drop_caches(t);
  source_unref(t->source);
  Arena a = t->arena;
  if (spare.block || (uintptr_t)a.end - (uintptr_t)t > SPARE_LIMIT) {
    arena_free(&a);
    return;
  }
  arena_reset(&a);
  spare = a;
}

void ast_free_spare(void) {
  arena_free(&spare);
}

#define SIZE(member) (offsetof(Node, member) + sizeof(((Node *)NULL)->member))

static const uint8_t size_of[] = {
    [NODE_NONE] = SIZE(i),
    [NODE_BOOL] = SIZE(i),
    [NODE_INT] = SIZE(i),
    [NODE_FLOAT] = SIZE(f),
    [NODE_STR] = SIZE(str),
    [NODE_FSTRING] = SIZE(list),
    [NODE_FORMAT] = SIZE(format),
    [NODE_ELLIPSIS] = SIZE(i),
    [NODE_NAME] = SIZE(name),
    [NODE_UNARY] = SIZE(bin),
    [NODE_BINARY] = SIZE(bin),
    [NODE_BOOLOP] = SIZE(bin),
    [NODE_COMPARE] = SIZE(compare),
    [NODE_TERNARY] = SIZE(three),
    [NODE_CALL] = SIZE(call),
    [NODE_KEYWORD] = SIZE(keyword),
    [NODE_STARRED] = SIZE(bin),
    [NODE_ATTRIBUTE] = SIZE(attribute),
    [NODE_SUBSCRIPT] = SIZE(bin),
    [NODE_SLICE] = SIZE(three),
    [NODE_LIST] = SIZE(list),
    [NODE_TUPLE] = SIZE(list),
    [NODE_SET] = SIZE(list),
    [NODE_DICT] = SIZE(list),
    [NODE_LAMBDA] = SIZE(function),
    [NODE_LISTCOMP] = SIZE(comprehension),
    [NODE_SETCOMP] = SIZE(comprehension),
    [NODE_GENERATOR] = SIZE(comprehension),
    [NODE_DICTCOMP] = SIZE(comprehension),
    [NODE_EXPR_STMT] = SIZE(bin),
    [NODE_ASSIGN] = SIZE(assign),
    [NODE_AUGMENT] = SIZE(bin),
    [NODE_ANNOTATE] = SIZE(assign),
    [NODE_RETURN] = SIZE(bin),
    [NODE_PASS] = SIZE(i),
    [NODE_BREAK] = SIZE(i),
    [NODE_CONTINUE] = SIZE(i),
    [NODE_DEL] = SIZE(list),
    [NODE_GLOBAL] = SIZE(names),
    [NODE_NONLOCAL] = SIZE(names),
    [NODE_ASSERT] = SIZE(bin),
    [NODE_RAISE] = SIZE(bin),
    [NODE_IMPORT] = SIZE(import),
    [NODE_FROM] = SIZE(import),
    [NODE_IF] = SIZE(branch),
    [NODE_WHILE] = SIZE(branch),
    [NODE_FOR] = SIZE(loop),
    [NODE_TRY] = SIZE(try_),
    [NODE_WITH] = SIZE(with),
    [NODE_DEF] = SIZE(function),
    [NODE_CLASS] = SIZE(class_),
};

static bool wants_cell(NodeType type) {
  return type == NODE_STR || type == NODE_CALL || type == NODE_ATTRIBUTE ||
         type == NODE_FORMAT || type == NODE_LAMBDA || type == NODE_DEF;
}

/* As arena_alloc, quicker for the few bytes of a node. */
static void *node_memory(Arena *a, size_t size) {
  size = (size + 15) & ~(size_t)15;
  if ((size_t)(a->end - a->at) < size)
    return arena_alloc(a, size);
  char *p = a->at;
  a->at += size;
  for (size_t i = 0; i < size; i += 16)
    memset(p + i, 0, 16);
  return p;
}

Node *ast_node(Tree *t, NodeType type, Span span) {
  Node *n = node_memory(&t->arena, size_of[type]);
  if (!n)
    return NULL;
  n->type = (uint8_t)type;
  n->span = span;
  if (wants_cell(type))
    n->cell = ++t->cells;
  return n;
}
