/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/rescue.h"

#include "base/env.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;
static const char *reset;          /* shows the cursor, ends bracketed paste */
static const char *volatile leave; /* the screen, while there is one */

/* Only calls that are allowed in a handler; SA_RESETHAND has put the default
   back, so that the signal raised again ends the program. */
static void on_crash(int signal_number) {
  const char *sequence = leave;
  tcsetattr(STDIN_FILENO, TCSANOW, &before);
  if (sequence && write(STDOUT_FILENO, sequence, strlen(sequence)) < 0)
    leave = NULL;
  if (reset && write(STDERR_FILENO, reset, strlen(reset)) < 0)
    reset = NULL;
  raise(signal_number);
}

void rescue_start(void) {
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
  static char stack[1 << 14]; /* its own: the other may have overflowed */
  if (tcgetattr(STDIN_FILENO, &before) != 0)
    return;
  if (env_has_terminal() && isatty(STDERR_FILENO))
    reset = "\033[?2004l\033[?25h\033[0m\r\n";
  sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
  struct sigaction act = {.sa_handler = on_crash,
                          .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK)};
  sigemptyset(&act.sa_mask);
#ifndef __SANITIZE_ADDRESS__ /* which reports the crash itself */
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
    sigaction(fatal[i], &act, NULL);
#else
  (void)fatal;
#endif
}

/* What terminfo does not know is NULL or (char *)-1. */
void rescue_screen(const char *sequence) {
  leave = sequence == (const char *)-1 ? NULL : sequence;
}
