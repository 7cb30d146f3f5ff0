/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/numpyrandom.h"

#include "lang/instance.h"
#include "lang/interp.h"
#include "lang/str.h"
#include "lib/numpyrandomdraw.h"
#include "lib/numpyrandompick.h"

#include <string.h>

/* --- RandomState: a stream of its own ------------------------------------- */

/* The stream lies in the memory of an array, under a name that no program can
   write. */
static const Sym *stream_name(void) {
  return sym_lit("<stream>");
}

static NpRandom *stream_of(Value self) {
  Instance *it = instance_of(self);
  const Sym *name = stream_name();
  Value *v = it && name ? class_attrs_find(&it->attrs, name) : NULL;
  if (v && value_array(*v))
    return value_array(*v)->data;
  return err_null(ERR_TypeError, "this RandomState was never initialised");
}

NpRandom *numpyrandom_stream(Value state) {
  return value_is_none(state) ? interp_numpy_random() : stream_of(state);
}

static bool make_stream(Value self) {
  int64_t bytes = sizeof(NpRandom);
  Instance *it = instance_of(self);
  Value room = value_of_array(array_zeros(FAMILY_NUMPY, DT_U8, 1, &bytes));
  bool ok = it && value_ok(room) && stream_name() &&
            class_attrs_put(&it->attrs, stream_name(), room);
  value_unref(room);
  return ok;
}

static Value init(const Value *args) {
  if (!make_stream(args[0]))
    return value_error();
  return numpyrandomdraw_seed(stream_of(args[0]), args[1]) ? value_none()
                                                           : value_error();
}

static Value repr(const Value *args) {
  (void)args;
  return str_lit("RandomState(MT19937)");
}

static Value seed(NpRandom *r, const Value *args) {
  return numpyrandomdraw_seed(r, args[0]) ? value_none() : value_error();
}

/* --- functions and methods ------------------------------------------------ */

/* name, parameters, what does it, one line of help */
#define DRAWS(X)                                                               \
  X(seed, "seed=None", seed, "starts the stream anew")                         \
  X(rand, "*sizes", numpyrandomdraw_rand, "uniform numbers of [0, 1)")         \
  X(randn, "*sizes", numpyrandomdraw_randn, "normal numbers")                  \
  X(random, "size=None", numpyrandomdraw_sample, "uniform numbers of [0, 1)")  \
  X(random_sample, "size=None", numpyrandomdraw_sample,                        \
    "uniform numbers of [0, 1)")                                               \
  X(randint, "low high=None size=None dtype?", numpyrandomdraw_integers,       \
    "integers of [low, high), or of [0, low)")                                 \
  X(uniform, "low=0.0 high=1.0 size=None", numpyrandomdraw_uniform,            \
    "uniform numbers of [low, high)")                                          \
  X(normal, "loc=0.0 scale=1.0 size=None", numpyrandomdraw_normal,             \
    "normal numbers around loc with deviation scale")                          \
  X(standard_normal, "size=None", numpyrandomdraw_gauss,                       \
    "normal numbers around 0 with deviation 1")                                \
  X(exponential, "scale=1.0 size=None", numpyrandomdraw_exponential,           \
    "exponential numbers with mean scale")                                     \
  X(shuffle, "x", numpyrandompick_shuffle,                                     \
    "shuffles a list or array in place, along its first axis")                 \
  X(permutation, "x", numpyrandompick_permutation,                             \
    "a shuffled copy, or 0 .. x-1 shuffled")                                   \
  X(choice, "a size=None replace=True p=None", numpyrandompick_choice,         \
    "some of a, or of 0 .. a-1, with probabilities p")

#define X(name, params, does, help)                                            \
  static Value function_##name(const Value *args) {                            \
    NpRandom *r = interp_numpy_random();                                       \
    return r ? does(r, args) : value_error();                                  \
  }                                                                            \
  static Value method_##name(const Value *args) {                              \
    NpRandom *r = stream_of(args[0]);                                          \
    return r ? does(r, args + 1) : value_error();                              \
  }
DRAWS(X)
#undef X

const Native numpyrandom_natives[] = {
#define X(name, params, does, help)                                            \
  {#name, params, function_##name, help, NULL, NULL},
    DRAWS(X)
#undef X
        {0}};

static const Native methods[] = {
    {"__init__", "self seed=None", init, "a stream of its own", NULL, NULL},
    {"__repr__", "self", repr, "", NULL, NULL},
#define X(name, params, does, help)                                            \
  {#name, "self " params, method_##name, help, NULL, NULL},
    DRAWS(X)
#undef X
        {0}};

/* What RandomState of the library derives from. */
Value numpyrandom_find(const Sym *name) {
  if (strcmp(name->text, "_RandomState") != 0)
    return value_absent();
  Value v = class_new(name, NULL);
  if (value_ok(v)) {
    class_of(v)->module = "numpy.random.mtrand";
    class_of(v)->methods = methods;
  }
  return v;
}
