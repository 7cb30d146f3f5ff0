/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower part of the screen of training: the confusion matrix of the test
   rows, and one test row from its logits to its loss. */
#ifndef XENT_APP_TRAINROW_H
#define XENT_APP_TRAINROW_H

#include "app/trainview.h"
#include "show/page.h"

/* Takes the classes and three rows of the page, from `row` on. */
void trainrow_draw(const TrainView *v, Page *p, int row);

#endif
