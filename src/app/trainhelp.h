/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that explains every element of the screen of training. */
#ifndef XENT_APP_TRAINHELP_H
#define XENT_APP_TRAINHELP_H

#include "app/trainview.h"
#include "show/page.h"

void trainhelp_draw(const TrainView *v, Page *p);

#endif
