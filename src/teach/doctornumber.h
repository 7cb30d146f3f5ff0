/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_DOCTORNUMBER_H
#define XENT_TEACH_DOCTORNUMBER_H

#include "teach/doctorcase.h"

extern const DoctorRow doctornumber_rows[];

#endif
