/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_DOCTORAXIS_H
#define XENT_TEACH_DOCTORAXIS_H

#include "teach/doctorcase.h"

extern const DoctorRow doctoraxis_rows[];

#endif
