/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `import` finds, and which names are there without it. A module is a
   row: its dotted name, the alias that everyone gives it, its functions written
   in C, its files written in Python, and what else it finds. */
#ifndef XENT_LIB_MODULES_H
#define XENT_LIB_MODULES_H

#include "lang/module.h"

/* Connects the interpreter to the library; call once after interp_start. */
void modules_install(void);

/* Every name a module has (dotted such as "numpy"), for completion and `did
   you mean`; "" is the prompt's own names and the builtins. */
void modules_each(const char *dotted, void (*visit)(void *self, const char *),
                  void *self);

/* The n-th module that the session has without an import: its name there and,
   in *dotted, its own ("np", "numpy"). NULL past the end. */
const char *modules_imported(int n, const char **dotted);

/* How a module is called at the prompt and in the spellings of rows: "F" for
   "torch.nn.functional"; and the way back. The name itself where there is no
   other. */
const char *modules_alias(const char *dotted);
const char *modules_dotted(const char *alias);

/* The function written in C of a topic such as "np.array", "torch.tensor" or
   "len"; *prefix is how it is written ("np."). NULL: none. */
const Native *modules_native(const char *topic, const char **prefix);

/* Every builtin and every module's function written in C, and how it is
   written: "np." and "array". */
void modules_each_native(void (*visit)(void *self, const char *prefix,
                                       const Native *n),
                         void *self);

/* Every class and function of the library files, and how it is written:
   "nn." and "Linear". */
void modules_each_library(void (*visit)(void *self, const char *prefix,
                                        const char *name, Value v),
                          void *self);

/* The next import finds everything anew. */
void modules_forget(const char *dotted);

/* Releases the modules (at exit). */
void modules_free(void);

#endif
