/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_TEACH_DOCTORLOSS_H
#define XENT_TEACH_DOCTORLOSS_H

#include "teach/doctorcase.h"

extern const DoctorRow doctorloss_rows[];

/* Remembers a loss over classes for its guess line. */
void doctorloss_guess(const OpCall *call);

#endif
