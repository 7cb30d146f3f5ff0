/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_NUMBERLINE_H
#define XENT_TEACH_NUMBERLINE_H

#include "base/buf.h"

#include <stdint.h>

/* Two lines: a loss on the way from 0 over ln(classes), the price of a pure
   guess, to infinity. Nothing for a loss that is negative or no number. */
void numberline_draw(Buf *out, double loss, int64_t classes);

#endif
