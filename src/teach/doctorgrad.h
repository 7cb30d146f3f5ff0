/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_DOCTORGRAD_H
#define XENT_TEACH_DOCTORGRAD_H

#include "teach/doctorcase.h"

extern const DoctorRow doctorgrad_rows[];

#endif
