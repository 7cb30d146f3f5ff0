/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "num/pool.h"

#include "base/mem.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Reuse would hide a stale pointer from the sanitizers. */
#if defined(__SANITIZE_ADDRESS__) || defined(XENT_PARANOIA)
enum { KEEP = 0, KEEP_LARGE = 0 };
#else
enum { KEEP = 64, KEEP_LARGE = 8 };
#endif

enum {
  CLASSES = 16, /* 256, 512, 768 ... 4096 bytes */
  CLASS_BYTES = POOL_SMALL_MAX / CLASSES,
  ALIGN = 64,
  HUGE_PAGES_FROM = 4 << 20
};

typedef struct Free Free;
struct Free {
  Free *next;
};

static struct {
  Free *first;
  int count;
} lists[CLASSES];

/* Stands right before the data of a large block. */
typedef struct Large {
  void *raw;
  size_t cap;
} Large;

static void *kept[KEEP_LARGE + 1];
static int kept_count;
static size_t kept_bytes;
static const size_t kept_max = (size_t)256 << 20;

void *pool_take(size_t n) {
  size_t class = (n - 1) / CLASS_BYTES;
  Free *block = lists[class].first;
  if (!block)
    return mem_alloc((class + 1) * CLASS_BYTES);
  lists[class].first = block->next;
  lists[class].count--;
  return block;
}

void pool_give(void *block, size_t n) {
  size_t class = (n - 1) / CLASS_BYTES;
  if (lists[class].count >= KEEP) {
    mem_free(block);
    return;
  }
  Free *f = block;
  f->next = lists[class].first;
  lists[class].first = f;
  lists[class].count++;
}

static Large *head_of(void *data) {
  return (Large *)data - 1;
}

/* A kept block that fits without wasting more than half, or NULL. */
static void *take_kept(size_t n) {
  for (int i = kept_count - 1; i >= 0; i--) {
    void *data = kept[i];
    size_t cap = head_of(data)->cap;
    if (cap < n || cap / 2 > n)
      continue;
    memmove(kept + i, kept + i + 1, sizeof *kept * (kept_count - i - 1));
    kept_count--;
    kept_bytes -= cap;
    return data;
  }
  return NULL;
}

static void advise_huge_pages(char *data, size_t n) {
#ifdef MADV_HUGEPAGE
  if (n < HUGE_PAGES_FROM)
    return;
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t skip = (page - (uintptr_t)data % page) % page;
  madvise(data + skip, n - skip, MADV_HUGEPAGE);
#else
  (void)data, (void)n;
#endif
}

void *pool_take_large(size_t n, bool zeroed) {
  void *data = take_kept(n);
  if (data)
    return zeroed ? memset(data, 0, n) : data;
  size_t bytes = n + sizeof(Large) + ALIGN;
  char *raw = zeroed ? mem_zeroed(bytes, 1) : mem_alloc(bytes);
  if (!raw)
    return NULL;
  uintptr_t at = (uintptr_t)raw + sizeof(Large) + ALIGN - 1;
  data = raw + (at / ALIGN * ALIGN - (uintptr_t)raw);
  *head_of(data) = (Large){raw, n};
  advise_huge_pages(data, n);
  return data;
}

static void drop_oldest(void) {
  kept_bytes -= head_of(kept[0])->cap;
  mem_free(head_of(kept[0])->raw);
  memmove(kept, kept + 1, sizeof *kept * --kept_count);
}

void pool_give_large(void *data) {
  size_t cap = head_of(data)->cap;
  if (!KEEP_LARGE || cap > kept_max / 2) {
    mem_free(head_of(data)->raw);
    return;
  }
  while (kept_count == KEEP_LARGE ||
         (kept_count && kept_bytes + cap > kept_max))
    drop_oldest();
  kept[kept_count++] = data;
  kept_bytes += cap;
}

/* Linux promises more memory than there is; touching it would end us. */
bool pool_is_hopeless(size_t n) {
  static size_t limit;
  if (!limit) {
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    limit = pages > 0 && size > 0 ? (size_t)pages * (size_t)size : SIZE_MAX / 4;
  }
  return n > limit;
}

void pool_free(void) {
  for (int i = 0; i < CLASSES; i++)
    while (lists[i].first) {
      Free *next = lists[i].first->next;
      mem_free(lists[i].first);
      lists[i].first = next;
      lists[i].count--;
    }
  while (kept_count)
    drop_oldest();
}
