/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/textwalk.h"

#include "num/scale.h"

static bool is_cut(int64_t n, int64_t edge) {
  return edge != TEXTWALK_ALL && n > 2 * edge;
}

int64_t textwalk_places(int64_t n, int64_t edge) {
  return is_cut(n, edge) ? 2 * edge + 1 : n;
}

int64_t textwalk_item(int64_t n, int64_t edge, int64_t at) {
  if (!is_cut(n, edge) || at < edge)
    return at;
  return at == edge ? TEXTWALK_DOTS : n - (2 * edge + 1 - at);
}

typedef struct Visit {
  const Array *a;
  int64_t edge;
  void (*see)(void *context, const void *element);
  void *context;
} Visit;

static void visit(const Visit *v, int axis, int64_t offset) {
  if (axis == v->a->ndim) {
    v->see(v->context, textwalk_at(v->a, offset));
    return;
  }
  int64_t n = v->a->shape[axis], places = textwalk_places(n, v->edge);
  for (int64_t at = 0; at < places; at++) {
    int64_t item = textwalk_item(n, v->edge, at);
    if (item != TEXTWALK_DOTS)
      visit(v, axis + 1, offset + item * v->a->stride[axis]);
  }
}

void textwalk_each(const Array *a, int64_t edge,
                   void (*see)(void *context, const void *element),
                   void *context) {
  visit(&(Visit){a, edge, see, context}, 0, 0);
}

void textwalk_put_int(Buf *b, DType dtype, const void *element) {
  int64_t value = dtype_get_int(dtype, element);
  if (dtype == DT_BOOL)
    buf_str(b, value ? "True" : "False");
  else if (dtype == DT_U64) {
    char text[24], *end = text + sizeof text;
    char *at = scale_uint_text(end, (uint64_t)value);
    buf_add(b, at, (size_t)(end - at));
  } else
    buf_int(b, value);
}

void textwalk_newline(Buf *b, size_t blanks) {
  buf_char(b, '\n');
  buf_fill(b, ' ', blanks);
}
