/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stop.h"

#include "base/err.h"

volatile sig_atomic_t stop_flag;

void stop_request(void) {
  stop_flag = 1;
}

bool stop_taken(void) {
  if (!stop_flag)
    return false;
  stop_flag = 0;
  err_set(ERR_KeyboardInterrupt, "stopped by Ctrl-C");
  return true;
}
