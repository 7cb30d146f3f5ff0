/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A syntax tree as a compact s-expression, for the parser's tests. */
#ifndef XENT_TESTS_TREE_DUMP_H
#define XENT_TESTS_TREE_DUMP_H

#include "base/buf.h"
#include "lang/ast.h"

static void dump_node(Buf *b, const Node *n);

static void dump_list(Buf *b, Node *const *items, int32_t n) {
  buf_str(b, "[");
  for (int32_t i = 0; i < n; i++) {
    buf_str(b, i ? " " : "");
    dump_node(b, items[i]);
  }
  buf_str(b, "]");
}

static void dump_text(Buf *b, const char *text, size_t n) {
  buf_char(b, '"');
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c < ' ' || c >= 0x7F || c == '"' || c == '\\')
      buf_fmt(b, "\\%02x", c);
    else
      buf_char(b, (char)c);
  }
  buf_char(b, '"');
}

static void dump_params(Buf *b, const Node *n) {
  buf_str(b, "(");
  for (int32_t i = 0; i < n->function.n_params; i++) {
    const Param *p = &n->function.params[i];
    buf_fmt(b, "%s%s%s%s%s", i ? " " : "",
            p->flags & AST_POSITIONAL_ONLY ? "/" : "",
            p->flags & AST_KEYWORD_ONLY ? "!" : "",
            p->flags & AST_DOUBLE_PARAM ? "**"
            : p->flags & AST_STAR_PARAM ? "*"
                                        : "",
            p->name->text);
    if (p->fallback) {
      buf_str(b, "=");
      dump_node(b, p->fallback);
    }
  }
  buf_str(b, ")");
}

static void dump_comprehension(Buf *b, const char *word, const Node *n) {
  buf_fmt(b, "(%s ", word);
  dump_node(b, n->comprehension.element);
  if (n->comprehension.value) {
    buf_str(b, " ");
    dump_node(b, n->comprehension.value);
  }
  for (int32_t i = 0; i < n->comprehension.n; i++) {
    const CompFor *c = &n->comprehension.loops[i];
    buf_str(b, " for ");
    dump_node(b, c->target);
    buf_str(b, " ");
    dump_node(b, c->iter);
    dump_list(b, c->conds, c->n_conds);
  }
  buf_str(b, ")");
}

static void dump_pair(Buf *b, const char *word, const Node *left,
                      const Node *right) {
  buf_fmt(b, "(%s ", word);
  dump_node(b, left);
  if (right) {
    buf_str(b, " ");
    dump_node(b, right);
  }
  buf_str(b, ")");
}

static void dump_body(Buf *b, const char *word, Node *const *body, int32_t n) {
  if (n)
    buf_fmt(b, " %s", word);
  if (n)
    dump_list(b, body, n);
}

static void dump_names(Buf *b, const char *word, const Node *n) {
  buf_fmt(b, "(%s", word);
  for (int32_t i = 0; i < n->names.n; i++)
    buf_fmt(b, " %s", n->names.items[i]->text);
  buf_str(b, ")");
}

static void dump_import(Buf *b, const Node *n) {
  buf_str(b, "(import");
  if (n->type == NODE_FROM)
    buf_fmt(b, "-from %s", n->import.module);
  if (n->type == NODE_FROM && !n->import.n)
    buf_str(b, " *");
  for (int32_t i = 0; i < n->import.n; i++) {
    const ImportName *m = &n->import.items[i];
    buf_fmt(b, " %s", m->dotted);
    if (m->renamed)
      buf_fmt(b, "=%s", m->as->text);
  }
  buf_str(b, ")");
}

static void dump_try(Buf *b, const Node *n) {
  buf_str(b, "(try");
  dump_body(b, "", n->try_.body, n->try_.n);
  for (int32_t i = 0; i < n->try_.n_handlers; i++) {
    const Handler *h = &n->try_.handlers[i];
    buf_str(b, " (except ");
    dump_node(b, h->type);
    if (h->name)
      buf_fmt(b, "=%s", h->name->text);
    dump_body(b, "", h->body, h->n);
    buf_str(b, ")");
  }
  dump_body(b, "else", n->try_.orelse, n->try_.n_else);
  dump_body(b, "finally", n->try_.finally, n->try_.n_finally);
  buf_str(b, ")");
}

static void dump_with(Buf *b, const Node *n) {
  buf_str(b, "(with");
  for (int32_t i = 0; i < n->with.n_items; i++) {
    buf_str(b, " ");
    dump_node(b, n->with.items[i]);
    if (n->with.targets[i]) {
      buf_str(b, "=");
      dump_node(b, n->with.targets[i]);
    }
  }
  dump_body(b, "", n->with.body, n->with.n);
  buf_str(b, ")");
}

static void dump_def(Buf *b, const Node *n) {
  buf_fmt(b, "(def%s%s%s ", n->flags & AST_STATIC ? " @static" : "",
          n->flags & AST_PROPERTY ? " @property" : "",
          n->flags & AST_CLASSMETHOD ? " @class" : "");
  if (n->flags & AST_DECORATED) {
    buf_str(b, "@");
    dump_list(b, n->function.decorators, n->function.n_decorators);
    buf_str(b, " ");
  }
  buf_str(b, n->function.name->text);
  dump_params(b, n);
  dump_body(b, "", n->function.body, n->function.n);
  buf_str(b, ")");
}

static void dump_atom(Buf *b, const Node *n) {
  switch (n->type) {
  case NODE_NONE: buf_str(b, "None"); break;
  case NODE_BOOL: buf_str(b, n->i ? "True" : "False"); break;
  case NODE_INT: buf_fmt(b, "%lld", (long long)n->i); break;
  case NODE_FLOAT: buf_fmt(b, "%.17gf", n->f); break;
  case NODE_STR: dump_text(b, n->str.text, n->str.len); break;
  case NODE_ELLIPSIS: buf_str(b, "..."); break;
  default: buf_str(b, n->name.sym->text); break;
  }
}

static void dump_format(Buf *b, const Node *n) {
  buf_str(b, "{");
  if (n->format.text) {
    dump_text(b, n->format.text, strlen(n->format.text));
    buf_str(b, "=");
  }
  dump_node(b, n->format.value);
  if (n->format.conversion)
    buf_fmt(b, "!%c", n->format.conversion);
  if (n->format.spec) {
    buf_str(b, ":");
    dump_node(b, n->format.spec);
  }
  buf_str(b, "}");
}

static void dump_compare(Buf *b, const Node *n) {
  buf_str(b, "(compare ");
  dump_node(b, n->compare.items[0]);
  for (int32_t i = 0; i < n->compare.n; i++) {
    buf_fmt(b, " %s ", ast_op_sign(n->compare.ops[i]));
    dump_node(b, n->compare.items[i + 1]);
  }
  buf_str(b, ")");
}

static void dump_three(Buf *b, const char *word, const Node *n) {
  buf_fmt(b, "(%s ", word);
  dump_node(b, n->three.first);
  buf_str(b, " ");
  dump_node(b, n->three.second);
  buf_str(b, " ");
  dump_node(b, n->three.third);
  buf_str(b, ")");
}

static void dump_expression(Buf *b, const Node *n) {
  switch (n->type) {
  case NODE_FSTRING:
    buf_str(b, "f");
    dump_list(b, n->list.items, n->list.n);
    break;
  case NODE_FORMAT: dump_format(b, n); break;
  case NODE_UNARY:
  case NODE_BINARY:
  case NODE_BOOLOP:
    dump_pair(b, ast_op_sign(n->op), n->bin.left, n->bin.right);
    break;
  case NODE_COMPARE: dump_compare(b, n); break;
  case NODE_TERNARY: dump_three(b, "?", n); break;
  case NODE_CALL:
    buf_str(b, "(call ");
    dump_node(b, n->call.func);
    buf_str(b, " ");
    dump_list(b, n->call.args, n->call.n);
    buf_str(b, ")");
    break;
  case NODE_KEYWORD:
    buf_fmt(b, "%s=", n->keyword.name->text);
    dump_node(b, n->keyword.value);
    break;
  case NODE_STARRED:
    dump_pair(b, n->op == AST_POW ? "**" : "*", n->bin.left, NULL);
    break;
  case NODE_ATTRIBUTE:
    buf_str(b, "(. ");
    dump_node(b, n->attribute.value);
    buf_fmt(b, " %s)", n->attribute.name->text);
    break;
  case NODE_SUBSCRIPT: dump_pair(b, "[]", n->bin.left, n->bin.right); break;
  case NODE_SLICE: dump_three(b, ":", n); break;
  case NODE_LIST:
  case NODE_TUPLE:
  case NODE_SET:
  case NODE_DICT:
    buf_str(b, n->type == NODE_LIST    ? "list"
               : n->type == NODE_TUPLE ? "tuple"
               : n->type == NODE_SET   ? "set"
                                       : "dict");
    dump_list(b, n->list.items, n->list.n);
    break;
  case NODE_LAMBDA:
    buf_str(b, "(lambda ");
    dump_params(b, n);
    buf_str(b, " ");
    dump_node(b, n->function.body[0]);
    buf_str(b, ")");
    break;
  case NODE_LISTCOMP: dump_comprehension(b, "listcomp", n); break;
  case NODE_SETCOMP: dump_comprehension(b, "setcomp", n); break;
  case NODE_GENERATOR: dump_comprehension(b, "generator", n); break;
  case NODE_DICTCOMP: dump_comprehension(b, "dictcomp", n); break;
  default: dump_atom(b, n); break;
  }
}

static void dump_branch(Buf *b, const char *word, const Node *n) {
  buf_fmt(b, "(%s ", word);
  dump_node(b, n->branch.test);
  dump_body(b, "", n->branch.body, n->branch.n);
  dump_body(b, "else", n->branch.orelse, n->branch.n_else);
  buf_str(b, ")");
}

static void dump_assign(Buf *b, const Node *n) {
  buf_str(b, n->type == NODE_ASSIGN ? "(= " : "(annotate ");
  dump_list(b, n->assign.targets, n->assign.n);
  if (n->assign.value) {
    buf_str(b, " ");
    dump_node(b, n->assign.value);
  }
  buf_str(b, ")");
}

static void dump_for(Buf *b, const Node *n) {
  buf_str(b, "(for ");
  dump_node(b, n->loop.target);
  buf_str(b, " ");
  dump_node(b, n->loop.iter);
  dump_body(b, "", n->loop.body, n->loop.n);
  dump_body(b, "else", n->loop.orelse, n->loop.n_else);
  buf_str(b, ")");
}

static void dump_class(Buf *b, const Node *n) {
  buf_fmt(b, "(class %s ", n->class_.name->text);
  dump_list(b, n->class_.bases, n->class_.n_bases);
  dump_body(b, "", n->class_.body, n->class_.n);
  buf_str(b, ")");
}

static void dump_statement(Buf *b, const Node *n) {
  switch (n->type) {
  case NODE_EXPR_STMT:
    dump_node(b, n->bin.left);
    buf_str(b, n->flags & AST_SILENT ? ";" : "");
    break;
  case NODE_ASSIGN:
  case NODE_ANNOTATE: dump_assign(b, n); break;
  case NODE_AUGMENT:
    buf_fmt(b, "(%s= ", ast_op_sign(n->op));
    dump_node(b, n->bin.left);
    buf_str(b, " ");
    dump_node(b, n->bin.right);
    buf_str(b, ")");
    break;
  case NODE_RETURN: dump_pair(b, "return", n->bin.left, NULL); break;
  case NODE_PASS: buf_str(b, "pass"); break;
  case NODE_BREAK: buf_str(b, "break"); break;
  case NODE_CONTINUE: buf_str(b, "continue"); break;
  case NODE_DEL:
    buf_str(b, "(del ");
    dump_list(b, n->list.items, n->list.n);
    buf_str(b, ")");
    break;
  case NODE_GLOBAL: dump_names(b, "global", n); break;
  case NODE_NONLOCAL: dump_names(b, "nonlocal", n); break;
  case NODE_ASSERT: dump_pair(b, "assert", n->bin.left, n->bin.right); break;
  case NODE_RAISE: dump_pair(b, "raise", n->bin.left, n->bin.right); break;
  case NODE_IMPORT:
  case NODE_FROM: dump_import(b, n); break;
  case NODE_IF: dump_branch(b, "if", n); break;
  case NODE_WHILE: dump_branch(b, "while", n); break;
  case NODE_FOR: dump_for(b, n); break;
  case NODE_TRY: dump_try(b, n); break;
  case NODE_WITH: dump_with(b, n); break;
  case NODE_DEF: dump_def(b, n); break;
  default: dump_class(b, n); break;
  }
}

static void dump_node(Buf *b, const Node *n) {
  if (!n)
    buf_str(b, "_");
  else if (n->type < NODE_EXPR_STMT)
    dump_expression(b, n);
  else
    dump_statement(b, n);
}

static void dump_tree(Buf *b, const Tree *t) {
  for (int32_t i = 0; i < t->n; i++) {
    buf_str(b, i ? "\n" : "");
    dump_node(b, t->body[i]);
  }
}

#endif
