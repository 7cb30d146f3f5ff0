/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/unary.h"

#include "num/floats.h"

#include <math.h>
#include <stddef.h>

#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif

#define KERNEL(name, OUT, T, EXPR)                                             \
  static void name(int64_t n, char *out, int64_t so, const char *a,            \
                   int64_t sa) {                                               \
    if (so == sizeof(OUT) && sa == sizeof(T)) {                                \
      _Pragma("GCC ivdep") for (int64_t i = 0; i < n; i++) {                   \
        const T x = ((const T *)a)[i];                                         \
        ((OUT *)out)[i] = (OUT)(EXPR);                                         \
      }                                                                        \
      return;                                                                  \
    }                                                                          \
    for (; n > 0; n--, out += so, a += sa) {                                   \
      const T x = *(const T *)a;                                               \
      *(OUT *)out = (OUT)(EXPR);                                               \
    }                                                                          \
  }

#define WRAPPED_NEGATIVE ((int64_t)(0 - (uint64_t)x))

KERNEL(neg_i, int64_t, int64_t, WRAPPED_NEGATIVE)
KERNEL(neg_f, float, float, -x)
KERNEL(neg_d, double, double, -x)
KERNEL(abs_b, uint8_t, uint8_t, x)
KERNEL(pos_i, int64_t, int64_t, x)
KERNEL(pos_f, float, float, x)
KERNEL(pos_d, double, double, x)
KERNEL(abs_i, int64_t, int64_t, x < 0 ? WRAPPED_NEGATIVE : x)
KERNEL(abs_f, float, float, fabsf(x))
KERNEL(abs_d, double, double, fabs(x))
#define SIGN (x > 0 ? 1 : x < 0 ? -1 : x)
#define TORCH_SIGN ((x > 0) - (x < 0)) /* 0 for nan */
KERNEL(sign_i, int64_t, int64_t, SIGN)
KERNEL(sign_f, float, float, SIGN)
KERNEL(sign_d, double, double, SIGN)
KERNEL(torch_sign_f, float, float, TORCH_SIGN)
KERNEL(torch_sign_d, double, double, TORCH_SIGN)
KERNEL(square_i, int64_t, int64_t, (uint64_t)x *(uint64_t)x)
KERNEL(square_f, float, float, x *x)
KERNEL(square_d, double, double, x *x)
#define RELU (x > 0 || x != x ? x : 0)
KERNEL(relu_i, int64_t, int64_t, x > 0 ? x : 0)
KERNEL(relu_f, float, float, RELU)
KERNEL(relu_d, double, double, RELU)

/* NumPy's float32 goes through the C library's but for exp and log; torch's
   vector functions round almost always as the double function rounded once
   does. */
#define REAL(name, fn)                                                         \
  KERNEL(name##_f, float, float, fn##f(x))                                     \
  KERNEL(torch_##name##_f, float, float, fn((double)x))                        \
  KERNEL(name##_d, double, double, fn(x))
#define EXACT(name, fn)                                                        \
  KERNEL(name##_f, float, float, fn##f(x))                                     \
  KERNEL(name##_d, double, double, fn(x))
KERNEL(exp_f, float, float, floats_numpy_exp(x))
KERNEL(torch_exp_f, float, float, floats_exp(x))
KERNEL(exp_d, double, double, exp(x))
KERNEL(log_f, float, float, floats_numpy_log(x))
KERNEL(torch_log_f, float, float, floats_log(x))
KERNEL(log_d, double, double, log(x))
REAL(exp2, exp2)
REAL(expm1, expm1)
REAL(log2, log2)
REAL(log10, log10)
REAL(log1p, log1p)
EXACT(sqrt, sqrt)
REAL(sin, sin)
REAL(cos, cos)
REAL(tan, tan)
REAL(arcsin, asin)
REAL(arccos, acos)
REAL(arctan, atan)
REAL(sinh, sinh)
REAL(cosh, cosh)
REAL(tanh, tanh)
REAL(arcsinh, asinh)
REAL(arccosh, acosh)
REAL(arctanh, atanh)
EXACT(cbrt, cbrt)
EXACT(fabs, fabs)
KERNEL(radians_f, float, float, x *(float)(M_PI / 180))
KERNEL(radians_d, double, double, x *(M_PI / 180))
KERNEL(degrees_f, float, float, x *(float)(180 / M_PI))
KERNEL(degrees_d, double, double, x *(180 / M_PI))
EXACT(floor, floor)
EXACT(ceil, ceil)
EXACT(rint, rint)
EXACT(trunc, trunc)
KERNEL(reciprocal_i, int64_t, int64_t, x == 1 || x == -1 ? x : 0)
KERNEL(reciprocal_f, float, float, 1 / x)
KERNEL(reciprocal_d, double, double, 1 / x)

#define NEVER(name)                                                            \
  KERNEL(name##_b, uint8_t, uint8_t, ((void)x, 0))                             \
  KERNEL(name##_i, uint8_t, int64_t, ((void)x, 0))
NEVER(isnan)
NEVER(isinf)
KERNEL(isnan_f, uint8_t, float, x != x)
KERNEL(isnan_d, uint8_t, double, x != x)
KERNEL(isinf_f, uint8_t, float, fabsf(x) == INFINITY)
KERNEL(isinf_d, uint8_t, double, fabs(x) == (double)INFINITY)
KERNEL(isfinite_b, uint8_t, uint8_t, ((void)x, 1))
KERNEL(isfinite_i, uint8_t, int64_t, ((void)x, 1))
KERNEL(isfinite_f, uint8_t, float, fabsf(x) < INFINITY)
KERNEL(isfinite_d, uint8_t, double, fabs(x) < (double)INFINITY)
KERNEL(signbit_b, uint8_t, uint8_t, ((void)x, 0))
KERNEL(signbit_i, uint8_t, int64_t, x < 0)
KERNEL(signbit_f, uint8_t, float, signbit(x) != 0)
KERNEL(signbit_d, uint8_t, double, signbit(x) != 0)
KERNEL(not_b, uint8_t, uint8_t, !x)
KERNEL(not_i, uint8_t, int64_t, !x)
KERNEL(not_f, uint8_t, float, x == 0)
KERNEL(not_d, uint8_t, double, x == 0)
KERNEL(invert_i, int64_t, int64_t, ~x)

#define ALL(name)                                                              \
  { name##_b, name##_i, name##_f, name##_d }
#define NUMBERS(name)                                                          \
  { NULL, name##_i, name##_f, name##_d }
#define REALS(name)                                                            \
  { NULL, NULL, name##_f, name##_d }

static UnaryKernel *const kernels[UNARY_COUNT][4] = {
    [UNARY_NEG] = NUMBERS(neg),
    [UNARY_POS] = NUMBERS(pos),
    [UNARY_ABS] = ALL(abs),
    [UNARY_SIGN] = NUMBERS(sign),
    [UNARY_SQUARE] = NUMBERS(square),
    [UNARY_RELU] = NUMBERS(relu),
    [UNARY_EXP] = REALS(exp),
    [UNARY_EXP2] = REALS(exp2),
    [UNARY_EXPM1] = REALS(expm1),
    [UNARY_LOG] = REALS(log),
    [UNARY_LOG2] = REALS(log2),
    [UNARY_LOG10] = REALS(log10),
    [UNARY_LOG1P] = REALS(log1p),
    [UNARY_SQRT] = REALS(sqrt),
    [UNARY_SIN] = REALS(sin),
    [UNARY_COS] = REALS(cos),
    [UNARY_TAN] = REALS(tan),
    [UNARY_ARCSIN] = REALS(arcsin),
    [UNARY_ARCCOS] = REALS(arccos),
    [UNARY_ARCTAN] = REALS(arctan),
    [UNARY_SINH] = REALS(sinh),
    [UNARY_COSH] = REALS(cosh),
    [UNARY_TANH] = REALS(tanh),
    [UNARY_ARCSINH] = REALS(arcsinh),
    [UNARY_ARCCOSH] = REALS(arccosh),
    [UNARY_ARCTANH] = REALS(arctanh),
    [UNARY_CBRT] = REALS(cbrt),
    [UNARY_FABS] = REALS(fabs),
    [UNARY_RADIANS] = REALS(radians),
    [UNARY_DEGREES] = REALS(degrees),
    [UNARY_RECIPROCAL] = NUMBERS(reciprocal),
    [UNARY_FLOOR] = REALS(floor),
    [UNARY_CEIL] = REALS(ceil),
    [UNARY_RINT] = REALS(rint),
    [UNARY_TRUNC] = REALS(trunc),
    [UNARY_ISNAN] = ALL(isnan),
    [UNARY_ISINF] = ALL(isinf),
    [UNARY_ISFINITE] = ALL(isfinite),
    [UNARY_SIGNBIT] = ALL(signbit),
    [UNARY_LOGICAL_NOT] = ALL(not ),
    [UNARY_INVERT] = {not_b, invert_i, NULL, NULL},
};

static UnaryKernel *const torch_f32[UNARY_COUNT] = {
    [UNARY_SIGN] = torch_sign_f,       [UNARY_EXP] = torch_exp_f,
    [UNARY_EXP2] = torch_exp2_f,       [UNARY_EXPM1] = torch_expm1_f,
    [UNARY_LOG] = torch_log_f,         [UNARY_LOG2] = torch_log2_f,
    [UNARY_LOG10] = torch_log10_f,     [UNARY_LOG1P] = torch_log1p_f,
    [UNARY_SIN] = torch_sin_f,         [UNARY_COS] = torch_cos_f,
    [UNARY_TAN] = torch_tan_f,         [UNARY_ARCSIN] = torch_arcsin_f,
    [UNARY_ARCCOS] = torch_arccos_f,   [UNARY_ARCTAN] = torch_arctan_f,
    [UNARY_SINH] = torch_sinh_f,       [UNARY_COSH] = torch_cosh_f,
    [UNARY_TANH] = torch_tanh_f,       [UNARY_ARCSINH] = torch_arcsinh_f,
    [UNARY_ARCCOSH] = torch_arccosh_f, [UNARY_ARCTANH] = torch_arctanh_f,
};

UnaryKernel *unary_kernel(UnaryOp op, DType t, bool torch) {
  if (torch && t == DT_F32 && torch_f32[op])
    return torch_f32[op];
  if (torch && t == DT_F64 && op == UNARY_SIGN)
    return torch_sign_d;
  switch (t) {
  case DT_BOOL: return kernels[op][0];
  case DT_I64: return kernels[op][1];
  case DT_F32: return kernels[op][2];
  case DT_F64: return kernels[op][3];
  default: return NULL;
  }
}

static const struct {
  const char *name;
  UnaryClass class;
} ops[] = {
#define X(id, name, class) {name, UNARY_##class},
    UNARY_OPS(X)
#undef X
};

const char *unary_name(UnaryOp op) {
  return ops[op].name;
}

UnaryClass unary_class(UnaryOp op) {
  return ops[op].class;
}
