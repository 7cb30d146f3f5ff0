/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/foreign.h"

#include <stddef.h>
#include <string.h>

static bool in_names(const char *names, const char *name, size_t len) {
  for (const char *p = names; (p = strstr(p, name)); p += len)
    if (p[-1] == ' ' && p[len] == ' ')
      return true;
  return false;
}

bool foreign_has(const char *owner, const char *name) {
  size_t len = strlen(name);
  if (!len || strchr(name, ' '))
    return false;
  for (const ForeignOwner *o = foreign_names; o->owner; o++)
    if (!strcmp(o->owner, owner))
      return in_names(o->names, name, len);
  return false;
}

static bool begins(const char *dotted, const char *module) {
  size_t n = strlen(module);
  return !strncmp(dotted, module, n) && (!dotted[n] || dotted[n] == '.');
}

/* Copies the part of a dotted name up to the next dot; false: too long. */
static bool first_part(const char *dotted, char *part, size_t size) {
  size_t n = strcspn(dotted, ".");
  if (n >= size)
    return false;
  memcpy(part, dotted, n);
  part[n] = '\0';
  return true;
}

/* Packages learners import beside the two, and what these two hide. */
static const char *const packages[] = {
    "IPython",    "PIL",          "cv2",           "imblearn",  "jax",
    "keras",      "matplotlib",   "numpy.testing", "pandas",    "plotly",
    "scipy",      "seaborn",      "sklearn",       "sympy",     "tensorflow",
    "torchaudio", "torchmetrics", "torchsummary",  "torchtext", "torchvision",
    "tqdm"};

bool foreign_module(const char *dotted) {
  char part[64];
  for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
    if (begins(dotted, packages[i]))
      return true;
  if (!first_part(dotted, part, sizeof part))
    return false;
  if (foreign_has("", part))
    return true;
  bool library = !strcmp(part, "numpy") || !strcmp(part, "torch");
  const char *below = strchr(dotted, '.');
  char second[64];
  return library && below && first_part(below + 1, second, sizeof second) &&
         foreign_has(part, second);
}
