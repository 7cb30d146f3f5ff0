/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of training without a screen: what keys and time do to it, and
   that every size of page can be drawn. tests/screens shows how it looks. */
#include "app/output.h"
#include "app/traindraw.h"
#include "app/trainview.h"
#include "base/err.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "base/stop.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static TrainView start(TrainerTask task, int64_t epochs) {
  TrainerOptions o = trainer_defaults(task);
  Trainer *t = trainer_new(&o);
  assert_non_null(t);
  return trainview_start(t, epochs);
}

static void end(TrainView *v) {
  trainer_free(v->trainer);
  mem_free(v->losses);
  mem_free(v->test_losses);
}

static void press(TrainView *v, const char *keys) {
  for (; *keys; keys++)
    assert_true(trainview_key(v, *keys));
}

/* Lets time pass in frames as the screen does. */
static void wait_frames(TrainView *v, int frames, double seconds) {
  for (int i = 0; i < frames; i++) {
    trainview_time(v, seconds);
    while (trainview_due(v))
      assert_true(trainview_epoch(v));
  }
}

/* Losses of n epochs as a plain loop makes them. */
static void check_losses(const TrainView *v, const TrainerOptions *o) {
  Trainer *t = trainer_new(o);
  for (size_t i = 0; i < v->n; i++) {
    TrainerEvent e;
    assert_true(trainer_step(t, &e));
    assert_memory_equal(&e.loss, &v->losses[i], sizeof e.loss);
    assert_memory_equal(&e.test_loss, &v->test_losses[i], sizeof e.loss);
  }
  trainer_free(t);
}

static void test_time(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  assert_int_equal(v.speed, 5); /* 20 epochs a second */
  wait_frames(&v, 70, 0.05);
  assert_int_equal(v.n, 70);
  press(&v, "1"); /* one a second: frames add up */
  wait_frames(&v, 40, 0.05);
  assert_int_equal(v.n, 72);
  press(&v, " ");
  wait_frames(&v, 100, 1);
  assert_int_equal(v.n, 72);
  press(&v, " 9");
  wait_frames(&v, 1, 0.001);
  assert_int_equal(v.n, 100);
  assert_true(trainview_done(&v));
  press(&v, "sS");
  assert_int_equal(v.n, 100);
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  check_losses(&v, &o);
  end(&v);
}

static void test_steps_and_rewind(void **state) {
  (void)state;
  TrainView v = start(TRAINER_BINARY, 100);
  press(&v, "sS");
  assert_int_equal(v.n, 11);
  assert_true(v.paused);
  press(&v, "r");
  assert_int_equal(v.n, 0);
  assert_int_equal(v.last.epoch, 0);
  press(&v, "S");
  TrainerOptions o = trainer_defaults(TRAINER_BINARY);
  check_losses(&v, &o);
  assert_int_equal(trainview_seed(&v), TRAINER_NOTEBOOK_SEED);
  press(&v, "nnS");
  assert_int_equal(trainview_seed(&v), 2);
  o.seeded = true;
  o.seed = 2;
  check_losses(&v, &o);
  end(&v);
}

static void test_learning_rate(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  const double up[] = {0.2, 0.5, 1, 2}, down[] = {1, 0.5, 0.2, 0.1, 0.05};
  for (size_t i = 0; i < sizeof up / sizeof *up; i++) {
    press(&v, "+");
    assert_true(fabs(trainer_options(v.trainer)->rule.lr - up[i]) < 1e-12);
  }
  for (size_t i = 0; i < sizeof down / sizeof *down; i++) {
    press(&v, "-");
    assert_true(fabs(trainer_options(v.trainer)->rule.lr - down[i]) < 1e-12);
  }
  for (int i = 0; i < 100; i++)
    press(&v, "-");
  assert_true(trainer_options(v.trainer)->rule.lr >= 0.99e-6);
  for (int i = 0; i < 100; i++)
    press(&v, "+");
  assert_true(trainer_options(v.trainer)->rule.lr <= 1001);
  end(&v);
}

/* A rate changed on the way works from the next epoch on, as if the trainer
   had been made with it. */
static void test_rate_takes_effect(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  press(&v, "+S");
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  o.rule.lr = 0.2;
  check_losses(&v, &o);
  press(&v, "rS"); /* and rewinding keeps it */
  check_losses(&v, &o);
  end(&v);
}

static void test_rows(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  assert_true(trainview_key(&v, TRAINVIEW_UP));
  assert_int_equal(v.row, 59);
  assert_true(trainview_key(&v, TRAINVIEW_DOWN));
  assert_true(trainview_key(&v, TRAINVIEW_DOWN));
  assert_int_equal(v.row, 1);
  end(&v);
}

static void test_help_and_leaving(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  press(&v, "?");
  assert_true(v.help);
  press(&v, "q");
  assert_false(v.help || v.left);
  press(&v, "?s");
  assert_false(v.help);
  assert_int_equal(v.n, 0);
  press(&v, "xq");
  assert_true(v.left);
  end(&v);
}

static void test_broken(void **state) {
  (void)state;
  TrainerOptions o = trainer_defaults(TRAINER_MULTI);
  o.rule.lr = 1e30;
  TrainView v = trainview_start(trainer_new(&o), 100);
  wait_frames(&v, 100, 0.05);
  assert_true(v.paused);
  assert_string_equal(v.last.bad, "loss");
  assert_int_equal(v.n, 2);
  press(&v, "s ");
  assert_int_equal(v.n, 2);
  press(&v, "r");
  assert_null(v.last.bad);
  end(&v);
}

static void test_stop(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  stop_request();
  assert_false(trainview_key(&v, 's'));
  assert_int_equal(err_now()->type, ERR_KeyboardInterrupt);
  err_clear();
  assert_int_equal(v.n, 0);
  press(&v, "s");
  assert_int_equal(v.n, 1);
  end(&v);
}

/* --- pages ---------------------------------------------------------------- */

static void test_page(void **state) {
  (void)state;
  Page p;
  Buf b = BUF_EMPTY;
  assert_true(page_open(&p, 10, 2));
  int used = page_put(&p, 0, 1, 8, "\033[1;31mab\033[0mc\033[2m\u00e4\033[7m!");
  assert_int_equal(used, 5);
  page_text(&p, 0, &b);
  assert_string_equal(buf_text(&b), " abc\u00e4!");
  assert_int_equal(page_at(&p, 0, 2)->style.colour, 1);
  assert_true(page_at(&p, 0, 2)->style.bold);
  assert_int_equal(page_at(&p, 0, 3)->style.colour, 0);
  assert_true(page_at(&p, 0, 4)->style.dim);
  assert_true(page_at(&p, 0, 5)->style.reverse);
  assert_null(page_at(&p, 2, 0));
  /* cut at the width, at the page, and in the middle of a wide sign */
  assert_int_equal(page_put(&p, 1, 0, 3, "abcd"), 3);
  assert_int_equal(page_put(&p, 1, 8, 100, "xyz"), 2);
  page_put(&p, 1, 4, 2, "a\u4e00");
  page_put(&p, 7, 0, 5, "nowhere");
  buf_clear(&b);
  page_text(&p, 1, &b);
  assert_string_equal(buf_text(&b), "abc a   xy");
  buf_free(&b);
  page_close(&p);
}

/* Not one escape sequence is left as text, at any size, in any state. */
static void check_drawn(const TrainView *v, int columns, int rows) {
  Page p;
  Buf b = BUF_EMPTY;
  assert_true(page_open(&p, columns, rows));
  assert_true(traindraw_page(v, &p));
  for (int row = 0; row < p.rows; row++)
    page_text(&p, row, &b);
  assert_null(strchr(buf_text(&b), '\033'));
  assert_true(b.len > 0);
  buf_free(&b);
  page_close(&p);
}

static void test_all_sizes(void **state) {
  (void)state;
  TrainView v = start(TRAINER_MULTI, 100);
  output_options.color = true;
  for (int ascii = 0; ascii < 2; ascii++) {
    glyph_use_ascii(ascii);
    for (int columns = 1; columns < 240; columns += 7)
      for (int rows = 1; rows < 90; rows += 11)
        check_drawn(&v, columns, rows);
    check_drawn(&v, 60, 20);
    check_drawn(&v, 5000, 1000);
    press(&v, "S");
  }
  press(&v, "?");
  check_drawn(&v, 60, 20);
  glyph_use_ascii(false);
  output_options.color = false;
  end(&v);
}

int main(void) {
  setlocale(LC_CTYPE, "");
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_time),
      cmocka_unit_test(test_steps_and_rewind),
      cmocka_unit_test(test_learning_rate),
      cmocka_unit_test(test_rate_takes_effect),
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_help_and_leaving),
      cmocka_unit_test(test_broken),
      cmocka_unit_test(test_stop),
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_all_sizes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
