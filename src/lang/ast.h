/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syntax tree. Every node knows its span of the source. A Tree owns its
   nodes (one arena) and a reference to its source; it is counted, because
   functions outlive the line that defined them. */
#ifndef XENT_LANG_AST_H
#define XENT_LANG_AST_H

#include "base/arena.h"
#include "base/source.h"
#include "base/sym.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum NodeType {
  /* expressions */
  NODE_NONE,      /* None */
  NODE_BOOL,      /* i: 0 or 1 */
  NODE_INT,       /* i */
  NODE_FLOAT,     /* f */
  NODE_STR,       /* str: escapes resolved, neighbours joined */
  NODE_FSTRING,   /* list: NODE_STR and NODE_FORMAT pieces */
  NODE_FORMAT,    /* format: one {...} of an f-string */
  NODE_ELLIPSIS,  /* ... */
  NODE_NAME,      /* name */
  NODE_UNARY,     /* bin.left; op: an AstOp */
  NODE_BINARY,    /* bin; op */
  NODE_BOOLOP,    /* bin; op: OP_AND or OP_OR */
  NODE_COMPARE,   /* compare: a < b <= c */
  NODE_TERNARY,   /* three: first if second else third */
  NODE_CALL,      /* call */
  NODE_KEYWORD,   /* keyword: name=value among a call's arguments */
  NODE_STARRED,   /* bin.left: *x; op OP_POW: **x */
  NODE_ATTRIBUTE, /* attribute */
  NODE_SUBSCRIPT, /* bin: left[right] */
  NODE_SLICE,     /* three: first:second:third, each may be NULL */
  NODE_LIST,      /* list */
  NODE_TUPLE,     /* list */
  NODE_SET,       /* list */
  NODE_DICT,      /* list: key, value, key, value ... (NULL key: **value) */
  NODE_LAMBDA,    /* function; body is one expression */
  NODE_LISTCOMP,  /* comprehension */
  NODE_SETCOMP,
  NODE_GENERATOR,
  NODE_DICTCOMP,
  /* statements */
  NODE_EXPR_STMT, /* bin.left; flag AST_SILENT: ended by `;` */
  NODE_ASSIGN,    /* assign: targets (left to right) = value */
  NODE_AUGMENT,   /* bin; op: left op= right */
  NODE_ANNOTATE,  /* assign: one target, value NULL: `x: int`, does nothing */
  NODE_RETURN,    /* bin.left or NULL */
  NODE_PASS,
  NODE_BREAK,
  NODE_CONTINUE,
  NODE_DEL,      /* list of targets */
  NODE_GLOBAL,   /* names */
  NODE_NONLOCAL, /* names */
  NODE_ASSERT,   /* bin: test, message or NULL */
  NODE_RAISE,    /* bin: exception or NULL, cause or NULL */
  NODE_IMPORT,   /* import: import a.b as c, ... */
  NODE_FROM,     /* import: from a.b import c as d, ... ; n 0: star */
  NODE_IF,       /* branch: test, body, orelse (an `elif` is one NODE_IF) */
  NODE_WHILE,    /* branch */
  NODE_FOR,      /* loop */
  NODE_TRY,      /* try_ */
  NODE_WITH,     /* with */
  NODE_DEF,      /* function */
  NODE_CLASS     /* class_ */
} NodeType;

/* enum, Python's sign, method name of the data model */
#define AST_OPS(X)                                                             \
  X(ADD, "+", "__add__")                                                       \
  X(SUB, "-", "__sub__")                                                       \
  X(MUL, "*", "__mul__")                                                       \
  X(DIV, "/", "__truediv__")                                                   \
  X(FLOORDIV, "//", "__floordiv__")                                            \
  X(MOD, "%", "__mod__")                                                       \
  X(POW, "**", "__pow__")                                                      \
  X(MATMUL, "@", "__matmul__")                                                 \
  X(BITAND, "&", "__and__")                                                    \
  X(BITOR, "|", "__or__")                                                      \
  X(BITXOR, "^", "__xor__")                                                    \
  X(LSHIFT, "<<", "__lshift__")                                                \
  X(RSHIFT, ">>", "__rshift__")                                                \
  X(POS, "+", "__pos__")                                                       \
  X(NEG, "-", "__neg__")                                                       \
  X(INVERT, "~", "__invert__")                                                 \
  X(NOT, "not", "")                                                            \
  X(AND, "and", "")                                                            \
  X(OR, "or", "")                                                              \
  X(LT, "<", "__lt__")                                                         \
  X(LE, "<=", "__le__")                                                        \
  X(EQ, "==", "__eq__")                                                        \
  X(NE, "!=", "__ne__")                                                        \
  X(GE, ">=", "__ge__")                                                        \
  X(GT, ">", "__gt__")                                                         \
  X(IN, "in", "__contains__")                                                  \
  X(NOT_IN, "not in", "")                                                      \
  X(IS, "is", "")                                                              \
  X(IS_NOT, "is not", "")

typedef enum AstOp {
#define X(name, sign, method) AST_##name,
  AST_OPS(X)
#undef X
      AST_OP_COUNT
} AstOp;

const char *ast_op_sign(AstOp op);
const char *ast_op_method(AstOp op);

enum {
  AST_SILENT = 1,         /* EXPR_STMT: a `;` followed */
  AST_PARENTHESES = 2,    /* the expression stood in parentheses */
  AST_STATIC = 4,         /* DEF: @staticmethod */
  AST_PROPERTY = 8,       /* DEF: @property */
  AST_CLASSMETHOD = 16,   /* DEF: @classmethod */
  AST_DECORATED = 32,     /* DEF, CLASS: function.decorators is not empty */
  AST_STAR_PARAM = 1,     /* Param: *args */
  AST_DOUBLE_PARAM = 2,   /* Param: **kwargs */
  AST_KEYWORD_ONLY = 4,   /* Param: after `*` or `*args` */
  AST_POSITIONAL_ONLY = 8 /* Param: before `/` */
};

typedef struct Node Node;

typedef struct Param {
  const Sym *name;
  Node *fallback; /* default value or NULL */
  uint32_t flags;
  Span span;
} Param;

/* for target in iter if cond if cond ... */
typedef struct CompFor {
  Node *target, *iter;
  Node **conds;
  int32_t n_conds;
} CompFor;

typedef struct ImportName {
  const char *dotted; /* "torch.nn.functional"; in NODE_FROM one name */
  const Sym *as;      /* what it binds */
  Span span;
  bool renamed; /* an `as` stood there */
} ImportName;

typedef struct Handler {
  Node *type;      /* NULL: bare except */
  const Sym *name; /* or NULL */
  Node **body;
  int32_t n;
  int32_t slot; /* the resolver's */
  uint8_t scope;
  Span span;
} Handler;

/* What the resolver found out of a function's or class body's names. */
struct Scope;

struct Node {
  uint8_t type; /* a NodeType */
  uint8_t op;   /* an AstOp where the type has one */
  uint16_t flags;
  uint32_t cell; /* for the evaluator: index of a cache, 0 none */
  Span span;
  union {
    int64_t i;
    double f;
    struct {
      const char *text;
      size_t len;
    } str;
    struct {
      const Sym *sym;
      int32_t slot;  /* the resolver's */
      uint8_t scope; /* the resolver's */
    } name;
    struct {
      Node *left, *right;
    } bin;
    struct {
      Node *first, *second, *third;
    } three;
    struct {
      Node **items;
      int32_t n;
    } list;
    struct {
      Node **items; /* n + 1 operands */
      uint8_t *ops; /* n AstOps */
      int32_t n;
    } compare;
    struct {
      Node *func;
      Node **args; /* values, NODE_STARRED, NODE_KEYWORD, in order */
      int32_t n;
      int32_t n_plain; /* leading arguments that are plain values */
    } call;
    struct {
      const Sym *name;
      Node *value;
    } keyword;
    struct {
      Node *value;
      const Sym *name;
      Span name_span;
    } attribute;
    struct {
      Node *value;
      Node *spec;       /* NODE_FSTRING, or NULL */
      const char *text; /* the expression's source, for `{x=}`, or NULL */
      char conversion;  /* 'r', 's', 'a' or 0 */
    } format;
    struct {
      Node *element, *value; /* value: the dict's */
      CompFor *loops;
      int32_t n;
      struct Scope *scope;
    } comprehension;
    struct {
      Node **targets;
      Node *value;
      int32_t n;
    } assign;
    struct {
      const Sym **items;
      int32_t n;
    } names;
    struct {
      ImportName *items;
      const char *module; /* NODE_FROM: dotted */
      int32_t n;
    } import;
    struct {
      Node *test;
      Node **body, **orelse;
      int32_t n, n_else;
    } branch;
    struct {
      Node *target, *iter;
      Node **body, **orelse;
      int32_t n, n_else;
    } loop;
    struct {
      Node **body, **orelse, **finally;
      Handler *handlers;
      int32_t n, n_else, n_finally, n_handlers;
    } try_;
    struct {
      Node **items;   /* context expressions */
      Node **targets; /* beside each: a target or NULL */
      Node **body;
      int32_t n_items, n;
    } with;
    struct {
      const Sym *name; /* NULL: a lambda */
      Param *params;
      Node **body; /* a lambda: one expression */
      Node **decorators;
      const char *doc; /* docstring or NULL */
      struct Scope *scope;
      int32_t n_params, n, n_decorators;
    } function;
    struct {
      const Sym *name;
      Node **bases; /* values and NODE_KEYWORD */
      Node **body;
      Node **decorators;
      const char *doc;
      struct Scope *scope;
      int32_t n_bases, n, n_decorators;
    } class_;
  };
};

typedef struct Tree {
  uint32_t refs;
  uint32_t cells; /* how many Node.cell are given out, from 1 */
  bool prompt;    /* the session's rules hold: lists compute elementwise */
  const Sym *library; /* the library file whose names its globals are */
  Source *source;
  Arena arena;
  Node **body; /* statements */
  int32_t n;
  struct Scope *scope; /* the resolver's */
  void *caches;        /* the evaluator's: `cells` of them */
} Tree;

/* An empty tree with a reference to the source (borrowed here); it lives in
   its own arena. NULL with the error record filled. */
Tree *ast_new(Source *source);
Tree *ast_ref(Tree *t);
void ast_unref(Tree *t); /* NULL allowed */

/* A zeroed node of the tree's arena, only as long as its type's member of the
   union needs: a node must never be copied by value. NULL with the error
   record filled. */
Node *ast_node(Tree *t, NodeType type, Span span);

/* Releases the memory kept for the next tree (at exit). */
void ast_free_spare(void);

/* The evaluator sets this once: releases t->caches. */
extern void (*ast_drop_caches)(Tree *t);

#endif
