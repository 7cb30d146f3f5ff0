/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the parser that expressions and statements call. */
#ifndef XENT_LANG_PARSER_PARTS_H
#define XENT_LANG_PARSER_PARTS_H

#include "lang/parser_state.h"

/* primary: atom, then any of `.name`, `(arguments)`, `[slices]` */
Node *parser_atom_primary(Parser *p);

/* The arguments up to ')', which is taken, in call.args; what stands before
   them is the caller's. generator: `f(x for x in y)` is allowed; open is the
   place of its '('. */
bool parser_call_arguments(Parser *p, bool generator, uint32_t open,
                           Node ***args, int32_t *n);

/* for_if_clauses behind an element (and a dict's value): the whole
   comprehension, without its closing bracket. */
Node *parser_comp_rest(Parser *p, NodeType type, uint32_t from, Node *element,
                       Node *value);

/* strings: one or more string tokens, joined */
Node *parser_string_atom(Parser *p);

/* Appends the text of the literal bytes at the span, escapes resolved unless
   the token is raw. False with the error record filled. */
bool parser_string_decode(Parser *p, const Token *t, Span span, Buf *out);

/* Pushes the pieces of the f-string token's body; *text holds literal text not
   pushed yet, before and after. */
bool parser_fstring_pieces(Parser *p, const Token *t, Buf *text);

/* Pushes *text as a NODE_STR, if there is any, and empties it. */
bool parser_string_flush(Parser *p, Span span, Buf *text);

/* Parameters up to `close` (not taken): those of a def when it is ')', of a
   lambda when it is ':'. */
bool parser_param_list(Parser *p, TokenKind close, Param **params, int32_t *n);

/* star_targets of `for` and comprehensions, checked. */
Node *parser_target_list(Parser *p);

/* Can n be assigned to (or deleted)? Says what cannot. */
bool parser_target_check(Parser *p, const Node *n, bool deleted);

/* Reports a starred expression where none may stand (later). */
bool parser_target_unstarred(Parser *p, const Node *n);

/* Pushes the nodes of the statement, or of the line of simple statements, that
   begins at the token in hand. */
bool parser_stmt_one(Parser *p);

/* simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE */
bool parser_stmt_line(Parser *p);

/* import_name, import_from; the keyword is the token in hand. */
Node *parser_import_name(Parser *p);
Node *parser_import_from(Parser *p);

/* Is a compound statement ahead? If so, it is parsed to *n. */
bool parser_block_begins(TokenKind kind);
Node *parser_block_statement(Parser *p);

/* block: NEWLINE INDENT statement+ DEDENT | simple_stmts; `after` and the line
   of `from` are named when the body is missing. */
bool parser_block_body(Parser *p, const char *after, uint32_t from,
                       Node ***body, int32_t *n);

/* decorators? (function_def | class_def) */
Node *parser_def_statement(Parser *p);

#endif
