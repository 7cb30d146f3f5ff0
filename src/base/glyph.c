/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/glyph.h"

static bool ascii_only;

static const char *const signs[GLYPH_COUNT][2] = {
#define X(name, unicode, ascii) {unicode, ascii},
    GLYPHS(X)
#undef X
};

void glyph_use_ascii(bool ascii) {
  ascii_only = ascii;
}

bool glyph_ascii(void) {
  return ascii_only;
}

const char *glyph(Glyph g) {
  return signs[g][ascii_only];
}

void glyph_repeat(Buf *out, Glyph g, int n) {
  for (int i = 0; i < n; i++)
    buf_str(out, glyph(g));
}
