/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show/figure.h"

#include "base/mem.h"

#include <string.h>

Figure *figure_new(void) {
  Figure *f = mem_zeroed(1, sizeof *f);
  if (f)
    *f = (Figure){.width = 8, .height = 5, .dpi = 100};
  return f;
}

void figure_free(Figure *f) {
  if (!f)
    return;
  for (size_t i = 0; i < f->n; i++)
    plot_free(f->panels[i].plot);
  mem_free(f->panels);
  mem_free(f->title);
  mem_free(f);
}

bool figure_title(Figure *f, const char *text) {
  char *copy = mem_copy_text(text, strlen(text));
  if (!copy)
    return false;
  mem_free(f->title);
  f->title = copy;
  return true;
}

bool figure_add(Figure *f, FigurePanel panel) {
  if (!panel.plot ||
      !mem_grow((void **)&f->panels, &f->cap, f->n + 1, sizeof panel))
    return plot_free(panel.plot), false;
  f->panels[f->n++] = panel;
  return true;
}
