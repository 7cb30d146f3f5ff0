/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error record. A function that can fail returns false or NULL and has
   filled this record where it failed: Python's exception type and wording, the
   place in the source, and a hint with what to type. There is one record, as
   there is one errno. */
#ifndef XENT_BASE_ERR_H
#define XENT_BASE_ERR_H

#include "base/buf.h"
#include "base/ref.h"
#include "base/source.h"

#include <stdbool.h>

/* name, parent: Python's hierarchy as far as learners meet it. Unsupported is
   ours: what xent refuses; no `except` catches it. */
#define ERR_TYPES(X)                                                           \
  X(BaseException, None)                                                       \
  X(Exception, BaseException)                                                  \
  X(KeyboardInterrupt, BaseException)                                          \
  X(SystemExit, BaseException)                                                 \
  X(ArithmeticError, Exception)                                                \
  X(OverflowError, ArithmeticError)                                            \
  X(ZeroDivisionError, ArithmeticError)                                        \
  X(FloatingPointError, ArithmeticError)                                       \
  X(AssertionError, Exception)                                                 \
  X(AttributeError, Exception)                                                 \
  X(EOFError, Exception)                                                       \
  X(ImportError, Exception)                                                    \
  X(ModuleNotFoundError, ImportError)                                          \
  X(LookupError, Exception)                                                    \
  X(IndexError, LookupError)                                                   \
  X(KeyError, LookupError)                                                     \
  X(MemoryError, Exception)                                                    \
  X(NameError, Exception)                                                      \
  X(UnboundLocalError, NameError)                                              \
  X(OSError, Exception)                                                        \
  X(FileNotFoundError, OSError)                                                \
  X(IsADirectoryError, OSError)                                                \
  X(PermissionError, OSError)                                                  \
  X(RuntimeError, Exception)                                                   \
  X(NotImplementedError, RuntimeError)                                         \
  X(RecursionError, RuntimeError)                                              \
  X(StopIteration, Exception)                                                  \
  X(SyntaxError, Exception)                                                    \
  X(IndentationError, SyntaxError)                                             \
  X(TabError, IndentationError)                                                \
  X(TypeError, Exception)                                                      \
  X(UFuncTypeError, TypeError)                                                 \
  X(UFuncNoLoopError, UFuncTypeError)                                          \
  X(ValueError, Exception)                                                     \
  X(UnicodeDecodeError, ValueError)                                            \
  X(AxisError, ValueError)                                                     \
  X(LinAlgError, Exception)                                                    \
  X(Warning, Exception)                                                        \
  X(RuntimeWarning, Warning)                                                   \
  X(UserWarning, Warning)                                                      \
  X(DeprecationWarning, Warning)                                               \
  X(Unsupported, None)

typedef enum ErrType {
  ERR_None,
#define X(name, parent) ERR_##name,
  ERR_TYPES(X)
#undef X
      ERR_COUNT
} ErrType;

typedef struct Err {
  ErrType type; /* ERR_None: no error is pending */
  Buf text;     /* the message, without the type's name */
  Buf hint;     /* what to do, or empty */
  Source *source;
  Span span;       /* in source, when source is not NULL */
  bool incomplete; /* the parser: more lines could make it right */
  Ref *raised;     /* lang/: the exception instance, or NULL */
} Err;

/* Fills the record (a pending one is replaced) and returns false, so that
   failing is one expression: return err_set(ERR_ValueError, "...", ...). */
bool err_set(ErrType type, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same where a pointer is returned. */
void *err_null(ErrType type, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A MemoryError for n bytes; needs no memory itself. Returns NULL. */
void *err_memory(size_t n);

/* Python's exception for a value of errno (PEP 3151). */
ErrType err_of_errno(int e);

/* The OSError of errno e for a file, in Python's words: "[Errno 2] No such
   file or directory: 'x.py'". False. */
bool err_os(int e, const char *path);

/* Adds a hint to the pending error; false. */
bool err_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Names the place unless the pending error has one already or the source is
   hidden; false. */
bool err_at(Source *source, Span span);

/* The record, for reading; type ERR_None when nothing is pending. */
Err *err_now(void);
bool err_pending(void);
void err_clear(void);

/* Moves the pending error out (to be shown or raised again later) and back;
   a moved one is released by err_free. */
Err err_take(void);
void err_restore(Err *e);
void err_free(Err *e);

/* lang/ sets this once: how to release err->raised. */
extern void (*err_drop_raised)(Ref *raised);

/* "ValueError"; for NumPy's own ones the full dotted name. */
const char *err_name(ErrType type);
ErrType err_by_name(const char *name, size_t n); /* ERR_None if unknown */
bool err_is_a(ErrType type, ErrType parent);

#endif
