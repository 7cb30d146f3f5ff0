/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stable merge sort over runs that are made by binary insertion. Up to 63
   items it makes CPython's comparisons in CPython's order, so that lists that
   cannot be ordered (nan, mixed types) end up alike. */
#include "lang/arith.h"
#include "lang/list.h"
#include "lang/str.h"

#include <string.h>

typedef struct SortItem {
  Value key, value;
} SortItem;

enum { SMALL = 64, RUN = 32 };

/* a < b: 1, 0, -1. */
static int less(Value a, Value b) {
  if (a.tag == VALUE_FLOAT && b.tag == VALUE_FLOAT)
    return a.f < b.f;
  if (a.tag == VALUE_INT && b.tag == VALUE_INT)
    return a.i < b.i;
  if (str_of(a) && str_of(b))
    return str_order(str_of(a), str_of(b)) < 0;
  Value v = arith_compare(AST_LT, a, b, false);
  int t = value_ok(v) ? value_truth(v) : -1;
  value_unref(v);
  return t;
}

static void turn(SortItem *items, size_t n) {
  for (size_t i = 0; i < n / 2; i++) {
    SortItem x = items[i];
    items[i] = items[n - 1 - i];
    items[n - 1 - i] = x;
  }
}

/* How many items at the start are in order; falling ones are turned round.
   0: error. */
static size_t first_run(SortItem *items, size_t n) {
  if (n < 2)
    return n;
  size_t i = 1;
  int falling = less(items[1].key, items[0].key), t = falling;
  while (t >= 0 && t == falling && ++i < n)
    t = less(items[i].key, items[i - 1].key);
  if (t < 0)
    return 0;
  if (falling)
    turn(items, i);
  return i;
}

/* Items before `sorted` are in order; puts the others among them. */
static bool insert_each(SortItem *items, size_t sorted, size_t n) {
  for (size_t i = sorted; i < n; i++) {
    SortItem x = items[i];
    size_t low = 0, high = i;
    while (low < high) {
      size_t mid = low + (high - low) / 2;
      int t = less(x.key, items[mid].key);
      if (t < 0)
        return false;
      if (t)
        high = mid;
      else
        low = mid + 1;
    }
    memmove(items + low + 1, items + low, (i - low) * sizeof *items);
    items[low] = x;
  }
  return true;
}

static bool sort_run(SortItem *items, size_t n) {
  size_t sorted = first_run(items, n);
  return sorted && insert_each(items, sorted, n);
}

/* Merges from[0 .. mid) and from[mid .. n) into to; when a comparison fails
   the rest is copied as it is, so that no item is lost. */
static bool merge(SortItem *to, const SortItem *from, size_t mid, size_t n) {
  size_t i = 0, j = mid, k = 0;
  bool ok = true;
  while (ok && i < mid && j < n) {
    int t = less(from[j].key, from[i].key);
    ok = t >= 0;
    if (ok)
      to[k++] = t ? from[j++] : from[i++];
  }
  while (i < mid)
    to[k++] = from[i++];
  while (j < n)
    to[k++] = from[j++];
  return ok;
}

static bool merge_all(SortItem *items, size_t n, SortItem *spare) {
  bool ok = true;
  for (size_t i = 0; ok && i < n; i += RUN)
    ok = sort_run(items + i, n - i < RUN ? n - i : RUN);
  for (size_t width = RUN; ok && width < n; width *= 2) {
    for (size_t i = 0; i < n; i += 2 * width) {
      size_t both = n - i < 2 * width ? n - i : 2 * width;
      size_t mid = both < width ? both : width;
      ok = merge(spare + i, items + i, mid, both) && ok;
    }
    memcpy(items, spare, n * sizeof *items);
  }
  return ok;
}

static bool sort_items(SortItem *items, size_t n) {
  if (n < 2)
    return true;
  if (n < SMALL)
    return sort_run(items, n);
  SortItem *spare = mem_alloc(n * sizeof *spare);
  bool ok = spare && merge_all(items, n, spare);
  mem_free(spare);
  return ok;
}

static bool make_keys(SortItem *items, size_t n, Value key) {
  bool given = value_ok(key) && !value_is_none(key);
  bool ok = true;
  for (size_t i = 0; i < n; i++) {
    if (given)
      items[i].key =
          ok ? value_call_n(key, &items[i].value, 1) : value_absent();
    else
      items[i].key = value_ref(items[i].value);
    ok = ok && value_ok(items[i].key);
  }
  return ok;
}

/* Python sorts the reversed list and turns it again: stable both ways. */
static bool sort_keyed(SortItem *items, size_t n, Value key, bool reverse) {
  bool ok = make_keys(items, n, key);
  if (reverse)
    turn(items, n);
  ok = ok && sort_items(items, n);
  if (reverse)
    turn(items, n);
  for (size_t i = 0; i < n; i++)
    value_unref(items[i].key);
  return ok;
}

bool list_sort(Value list, Value key, bool reverse) {
  List *l = list_of(list);
  List mine = *l;
  SortItem *items = mem_alloc(mine.n * sizeof *items);
  if (!items)
    return false;
  for (size_t i = 0; i < mine.n; i++)
    items[i].value = mine.items[i];
  /* the list is empty while keys and comparisons run */
  l->items = NULL;
  l->n = l->cap = 0;
  bool ok = sort_keyed(items, mine.n, key, reverse);
  for (size_t i = 0; i < mine.n; i++)
    mine.items[i] = items[i].value;
  mem_free(items);
  bool changed = l->items != NULL;
  list_clear(l);
  l->items = mine.items;
  l->n = mine.n;
  l->cap = mine.cap;
  if (ok && changed)
    return err_set(ERR_ValueError, "list modified during sort");
  return ok;
}
