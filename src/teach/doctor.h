/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnostics: mistakes of meaning, found while the learner's code runs. They
   are notes (base/note.h) and never change a value. Each is one row of a
   table; see doctorcase.h for how to add one. */
#ifndef XENT_TEACH_DOCTOR_H
#define XENT_TEACH_DOCTOR_H

#include "base/buf.h"

#include <stdbool.h>

/* Starts watching; call once after interp_start. doctor_free forgets what was
   said. */
void doctor_install(void);
void doctor_free(void);

/* `set warnings error|on|off`, -W: with error what would be a warning stops
   the line as a UserWarning. False: no such level. */
bool doctor_level(const char *name);
const char *doctor_level_name(void);

/* Silences one code. False: there is no such code. */
bool doctor_quiet(const char *code);

/* In a lesson the fix waits until the learner asks. */
void doctor_hide_fix(bool hide);

/* Appends the last fix that was kept back, once: false if there is none. NULL:
   forgets it. */
bool doctor_hidden_fix(Buf *out);

/* Which codes were found since doctor_forget_codes, also those that were
   said before, in order and without doubles: how many there are, the first
   `room` of them in codes. */
int doctor_codes(const char **codes, int room);
void doctor_forget_codes(void);

/* The whole story of a code with an example that runs, or NULL. */
const char *doctor_help(const char *code);

/* The n-th code and its title, for `help` and completion; NULL past the
   end. */
const char *doctor_nth(int n, const char **title);

#endif
