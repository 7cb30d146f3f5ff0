/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sign that is not ASCII has an ASCII twin here. Which of the two is
   used is decided once: by --ascii or by the locale's character set. */
#ifndef XENT_BASE_GLYPH_H
#define XENT_BASE_GLYPH_H

#include "base/buf.h"

#include <stdbool.h>

/* name, Unicode, ASCII */
#define GLYPHS(X)                                                              \
  X(TICK, "✓", "ok")                                                           \
  X(CROSS, "✗", "[x]")                                                         \
  X(ARROW, "→", "->")                                                          \
  X(DOT, "●", "o")                                                             \
  X(INFINITY, "∞", "inf")                                                      \
  X(LINE_START, "├", "|")                                                      \
  X(LINE, "─", "-")                                                            \
  X(LINE_MARK, "┼", "+")                                                       \
  X(LINE_ARROW, "▸", ">")                                                      \
  X(DASHED, "╌", "-")                                                          \
  X(CORNER_TL, "┌", "+")                                                       \
  X(CORNER_TR, "┐", "+")                                                       \
  X(CORNER_BL, "└", "+")                                                       \
  X(CORNER_BR, "┘", "+")                                                       \
  X(SIDE, "│", "|")                                                            \
  X(AXIS_TICK, "┤", "+")                                                       \
  X(AXIS_BOTTOM, "┴", "+")                                                     \
  X(AXIS_DOWN, "┬", "+")                                                       \
  X(BLOCK_FULL, "█", "#")                                                      \
  X(BLOCK_LIGHT, "░", ".")                                                     \
  X(EIGHTH_1, "▏", "")                                                         \
  X(EIGHTH_2, "▎", "")                                                         \
  X(EIGHTH_3, "▍", "")                                                         \
  X(EIGHTH_4, "▌", "#")                                                        \
  X(EIGHTH_5, "▋", "#")                                                        \
  X(EIGHTH_6, "▊", "#")                                                        \
  X(EIGHTH_7, "▉", "#")                                                        \
  X(RIGHT_HALF, "▐", "#")                                                      \
  X(MIDDOT, "·", "-")                                                          \
  X(PLUS_MINUS, "±", "+/-")                                                    \
  X(DELTA, "Δ", "d")                                                           \
  X(SIGMA, "Σ", "sum")                                                         \
  X(TIMES, "×", "x")                                                           \
  X(MINUS_SIGN, "−", "-")                                                      \
  X(ELLIPSIS, "…", "...")                                                      \
  X(SQRT, "√", "sqrt")                                                         \
  X(LE, "≤", "<=")                                                             \
  X(APPROX, "≈", "~")                                                          \
  X(BULLET, "•", "*")                                                          \
  X(UP, "↑", "^")

typedef enum Glyph {
#define X(name, unicode, ascii) GLYPH_##name,
  GLYPHS(X)
#undef X
      GLYPH_COUNT
} Glyph;

void glyph_use_ascii(bool ascii);
bool glyph_ascii(void);
const char *glyph(Glyph g);

/* Appends it n times; n below 1 is none. */
void glyph_repeat(Buf *out, Glyph g, int n);

#endif
