/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/fpflags.h"

#include "base/note.h"

static bool invalid; /* met and cleared, not yet asked about */

bool fpflags_take_invalid(void) {
#ifdef __SSE2__
  bool raised = _mm_getcsr() & 1u;
#else
  bool raised = fetestexcept(FE_INVALID);
#endif
  if (__builtin_expect(!raised && !invalid, 1))
    return false;
  invalid = false;
  fpflags_clear();
  return true;
}

/* In NumPy's order. */
void fpflags_note_slow(const char *what, unsigned raised) {
  fpflags_clear();
  invalid |= raised & 1u;
  if (raised & 4u)
    note_add("RuntimeWarning", "divide by zero encountered in %s", what);
  if (raised & 8u)
    note_add("RuntimeWarning", "overflow encountered in %s", what);
  if (raised & 1u)
    note_add("RuntimeWarning", "invalid value encountered in %s", what);
}
