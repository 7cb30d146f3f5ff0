/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef XENT_DATA_SCALER_H
#define XENT_DATA_SCALER_H

#include <stdbool.h>
#include <stdint.h>

/* scikit-learn's StandardScaler in float64, digit for digit. x is rows x
   columns; column_major tells the memory order, which the sums follow. mean
   and scale have `columns` entries. False: MemoryError. */
bool scaler_fit(const double *x, int64_t rows, int64_t columns,
                bool column_major, double *mean, double *scale);

/* out[i] = (x[i] - mean) / scale, the same layout; out may be x. */
void scaler_transform(const double *x, int64_t rows, int64_t columns,
                      bool column_major, const double *mean,
                      const double *scale, double *out);

#endif
