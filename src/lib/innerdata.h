/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sklearn_datasets.py and sklearn_model_selection.py are made of: tables
   that come with xent, sample data, splits. A stream is a RandomState, or None
   for NumPy's own. */
#ifndef XENT_LIB_INNERDATA_H
#define XENT_LIB_INNERDATA_H

#include "lang/native.h"

extern const Native innerdata_natives[];

#endif
