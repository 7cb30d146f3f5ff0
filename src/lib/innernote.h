/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a library warns, and how it refuses what xent does not do. */
#ifndef XENT_LIB_INNERNOTE_H
#define XENT_LIB_INNERNOTE_H

#include "lang/native.h"

extern const Native innernote_natives[];

#endif
