/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The processor's floating-point flags as NumPy's RuntimeWarnings. */
#ifndef XENT_NUM_FPFLAGS_H
#define XENT_NUM_FPFLAGS_H

#include <stdbool.h>

#ifdef __SSE2__
#include <xmmintrin.h>
#else
#include <fenv.h>
#endif

/* Only the SSE register: nothing here computes on the x87. */
static inline void fpflags_clear(void) {
#ifdef __SSE2__
  _mm_setcsr(_mm_getcsr() & ~0x3fu);
#else
  feclearexcept(FE_ALL_EXCEPT);
#endif
}

/* Whether an invalid operation (inf/inf, 0 * inf) happened since the last
   question; costs a look at a register. */
bool fpflags_take_invalid(void);

/* What NumPy does about a flag; np.errstate sets it. */
typedef enum FpAction { FPFLAGS_IGNORE, FPFLAGS_WARN, FPFLAGS_RAISE } FpAction;

/* The flags as bits, those of the SSE register. */
enum {
  FPFLAGS_INVALID = 1,
  FPFLAGS_DIVIDE = 4,
  FPFLAGS_OVER = 8,
  FPFLAGS_UNDER = 16
};

extern unsigned fpflags_heard; /* the flags that are not ignored */
FpAction fpflags_action(unsigned flag);
void fpflags_set_action(unsigned flag, FpAction action);

/* Turns raised flags into notes, "overflow encountered in exp", and clears
   them. `what` is the name that NumPy gives the operation. False: a
   FloatingPointError, where that was asked for. */
bool fpflags_note_slow(const char *what, unsigned raised);

static inline bool fpflags_note(const char *what) {
#ifdef __SSE2__
  unsigned raised = _mm_getcsr();
#else
  unsigned raised = (fetestexcept(FE_INVALID) ? 1u : 0) |
                    (fetestexcept(FE_DIVBYZERO) ? 4u : 0) |
                    (fetestexcept(FE_OVERFLOW) ? 8u : 0) |
                    (fetestexcept(FE_UNDERFLOW) ? 16u : 0);
#endif
  raised &= fpflags_heard;
  return __builtin_expect(!raised, 1) || fpflags_note_slow(what, raised);
}

#endif
