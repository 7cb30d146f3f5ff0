/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `train --screen`: the view of app/trainview.h on a terminal. */
#ifndef XENT_UI_TRAINSCREEN_H
#define XENT_UI_TRAINSCREEN_H

/* Tells app/ that there is a screen: sets screens_train. */
void trainscreen_install(void);

#endif
