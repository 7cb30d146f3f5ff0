/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix product for one type and one instruction set; gemm.c includes this
   with NAME, T, TARGET, V (a vector), WIDTH, ROWS, LOAD, STORE, SPREAD, FUSED
   and FMA (of one number) defined, and undefines them all.

   Panels of ROWS rows of a and of 2 * WIDTH columns of b are packed, so that
   the kernel reads memory in order; its ROWS * 2 sums stay in registers. */

#define JOIN_(x, y) x##y
#define JOIN(x, y) JOIN_(x, y)
#define F(part) JOIN(NAME, part)
#define COLUMNS (2 * WIDTH)

/* Chains one element at a time: small products, and strided ones. */
TARGET static void F(_small)(GemmMatrix a, GemmMatrix b, T *c, int64_t m,
                             int64_t n, int64_t k) {
  const T *pa = a.data, *pb = b.data;
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) {
      const T *x = pa + i * a.row, *y = pb + j * b.column;
      T s = 0;
      for (int64_t p = 0; p < k; p++, x += a.column, y += b.row)
        s = FMA(*x, *y, s);
      *c++ = s;
    }
}

/* rows (at most ROWS, the rest zeros) of a, k by k. */
static void F(_pack_a)(GemmMatrix a, int64_t from, int64_t rows, int64_t k,
                       T *out) {
  const T *x = (const T *)a.data + from * a.row;
  for (int64_t p = 0; p < k; p++, out += ROWS)
    for (int64_t i = 0; i < ROWS; i++)
      out[i] = i < rows ? x[i * a.row + p * a.column] : 0;
}

static void F(_pack_b)(GemmMatrix b, int64_t from, int64_t columns, int64_t k,
                       T *out) {
  const T *y = (const T *)b.data + from * b.column;
  for (int64_t p = 0; p < k; p++, out += COLUMNS)
    for (int64_t j = 0; j < COLUMNS; j++)
      out[j] = j < columns ? y[p * b.row + j * b.column] : 0;
}

/* tile (ROWS x COLUMNS) = panel of a times panel of b */
TARGET static void F(_tile)(const T *a, const T *b, int64_t k, T *tile) {
  V sum[ROWS][2];
  _Pragma("GCC unroll 8") for (int i = 0; i < ROWS; i++) {
    sum[i][0] = SPREAD(0);
    sum[i][1] = SPREAD(0);
  }
  for (int64_t p = 0; p < k; p++, a += ROWS, b += COLUMNS) {
    V left = LOAD(b), right = LOAD(b + WIDTH);
    _Pragma("GCC unroll 8") for (int i = 0; i < ROWS; i++) {
      V x = SPREAD(a[i]);
      sum[i][0] = FUSED(x, left, sum[i][0]);
      sum[i][1] = FUSED(x, right, sum[i][1]);
    }
  }
  _Pragma("GCC unroll 8") for (int i = 0; i < ROWS; i++) {
    STORE(tile + i * COLUMNS, sum[i][0]);
    STORE(tile + i * COLUMNS + WIDTH, sum[i][1]);
  }
}

/* room: space for all packed rows of a and one panel of b. */
static void F(_blocked)(GemmMatrix a, GemmMatrix b, T *c, int64_t m, int64_t n,
                        int64_t k, T *room) {
  int64_t panels = (m + ROWS - 1) / ROWS;
  T *panel = room + panels * ROWS * k, tile[ROWS * COLUMNS];
  for (int64_t i = 0; i < panels; i++)
    F(_pack_a)(a, i * ROWS, m - i * ROWS, k, room + i * ROWS * k);
  for (int64_t j = 0; j < n; j += COLUMNS) {
    int64_t columns = n - j < COLUMNS ? n - j : COLUMNS;
    F(_pack_b)(b, j, columns, k, panel);
    for (int64_t i = 0; i < m; i += ROWS) {
      F(_tile)(room + i * k, panel, k, tile);
      for (int64_t r = 0; r < ROWS && i + r < m; r++)
        memcpy(c + (i + r) * n + j, tile + r * COLUMNS,
               (size_t)columns * sizeof(T));
    }
  }
}

static bool NAME(GemmMatrix a, GemmMatrix b, T *c, int64_t m, int64_t n,
                 int64_t k) {
  if (n < WIDTH || m * n * k < 8192) {
    F(_small)(a, b, c, m, n, k);
    return true;
  }
  int64_t size = (m + ROWS - 1) / ROWS * ROWS * k + COLUMNS * k;
  T *room = mem_alloc((size_t)size * sizeof(T));
  if (!room)
    return false;
  F(_blocked)(a, b, c, m, n, k, room);
  mem_free(room);
  return true;
}

#undef JOIN_
#undef JOIN
#undef F
#undef COLUMNS
#undef NAME
#undef T
#undef TARGET
#undef V
#undef WIDTH
#undef ROWS
#undef LOAD
#undef STORE
#undef SPREAD
#undef FUSED
#undef FMA
