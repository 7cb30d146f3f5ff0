/* SPDX-License-Identifier: GPL-3.0-or-later */
#define NCURSES_WIDECHAR 1
#include "ui/screen.h"

#include "app/output.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/stop.h"
#include "ui/rescue.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static const ScreenFake *fake;
static SCREEN *terminal;
static FILE *nowhere;         /* the fake's input and output */
static struct termios before; /* the terminal as it was found */
static bool colours;

void screen_fake(const ScreenFake *f) {
  fake = f;
}

/* --- signals -------------------------------------------------------------- */

static volatile sig_atomic_t resized, suspended, ending;

static void on_signal(int number) {
  switch (number) {
  case SIGINT: stop_request(); break;
  case SIGWINCH: resized = 1; break;
  case SIGTSTP: suspended = 1; break;
  default: ending = number;
  }
}

static const int caught[] = {SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP};
enum { CAUGHT = sizeof caught / sizeof *caught };
static struct sigaction found[CAUGHT];

/* Before curses starts: it leaves alone what is not SIG_DFL. */
static void catch_signals(void) {
  struct sigaction ours = {.sa_handler = on_signal};
  sigemptyset(&ours.sa_mask);
  resized = suspended = ending = 0;
  for (int i = 0; i < CAUGHT; i++) {
    sigaction(caught[i], NULL, &found[i]);
    if (found[i].sa_handler != SIG_IGN)
      sigaction(caught[i], &ours, NULL);
  }
}

static void release_signals(void) {
  for (int i = 0; i < CAUGHT; i++)
    sigaction(caught[i], &found[i], NULL);
}

/* --- opening and closing -------------------------------------------------- */

static bool start_curses(void) {
  if (fake) {
    nowhere = fopen("/dev/null", "r+");
    terminal = nowhere ? newterm("xterm", nowhere, nowhere) : NULL;
    if (terminal)
      resizeterm(fake->rows, fake->columns);
  } else {
    terminal = newterm(NULL, stdout, stdin);
  }
  return terminal;
}

static void start_colours(void) {
  colours = output_options.color && has_colors();
  if (!colours)
    return;
  start_color();
  use_default_colors();
  for (short i = 1; i < 8; i++)
    init_pair(i, i, -1);
}

bool screen_open(void) {
  output_flush();
  if (!fake && tcgetattr(STDIN_FILENO, &before) != 0)
    return err_set(ERR_OSError, "no terminal: %s", strerror(errno));
  if (!fake)
    rescue_start();
  catch_signals();
  if (!start_curses()) {
    release_signals();
    const char *term = getenv("TERM");
    return err_set(ERR_OSError, "no screens on a terminal of type '%s'",
                   term ? term : "");
  }
  if (!fake)
    rescue_screen(tigetstr("rmcup"));
  start_colours();
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  set_escdelay(25);
  curs_set(0);
  return true;
}

void screen_close(void) {
  if (!terminal)
    return;
  endwin();
  delscreen(terminal);
  terminal = NULL;
  if (nowhere)
    fclose(nowhere);
  else
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  nowhere = NULL;
  rescue_screen(NULL);
  release_signals();
}

/* --- drawing -------------------------------------------------------------- */

void screen_size(int *columns, int *rows) {
  getmaxyx(stdscr, *rows, *columns);
}

static attr_t attributes(PageStyle s) {
  attr_t a = A_NORMAL;
  if (s.bold)
    a |= A_BOLD;
  if (s.dim)
    a |= A_DIM;
  if (s.reverse)
    a |= A_REVERSE;
  return a;
}

static void show_cell(const PageCell *cell) {
  short pair = colours ? cell->style.colour : 0;
  attr_set(attributes(cell->style), pair, NULL);
  addnstr(cell->sign, cell->len);
}

void screen_show(const Page *p) {
  erase();
  for (int row = 0; row < p->rows; row++) {
    move(row, 0);
    for (int column = 0; column < p->columns; column++)
      show_cell(page_at(p, row, column));
  }
  attr_set(A_NORMAL, 0, NULL);
  refresh();
}

void screen_read(int row, Buf *out) {
  char text[PAGE_MAX_COLUMNS * PAGE_SIGN];
  int n = mvwinnstr(newscr, row, 0, text, (int)sizeof text - 1);
  while (n > 0 && text[n - 1] == ' ')
    n--;
  if (n > 0)
    buf_add(out, text, (size_t)n);
}

/* --- keys ----------------------------------------------------------------- */

static void follow_size(void) {
  struct winsize size;
  resized = 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row &&
      size.ws_col)
    resizeterm(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
}

/* The shell gets the terminal as it was; `fg` comes back here. */
static void suspend(void) {
  struct sigaction ours, stop = {.sa_handler = SIG_DFL};
  sigemptyset(&stop.sa_mask);
  suspended = 0;
  endwin();
  sigaction(SIGTSTP, &stop, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  reset_prog_mode();
  follow_size();
}

/* Whether a signal came that the screen had to answer. */
static bool answered_signal(void) {
  int number = ending;
  if (number) {
    screen_close();
    raise(number);
    return true;
  }
  if (suspended) {
    suspend();
    return true;
  }
  if (resized) {
    follow_size();
    return true;
  }
  return stop_flag;
}

static int take_key(void) {
  timeout(0);
  int key = getch();
  switch (key) {
  case KEY_UP: return SCREEN_UP;
  case KEY_DOWN: return SCREEN_DOWN;
  case '\f': clearok(curscr, TRUE); return SCREEN_NONE;
  default: return key >= 0 && key < 0x80 ? key : SCREEN_NONE;
  }
}

int screen_key(int ms) {
  if (fake)
    return fake->key(fake->at, ms);
  if (answered_signal())
    return terminal ? SCREEN_NONE : SCREEN_CLOSED;
  int key = take_key();
  if (key != SCREEN_NONE || !ms)
    return key;
  struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
  int ready = poll(&in, 1, ms);
  if (answered_signal())
    return terminal ? SCREEN_NONE : SCREEN_CLOSED;
  if (ready > 0 && !(in.revents & POLLIN))
    return SCREEN_CLOSED;
  return ready > 0 ? take_key() : SCREEN_NONE;
}

double screen_now(void) {
  return fake ? fake->now(fake->at) : clock_now();
}
