/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/convert.h"

#include <string.h>

typedef void Run(char *dst, int64_t ds, const char *src, int64_t ss, int64_t n);

#define SAME(x) (x)
#define TRUTH(x) ((x) != 0)

/* One loop per pair of the four dtypes with kernels; packed runs have a loop
   of their own that vectorises. */
#define RUN(name, TO, FROM, CAST)                                              \
  static void name(char *dst, int64_t ds, const char *src, int64_t ss,         \
                   int64_t n) {                                                \
    if (ds == sizeof(TO) && ss == sizeof(FROM)) {                              \
      TO *restrict d = (TO *)dst;                                              \
      const FROM *restrict s = (const FROM *)src;                              \
      for (int64_t i = 0; i < n; i++)                                          \
        d[i] = (TO)CAST(s[i]);                                                 \
      return;                                                                  \
    }                                                                          \
    for (int64_t i = 0; i < n; i++)                                            \
      *(TO *)(dst + i * ds) = (TO)CAST(*(const FROM *)(src + i * ss));         \
  }

RUN(b_b, uint8_t, uint8_t, SAME)
RUN(b_i, uint8_t, int64_t, TRUTH)
RUN(b_f, uint8_t, float, TRUTH)
RUN(b_d, uint8_t, double, TRUTH)
RUN(i_b, int64_t, uint8_t, SAME)
RUN(i_i, int64_t, int64_t, SAME)
RUN(i_f, int64_t, float, dtype_truncated)
RUN(i_d, int64_t, double, dtype_truncated)
RUN(f_b, float, uint8_t, SAME)
RUN(f_i, float, int64_t, SAME)
RUN(f_f, float, float, SAME)
RUN(f_d, float, double, SAME)
RUN(d_b, double, uint8_t, SAME)
RUN(d_i, double, int64_t, SAME)
RUN(d_f, double, float, SAME)
RUN(d_d, double, double, SAME)

static int number(DType t) {
  switch (t) {
  case DT_BOOL: return 0;
  case DT_I64: return 1;
  case DT_F32: return 2;
  case DT_F64: return 3;
  default: return -1;
  }
}

static void by_element(DType to, char *dst, int64_t ds, DType from,
                       const char *src, int64_t ss, int64_t n) {
  bool whole = !dtype_is_float(from);
  for (int64_t i = 0; i < n; i++, dst += ds, src += ss)
    if (whole)
      dtype_put_int(to, dst, dtype_get_int(from, src));
    else
      dtype_put_double(to, dst, dtype_get_double(from, src));
}

static void move_same(DType t, char *dst, int64_t ds, const char *src,
                      int64_t ss, int64_t n) {
  size_t size = dtype_size(t);
  for (int64_t i = 0; i < n; i++)
    memcpy(dst + i * ds, src + i * ss, size);
}

void convert_run(DType to, void *dst, int64_t dst_stride, DType from,
                 const void *src, int64_t src_stride, int64_t n) {
  static Run *const runs[4][4] = {{b_b, b_i, b_f, b_d},
                                  {i_b, i_i, i_f, i_d},
                                  {f_b, f_i, f_f, f_d},
                                  {d_b, d_i, d_f, d_d}};
  int t = number(to), f = number(from);
  if (t >= 0 && f >= 0)
    runs[t][f](dst, dst_stride, src, src_stride, n);
  else if (to == from)
    move_same(to, dst, dst_stride, src, src_stride, n);
  else
    by_element(to, dst, dst_stride, from, src, src_stride, n);
}
