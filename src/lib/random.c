/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One stream, MT19937, seeded with the words of a whole number (Matsumoto and
   Nishimura's init_by_array, 2002). Whole numbers below n come from as many
   bits as n has, drawn again while they are too large. */
#include "lib/random.h"

#include "lang/dict_set.h"
#include "lang/list.h"
#include "lang/sequence.h"
#include "lib/math.h"
#include "num/mt.h"

#include <math.h>
#include <sys/random.h>
#include <time.h>

enum { WORDS = 624 };

static Mt stream;
static bool seeded;
static double kept; /* gauss() makes two numbers at a time */
static bool is_kept;

/* --- the stream ----------------------------------------------------------- */

static uint32_t mixed(int i) {
  uint32_t last = stream.key[i - 1];
  return last ^ last >> 30;
}

static void seed_words(const uint32_t *words, int n) {
  int i = 1, j = 0;
  mt_seed(&stream, 19650218);
  for (int k = WORDS; k; k--) {
    stream.key[i] =
        (stream.key[i] ^ mixed(i) * 1664525u) + words[j] + (uint32_t)j;
    j = (j + 1) % n;
    if (++i == WORDS) {
      stream.key[0] = stream.key[WORDS - 1];
      i = 1;
    }
  }
  for (int k = WORDS - 1; k; k--) {
    stream.key[i] = (stream.key[i] ^ mixed(i) * 1566083941u) - (uint32_t)i;
    if (++i == WORDS) {
      stream.key[0] = stream.key[WORDS - 1];
      i = 1;
    }
  }
  stream.key[0] = 0x80000000u;
  stream.pos = WORDS;
}

void random_seed(uint64_t seed) {
  uint32_t words[] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
  seed_words(words, words[1] ? 2 : 1);
  seeded = true;
  is_kept = false;
}

static void ensure_seeded(void) {
  uint64_t s;
  if (seeded)
    return;
  if (getrandom(&s, sizeof s, 0) != (ssize_t)sizeof s)
    s = (uint64_t)time(NULL);
  random_seed(s);
}

/* 53 bits in [0, 1) */
static double fraction(void) {
  ensure_seeded();
  uint32_t a = mt_u32(&stream) >> 5, b = mt_u32(&stream) >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

static uint64_t bits(int k) {
  ensure_seeded();
  if (k <= 32)
    return k ? mt_u32(&stream) >> (32 - k) : 0;
  uint64_t low = mt_u32(&stream);
  return (uint64_t)(mt_u32(&stream) >> (64 - k)) << 32 | low;
}

/* 0 .. n-1 */
static int64_t below(int64_t n) {
  int k = 64 - __builtin_clzll((unsigned long long)n);
  uint64_t r = bits(k);
  while (r >= (uint64_t)n)
    r = bits(k);
  return (int64_t)r;
}

/* --- functions ------------------------------------------------------------ */

static Value call_seed(const Value *args) {
  uint64_t h;
  if (value_is_none(args[0])) {
    seeded = false;
    ensure_seeded();
    return value_none();
  }
  if (args[0].tag == VALUE_INT || args[0].tag == VALUE_BOOL) {
    int64_t i = args[0].i;
    random_seed(i < 0 ? -(uint64_t)i : (uint64_t)i);
    return value_none();
  }
  if (args[0].tag == VALUE_FLOAT && dict_set_hash(args[0], &h)) {
    random_seed(h);
    return value_none();
  }
  if (value_is(args[0], VALUE_TYPE_STR))
    err_set(ERR_Unsupported, "xent does not support texts in random.seed()");
  else
    err_set(ERR_TypeError, "The only supported seed types are: None,\nint, "
                           "float, str, bytes, and bytearray.");
  return value_error();
}

static Value call_random(const Value *args) {
  (void)args;
  return value_float(fraction());
}

static Value call_getrandbits(const Value *args) {
  int64_t k;
  if (!value_to_index(args[0], &k))
    return value_error();
  if (k < 0)
    err_set(ERR_ValueError, "number of bits must be non-negative");
  else if (k > 63)
    err_set(ERR_OverflowError, "the result does not fit in 64 bits");
  return err_pending() ? value_error() : value_int((int64_t)bits((int)k));
}

/* a + (b - a) * random(), also for NumPy's scalars */
static Value call_uniform(const Value *args) {
  double a, b;
  if (!math_real(args[0], &a) || !math_real(args[1], &b))
    return value_error();
  return value_float(a + (b - a) * fraction());
}

static bool whole(Value v, int number, int64_t *out) {
  if (v.tag == VALUE_FLOAT && v.f != floor(v.f))
    return err_set(ERR_ValueError, "non-integer arg %d for randrange()",
                   number);
  if (v.tag != VALUE_FLOAT)
    return value_to_index(v, out);
  *out = (int64_t)v.f;
  return true;
}

static Value empty_range(void) {
  err_set(ERR_ValueError, "empty range for randrange()");
  return value_error();
}

/* start + step * (0 .. n-1) */
static Value in_range(int64_t start, int64_t stop, int64_t step) {
  int64_t width;
  if (__builtin_sub_overflow(stop, start, &width)) {
    err_set(ERR_OverflowError, "the result does not fit in 64 bits");
    return value_error();
  }
  if (step == 1 && width > 0)
    return value_int(start + below(width));
  if (step == 1) {
    err_set(ERR_ValueError, "empty range for randrange() (%lld, %lld, %lld)",
            (long long)start, (long long)stop, (long long)width);
    return value_error();
  }
  if (!step) {
    err_set(ERR_ValueError, "zero step for randrange()");
    return value_error();
  }
  if ((width > 0) != (step > 0) || !width)
    return empty_range();
  uint64_t size = width < 0 ? -(uint64_t)width : (uint64_t)width;
  uint64_t jump = step < 0 ? -(uint64_t)step : (uint64_t)step;
  return value_int(start + step * below((int64_t)((size - 1) / jump + 1)));
}

static Value call_randrange(const Value *args) {
  int64_t start, stop, step;
  if (!whole(args[0], 1, &start))
    return value_error();
  if (value_is_none(args[1]))
    return start > 0 ? value_int(below(start)) : empty_range();
  if (!whole(args[1], 2, &stop) || !whole(args[2], 3, &step))
    return value_error();
  return in_range(start, stop, step);
}

static Value call_randint(const Value *args) {
  int64_t a, b;
  if (!whole(args[0], 1, &a) || !whole(args[1], 2, &b))
    return value_error();
  return in_range(a, b == INT64_MAX ? b : b + 1, 1);
}

/* --- sequences ------------------------------------------------------------ */

static Value call_choice(const Value *args) {
  int64_t n = value_length(args[0]);
  if (n < 0)
    return value_error();
  if (n)
    return value_get_item(args[0], value_int(below(n)));
  err_set(ERR_IndexError, "Cannot choose from an empty sequence");
  return value_error();
}

/* x[i], x[j] = x[j], x[i] */
static bool swap(Value x, int64_t i, int64_t j) {
  Value a = value_get_item(x, value_int(i));
  Value b = value_ok(a) ? value_get_item(x, value_int(j)) : value_error();
  bool ok = value_ok(b) && value_set_item(x, value_int(i), b) &&
            value_set_item(x, value_int(j), a);
  value_unref(a);
  value_unref(b);
  return ok;
}

static Value call_shuffle(const Value *args) {
  int64_t n = value_length(args[0]);
  for (int64_t i = n - 1; i > 0; i--)
    if (!swap(args[0], i, below(i + 1)))
      return value_error();
  return n < 0 ? value_error() : value_none();
}

/* The pool shrinks: each drawn item is replaced by the last. */
static Value sample_pool(Value population, int64_t n, int64_t k) {
  Value pool = value_list_of(population);
  Value out = value_ok(pool) ? list_new((size_t)k) : value_error();
  List *p = list_of(pool);
  for (int64_t i = 0; value_ok(out) && i < k; i++) {
    int64_t j = below(n - i);
    list_append(out, p->items[j]);
    Value drawn = p->items[j];
    p->items[j] = p->items[n - i - 1];
    p->items[n - i - 1] = drawn;
  }
  value_unref(pool);
  return out;
}

/* Few out of many: drawn places are remembered. */
static Value sample_places(Value population, int64_t n, int64_t k) {
  Value seen = dict_new_set();
  Value out = value_ok(seen) ? list_new((size_t)k) : value_error();
  bool ok = value_ok(out);
  for (int64_t i = 0; ok && i < k; i++) {
    Value j = value_int(below(n));
    while (dict_find(dict_of(seen), j))
      j = value_int(below(n));
    ok = dict_set_add(dict_of(seen), j) &&
         list_take(out, value_get_item(population, j));
  }
  value_unref(seen);
  if (ok)
    return out;
  value_unref(out);
  return value_error();
}

static Value call_sample(const Value *args) {
  Value v = args[0];
  int64_t n, k;
  const Type *t = v.tag == VALUE_REF ? type_rows[v.ref->type] : NULL;
  if (!t || !t->get_item || value_is(v, VALUE_TYPE_DICT)) {
    err_set(ERR_TypeError, "Population must be a sequence.  For dicts or "
                           "sets, use sorted(d).");
    return value_error();
  }
  if ((n = value_length(v)) < 0 || !value_to_index(args[1], &k))
    return value_error();
  if (k < 0 || k > n) {
    err_set(ERR_ValueError, "Sample larger than population or is negative");
    return value_error();
  }
  double most = 21;
  if (k > 5)
    most += pow(4, ceil(log((double)k * 3) / log(4)));
  return (double)n <= most ? sample_pool(v, n, k) : sample_places(v, n, k);
}

/* --- choices -------------------------------------------------------------- */

/* Running sums of the weights, or the given ones. */
static double *running(Value weights, bool summed, size_t n) {
  Value list = value_list_of(weights);
  List *l = list_of(list);
  double *sums = l ? mem_alloc((n + 1) * sizeof *sums) : NULL;
  bool ok = sums != NULL;
  if (ok && l->n != n)
    ok = err_set(ERR_ValueError,
                 "The number of weights does not match the population");
  for (size_t i = 0; ok && i < n; i++) {
    ok = math_real(l->items[i], &sums[i]);
    if (ok && !summed && i)
      sums[i] += sums[i - 1];
  }
  if (ok && !(n && sums[n - 1] > 0))
    ok = err_set(ERR_ValueError, "Total of weights must be greater than zero");
  if (ok && !isfinite(sums[n - 1]))
    ok = err_set(ERR_ValueError, "Total of weights must be finite");
  value_unref(list);
  if (ok)
    return sums;
  mem_free(sums);
  return NULL;
}

/* The first place whose sum is above x, the last one at most. */
static size_t above(const double *sums, size_t n, double x) {
  size_t low = 0, high = n - 1;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (x < sums[mid])
      high = mid;
    else
      low = mid + 1;
  }
  return low;
}

static Value draw(Value population, const double *sums, int64_t n, int64_t k) {
  Value out = list_new(0);
  for (int64_t i = 0; value_ok(out) && i < k; i++) {
    int64_t j = sums ? (int64_t)above(sums, (size_t)n, fraction() * sums[n - 1])
                     : (int64_t)floor(fraction() * (double)n);
    if (list_take(out, value_get_item(population, value_int(j))))
      continue;
    value_unref(out);
    return value_error();
  }
  return out;
}

/* args: population, weights, cum_weights, k */
static Value call_choices(const Value *args) {
  int64_t k, n = value_length(args[0]);
  double *sums = NULL;
  if (n < 0 || !value_to_index(args[3], &k))
    return value_error();
  bool summed = !value_is_none(args[2]), given = !value_is_none(args[1]);
  if (summed && given) {
    err_set(ERR_TypeError,
            "Cannot specify both weights and cumulative weights");
    return value_error();
  }
  if (summed || given) {
    sums = running(summed ? args[2] : args[1], summed, (size_t)n);
    if (!sums)
      return value_error();
  }
  Value out = draw(args[0], sums, n, k);
  mem_free(sums);
  return out;
}

/* --- distributions -------------------------------------------------------- */

/* mu + z * sigma; args: mu, sigma */
static Value placed(const Value *args, double z) {
  double mu, sigma;
  if (!math_real(args[0], &mu) || !math_real(args[1], &sigma))
    return value_error();
  return value_float(mu + z * sigma);
}

/* Box and Muller 1958: two at a time. */
static Value call_gauss(const Value *args) {
  double z = kept;
  ensure_seeded();
  if (!is_kept) {
    double angle = fraction() * (2 * M_PI);
    double radius = sqrt(-2.0 * log(1.0 - fraction()));
    z = cos(angle) * radius;
    kept = sin(angle) * radius;
  }
  is_kept = !is_kept;
  return placed(args, z);
}

/* Kinderman and Monahan 1977: the ratio of uniforms. */
static Value call_normalvariate(const Value *args) {
  const double magic = 4 * exp(-0.5) / sqrt(2.0);
  double z, u;
  do {
    double first = fraction();
    u = 1.0 - fraction();
    z = magic * (first - 0.5) / u;
  } while (!(z * z / 4.0 <= -log(u)));
  return placed(args, z);
}

static Value call_expovariate(const Value *args) {
  double rate;
  if (!math_real(args[0], &rate))
    return value_error();
  double x = -log(1.0 - fraction());
  if (rate != 0)
    return value_float(x / rate);
  err_set(ERR_ZeroDivisionError, "float division by zero");
  return value_error();
}

const Native random_natives[] = {
    {"seed", "a=None", call_seed, "starts the stream anew", NULL, NULL},
    {"random", "", call_random, "a number in [0, 1)", NULL, NULL},
    {"uniform", "a b", call_uniform, "a number between a and b", NULL, NULL},
    {"randint", "a b", call_randint, "a whole number from a to b", NULL, NULL},
    {"randrange", "start stop=None step=1", call_randrange,
     "an item of range(start, stop, step)", NULL, NULL},
    {"getrandbits", "k /", call_getrandbits, "a number of k random bits", NULL,
     NULL},
    {"choice", "seq", call_choice, "an item of a sequence", NULL, NULL},
    {"choices", "population weights=None * cum_weights=None k=1", call_choices,
     "k items, each drawn from all", NULL, NULL},
    {"shuffle", "x", call_shuffle, "mixes a list in place", NULL, NULL},
    {"sample", "population k", call_sample, "k different items", NULL, NULL},
    {"gauss", "mu=0.0 sigma=1.0", call_gauss,
     "a number of the normal distribution", NULL, NULL},
    {"normalvariate", "mu=0.0 sigma=1.0", call_normalvariate,
     "the same by another method", NULL, NULL},
    {"expovariate", "lambd", call_expovariate,
     "a number of the exponential distribution", NULL, NULL},
    {0}};
