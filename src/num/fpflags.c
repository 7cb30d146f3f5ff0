/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/fpflags.h"

#include "base/err.h"
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

enum { DEFAULT = FPFLAGS_INVALID | FPFLAGS_DIVIDE | FPFLAGS_OVER };

unsigned fpflags_heard = DEFAULT;
static unsigned raising; /* of these, errors */

FpAction fpflags_action(unsigned flag) {
  return !(fpflags_heard & flag) ? FPFLAGS_IGNORE
         : raising & flag        ? FPFLAGS_RAISE
                                 : FPFLAGS_WARN;
}

void fpflags_set_action(unsigned flag, FpAction action) {
  fpflags_heard &= ~flag;
  raising &= ~flag;
  if (action != FPFLAGS_IGNORE)
    fpflags_heard |= flag;
  if (action == FPFLAGS_RAISE)
    raising |= flag;
}

bool fpflags_note_slow(const char *what, unsigned raised) {
  static const struct {
    unsigned flag;
    const char *text;
  } order[] = {{FPFLAGS_DIVIDE, "divide by zero"}, /* NumPy's */
               {FPFLAGS_OVER, "overflow"},
               {FPFLAGS_UNDER, "underflow"},
               {FPFLAGS_INVALID, "invalid value"}};
  fpflags_clear();
  invalid |= raised & FPFLAGS_INVALID;
  for (int i = 0; i < 4; i++) {
    if (!(raised & order[i].flag))
      continue;
    if (raising & order[i].flag)
      return err_set(ERR_FloatingPointError, "%s encountered in %s",
                     order[i].text, what);
    note_add("RuntimeWarning", "%s encountered in %s", order[i].text, what);
  }
  return true;
}
