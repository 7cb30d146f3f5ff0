/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the one interpreter of the process: global names, the value
   stack, the random streams, text options, and the hooks by which the floors
   below take part. */
#ifndef XENT_LANG_INTERP_H
#define XENT_LANG_INTERP_H

#include "lang/ast.h"
#include "lang/textnumpy.h"
#include "lang/texttorch.h"
#include "lang/value.h"
#include "num/nprandom.h"
#include "num/torchrandom.h"
#include "ops/op.h"

struct Function;
struct Native;

/* Where a running piece of code keeps its things. */
typedef struct Frame {
  Tree *tree;
  struct Function *function; /* NULL: module level */
  Value *locals;             /* slots of the scope */
  Value class_body;          /* namespace of the class being built, a dict */
  Value result;              /* of `return` */
  const Node *at;            /* the call it waits for, or NULL */
  struct Frame *up;
} Frame;

/* How teach/ watches: every entry may be NULL. Values are borrowed. A watcher
   that leaves an error pending after `row` or `binary` makes that step fail
   with it. */
typedef struct Watch {
  /* after an expression got its value */
  void (*value)(void *self, const Frame *f, const Node *n, Value v);
  /* after a row ran, arguments still alive */
  void (*row)(void *self, const Frame *f, const Node *n, const OpCall *call);
  /* after arithmetic between arrays: left op right = out */
  void (*binary)(void *self, const Frame *f, const Node *n, Value left,
                 Value right, Value out);
  /* after a row failed: the error is pending, a hint may be added */
  void (*failed)(void *self, const Frame *f, const Node *n, const OpCall *call);
  /* before an optimiser uses a gradient */
  void (*step)(void *self, const Frame *f, const Node *n, Value gradient);
  void *self;
} Watch;

/* Where a global got its value: the text of `p = softmax(z)`. */
typedef struct Origin {
  Source *source;
  Span span;
} Origin;

struct Row;

typedef struct Interp {
  Value *globals; /* by symbol number; absent: unbound */
  Origin *origins;
  Value *builtins; /* by symbol number; filled on first use */
  uint32_t room;   /* of the three tables above */
  Value *stack, *top, *end;
  char *stack_base;   /* of the C stack ... */
  size_t stack_limit; /* ... and how much of it calls may use */
  Frame *frame;       /* innermost */
  int depth;          /* of calls */
  bool strict;        /* files: nothing is imported beforehand */
  int argc;           /* of the file that runs, itself first; 0 at the prompt */
  char *const *argv;

  Watch *trace;  /* explain's; NULL most of the time */
  Watch *doctor; /* the diagnostics' */

  /* Output of print(). */
  void (*write)(void *self, const char *text, size_t n);
  void (*flush)(void *self);
  /* Output of sys.stderr. */
  void (*write_error)(void *self, const char *text, size_t n);
  void *write_self;
  /* The line that input(prompt) reads, without its end; false without an
     error at the end of the input. NULL: there is no terminal. */
  bool (*read_line)(void *self, const char *prompt, Buf *out);
  void *read_self;

  TextNumpyOptions numpy_text;
  TextTorchOptions torch_text;
  int digits; /* decimals of plain values */

  /* lib/ sets these. */
  Value (*find_builtin)(const Sym *name, bool strict); /* absent: none */
  Value (*import)(const char *dotted);                 /* error: none */
  /* A method or property of arrays written in Python; absent: none. */
  Value (*array_method)(const Array *a, const Sym *name);
  /* What a library has for forms of NumPy's function that its row does not
     know; absent: none. */
  Value (*row_form)(const char *function);
  /* What a row of NumPy that refused its arguments gives for texts, or its
     error again; NULL: nobody. */
  Value (*row_of_texts)(const struct Row *row, const CallArgs *args);
  /* The module whose function this is ("math"); "" for builtins. */
  const char *(*home)(const struct Native *row);
  /* Do the real libraries have owner.name? Such names are refused. */
  bool (*foreign)(const char *owner, const char *name);
  void (*each_builtin)(void (*visit)(void *self, const char *name), void *self);
  void (*each_in_module)(const char *dotted,
                         void (*visit)(void *self, const char *name),
                         void *self);
  /* What `from module import *` binds. */
  void (*each_starred)(const char *dotted,
                       void (*visit)(void *self, const char *name), void *self);
} Interp;

extern Interp interp;

enum { INTERP_MAX_DEPTH = 1000 };

/* Whether the C stack has room for one more call: a deep recursion must end
   as Python's does. False: RecursionError. */
bool interp_stack_left(void);

/* Who called: of what a library does, the learner's own frame and, in *n, the
   call in it. NULL: nobody. */
const Frame *interp_learner(const Frame *f, const Node **n);

/* Makes the tables; false: MemoryError. interp_free releases everything. */
bool interp_start(void);
void interp_free(void);

/* Forgets all global names (the `reset` command). */
void interp_clear_globals(void);

/* Borrowed value of a global name or builtin; absent: there is none. */
Value interp_global(const Sym *name);

/* Borrowed value of a name that was bound; absent for all others, builtins
   among them, and for NULL. */
Value interp_bound(const Sym *name);

bool interp_set_global(const Sym *name, Value v);

/* What a library file calls `name`: a name of its own ("torch_nn:Linear") that
   no learner can write, found among the builtins. NULL: memory. */
const Sym *interp_library_name(const Sym *library, const Sym *name);
bool interp_is_library_name(const Sym *name);
bool interp_set_library(const Sym *library_name, Value v);
bool interp_del_global(const Sym *name); /* false: was not bound; no error */
const Origin *interp_origin(const Sym *name); /* NULL: unknown */
bool interp_set_origin(const Sym *name, Source *source, Span span);

/* Forgets what builtin names were found (the mode changes); libraries stay. */
void interp_forget_builtins(void);

/* The random streams, seeded on first use: from the system, or as
   `xent --seed N` says. */
NpRandom *interp_numpy_random(void);
TorchRandom *interp_torch_random(void);
void interp_seed(uint64_t seed);

/* "did you mean": the nearest of the names in reach (globals, builtins,
   locals of f), or NULL. */
const char *interp_nearest(const char *name);

#endif
