/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_DOCTORLABEL_H
#define XENT_TEACH_DOCTORLABEL_H

#include "teach/doctorcase.h"

extern const DoctorRow doctorlabel_rows[];

#endif
