/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Tab key: app/complete.h for Readline. */
#ifndef XENT_UI_TAB_H
#define XENT_UI_TAB_H

/* Call before Readline reads the inputrc, which may bind Tab otherwise. */
void tab_install(void);

#endif
