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

static const ForeignOwner *owner_named(const char *name) {
  for (const ForeignOwner *o = foreign_names; o->owner; o++)
    if (!strcmp(o->owner, name))
      return o;
  for (const ForeignOwner *o = foreign_torch; o->owner; o++)
    if (!strcmp(o->owner, name))
      return o;
  return NULL;
}

bool foreign_has(const char *owner, const char *name) {
  size_t len = strlen(name);
  if (!len || strchr(name, ' '))
    return false;
  const ForeignOwner *o = owner_named(owner);
  return o && in_names(o->names, name, len);
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

/* Packages learners import beside those with lists, and what these hide. */
static const char *const packages[] = {
    "IPython",      "PIL",        "cv2",         "imblearn",   "jax",
    "keras",        "matplotlib", "pandas",      "plotly",     "scipy",
    "seaborn",      "sympy",      "tensorflow",  "torchaudio", "torchmetrics",
    "torchsummary", "torchtext",  "torchvision", "tqdm"};

static bool is_owner(const char *name) {
  return owner_named(name) != NULL;
}

/* Every part must be a name of what precedes it, as far as that is known. */
static bool in_library(const char *dotted) {
  char owner[64], part[64];
  if (!first_part(dotted, owner, sizeof owner) || !is_owner(owner))
    return false;
  for (const char *dot = strchr(dotted, '.'); dot; dot = strchr(dot + 1, '.')) {
    size_t n = (size_t)(dot - dotted);
    if (n >= sizeof owner || !first_part(dot + 1, part, sizeof part))
      return false;
    memcpy(owner, dotted, n);
    owner[n] = '\0';
    if (!is_owner(owner))
      return true;
    if (!foreign_has(owner, part))
      return false;
  }
  return true;
}

bool foreign_module(const char *dotted) {
  char part[64];
  for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
    if (begins(dotted, packages[i]))
      return true;
  if (!first_part(dotted, part, sizeof part))
    return false;
  return foreign_has("", part) || in_library(dotted);
}
