/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trainhelp.h"

#include "app/output.h"

#include <inttypes.h>

/* A name and what it means; lines go on without a name. All fits in 60
   columns and 20 rows. */
typedef struct Entry {
  const char *name, *text;
} Entry;

static const Entry entries[] = {
    {"loss", "mean cross-entropy in nats of train, test rows;"},
    {"", "dashed: ln of the classes, the price of a guess"},
    {"map", "test rows by x1, x2; A is class 0. The ground:"},
    {"", "what the net answers there with x3 = x4 = 0."},
    {"", "Lower case: the net is wrong. [ ]: the row below"},
    {"true\\pred", "test rows of each class and the answers they get"},
    {"%", "half of the 95 % interval: few rows say little"},
    {"z  p", "logits, and softmax (one output: sigmoid) of them"},
    {"p - y", "the slope dL/dz: what this row asks z to change"},
    {"|grad|", "length of the slope by all parameters together"},
    {"", ""},
    {"space", "pause, go on        s S  one epoch, ten epochs"},
    {"r", "rewind: the same first weights, lr as it is now"},
    {"n", "other first weights: the next seed, 1 at first"},
    {"+ -", "learning rate, from the next epoch on"},
    {"1-9", "speed: 1 2 5 10 20 50 100 1000 epochs/s, full"},
    {"up down", "another test row    q  leave, the net is kept"},
};

void trainhelp_draw(const TrainView *v, Page *p) {
  enum { NAME = 1, TEXT = 11 };
  Buf head = BUF_EMPTY;
  buf_fmt(&head, "%swhat is on the screen%s", output_style(OUTPUT_BOLD),
          output_style(OUTPUT_PLAIN));
  page_put(p, 0, NAME, p->columns, buf_text(&head));
  int row = 1;
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
    buf_clear(&head);
    buf_fmt(&head, "%s%s", output_style(OUTPUT_BOLD), entries[i].name);
    page_put(p, row, NAME, TEXT - NAME, buf_text(&head));
    page_put(p, row++, TEXT, p->columns - TEXT, entries[i].text);
  }
  buf_clear(&head);
  buf_fmt(&head, "seed %" PRIu64 "%s; any key goes back", trainview_seed(v),
          trainer_options(v->trainer)->seeded ? "" : " as in the notebook");
  page_put(p, p->rows - 1, NAME, p->columns, buf_text(&head));
  buf_free(&head);
}
