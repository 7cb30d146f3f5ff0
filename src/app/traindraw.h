/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a training looks on a screen: loss curve, map, confusion matrix, one
   test row in detail, progress, keys. */
#ifndef XENT_APP_TRAINDRAW_H
#define XENT_APP_TRAINDRAW_H

#include "app/trainview.h"
#include "show/page.h"

/* Fills the page, whatever its size; one that is too small says what is
   needed. False: memory is out. */
bool traindraw_page(const TrainView *v, Page *p);

#endif
