/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_APP_PAGER_H
#define XENT_APP_PAGER_H

#include "base/buf.h"

/* Shows a text: by $XENT_PAGER, $PAGER or `less -FRX` when it is taller than
   the terminal, else as it is. A pager that cannot run costs nothing. */
void pager_show(const Buf *text);

#endif
