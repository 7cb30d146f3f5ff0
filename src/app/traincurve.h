/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curve of a training: train and test loss, the price of a guess, streamed
   to gnuplot while the epochs go by. */
#ifndef XENT_APP_TRAINCURVE_H
#define XENT_APP_TRAINCURVE_H

#include "app/picture.h"
#include "app/trainhistory.h"

typedef struct TrainCurve {
  PictureWish wish;
  Gnuplot *door;  /* NULL: no gnuplot takes part */
  Plot *plot;     /* NULL: nobody is going to see it */
  bool fine;      /* gnuplot does what it is told */
  int64_t stride; /* every so many epochs are a point */
} TrainCurve;

/* Opens what was asked for. False: a file that cannot be written, or no
   memory. */
bool traincurve_start(TrainCurve *c, const TrainSetup *s);
bool traincurve_add(TrainCurve *c, const TrainerEvent *e);
/* The last picture: gnuplot's, or the text form. */
bool traincurve_finish(TrainCurve *c);
void traincurve_free(TrainCurve *c);

/* The curve of a run that is over. */
Plot *traincurve_of(const TrainHistory *h);
/* The train losses of n runs on one axis. */
Plot *traincurve_compare(TrainHistory *const *runs, int n);

/* Adds a line at the price of a guess among so many classes: ln of them. */
bool traincurve_guess(Plot *p, int64_t classes);

#endif
