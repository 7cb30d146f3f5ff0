/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads tests/vectors/NAME.json: numbers that the real libraries wrote. The
   folder is $XENT_TEST_DATA, or tests/vectors below the current one. */
#ifndef XENT_TESTS_UNIT_VECTORS_H
#define XENT_TESTS_UNIT_VECTORS_H

#include <errno.h>
#include <jansson.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noreturn)) static inline void vectors_die(const char *what,
                                                         const char *detail) {
  fprintf(stderr, "vectors: %s: %s\n", what, detail);
  exit(2);
}

/* The whole file; the caller calls json_decref. */
static inline json_t *vectors_load(const char *file) {
  const char *folder = getenv("XENT_TEST_DATA");
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder ? folder : "tests/vectors", file);
  json_error_t error;
  json_t *root = json_load_file(path, 0, &error);
  if (!root)
    vectors_die(path, error.text);
  return root;
}

/* The member of an object, which must be there (borrowed). */
static inline json_t *vectors_get(const json_t *object, const char *key) {
  json_t *member = json_object_get(object, key);
  if (!member)
    vectors_die("no such member", key);
  return member;
}

/* A number, or one of the strings "nan", "inf", "-inf". */
static inline double vectors_number(const json_t *v) {
  if (json_is_number(v))
    return json_number_value(v);
  const char *text = json_string_value(v);
  if (!text)
    vectors_die("not a number", "wrong type");
  if (!strcmp(text, "nan"))
    return (double)NAN;
  if (!strcmp(text, "inf"))
    return (double)INFINITY;
  if (!strcmp(text, "-inf"))
    return -(double)INFINITY;
  vectors_die("not a number", text);
}

/* An integer; the largest come as strings, those of uint64 wrap. */
static inline int64_t vectors_integer(const json_t *v) {
  const char *text = json_string_value(v);
  if (json_is_integer(v))
    return json_integer_value(v);
  if (json_is_boolean(v))
    return json_is_true(v);
  if (!text || !*text)
    vectors_die("not an integer", text ? text : "wrong type");
  char *end;
  errno = 0;
  int64_t n = *text == '-' ? strtoll(text, &end, 10)
                           : (int64_t)strtoull(text, &end, 10);
  if (errno || *end)
    vectors_die("not an integer", text);
  return n;
}

#endif
