/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/order.h"

#include "base/mem.h"

#include <string.h>

static void merge(const double *x, int64_t *index, int64_t middle, int64_t n,
                  int64_t *room) {
  int64_t left = 0, right = middle, k = 0;
  memcpy(room, index, (size_t)middle * sizeof *room);
  while (left < middle && right < n)
    index[k++] = order_less(x[index[right]], x[room[left]]) ? index[right++]
                                                            : room[left++];
  while (left < middle)
    index[k++] = room[left++];
}

/* Stable for a few: the smaller ones walk to the left. */
static void insertion(const double *x, int64_t *index, int64_t n) {
  for (int64_t i = 1; i < n; i++) {
    int64_t at = i, moving = index[i];
    for (; at && order_less(x[moving], x[index[at - 1]]); at--)
      index[at] = index[at - 1];
    index[at] = moving;
  }
}

static void merge_sort(const double *x, int64_t *index, int64_t n,
                       int64_t *room) {
  if (n <= 16) {
    insertion(x, index, n);
    return;
  }
  int64_t middle = n / 2;
  merge_sort(x, index, middle, room);
  merge_sort(x, index + middle, n - middle, room);
  merge(x, index, middle, n, room);
}

bool order_stable(const double *x, int64_t *index, int64_t n) {
  int64_t *room = mem_alloc((size_t)n * sizeof *room);
  if (!room)
    return false;
  merge_sort(x, index, n, room);
  mem_free(room);
  return true;
}

static void swap(int64_t *a, int64_t *b) {
  int64_t t = *a;
  *a = *b;
  *b = t;
}

static void sift_down(const double *x, int64_t *index, int64_t at, int64_t n) {
  int64_t moving = index[at];
  for (int64_t child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && order_less(x[index[child]], x[index[child + 1]]))
      child++;
    if (!order_less(x[moving], x[index[child]]))
      break;
    index[at] = index[child];
  }
  index[at] = moving;
}

static void heap_sort(const double *x, int64_t *index, int64_t n) {
  for (int64_t i = n / 2 - 1; i >= 0; i--)
    sift_down(x, index, i, n);
  while (n > 1) {
    swap(&index[0], &index[--n]);
    sift_down(x, index, 0, n);
  }
}

/* Median of three, then both ends walk inwards; the place of the pivot. */
static int64_t partition(const double *x, int64_t *index, int64_t low,
                         int64_t high) {
  int64_t middle = low + (high - low) / 2;
  if (order_less(x[index[middle]], x[index[low]]))
    swap(&index[middle], &index[low]);
  if (order_less(x[index[high]], x[index[middle]]))
    swap(&index[high], &index[middle]);
  if (order_less(x[index[middle]], x[index[low]]))
    swap(&index[middle], &index[low]);
  double pivot = x[index[middle]];
  int64_t i = low, j = high - 1;
  swap(&index[middle], &index[j]);
  for (;;) {
    do
      i++;
    while (order_less(x[index[i]], pivot));
    do
      j--;
    while (order_less(pivot, x[index[j]]));
    if (i >= j)
      break;
    swap(&index[i], &index[j]);
  }
  swap(&index[i], &index[high - 1]);
  return i;
}

/* The smaller side goes on here, the larger one in a call: which comes first
   does not matter, for they are apart. */
static void quick_sort(const double *x, int64_t *index, int64_t low,
                       int64_t high, int depth) {
  while (depth >= 0 && high - low > 15) {
    int64_t at = partition(x, index, low, high);
    depth--;
    if (at - low < high - at) {
      quick_sort(x, index, low, at - 1, depth);
      low = at + 1;
    } else {
      quick_sort(x, index, at + 1, high, depth);
      high = at - 1;
    }
  }
  if (depth < 0)
    heap_sort(x, index + low, high - low + 1);
  else if (high > low)
    insertion(x, index + low, high - low + 1);
}

void order_numpy(const double *x, int64_t *index, int64_t n) {
  int depth = 0;
  for (int64_t k = n; k >>= 1;)
    depth += 2;
  quick_sort(x, index, 0, n - 1, depth);
}
