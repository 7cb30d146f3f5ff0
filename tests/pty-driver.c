/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a script against $XENT on a terminal of its own. Lines of the script:

     ## words          a comment
     $ ARG ...         arguments, separated by blanks (before the first step)
     env NAME=VALUE    set before the start; `env NAME=` sets it empty
     size ROWS COLS    the terminal's size, also while it runs (default 24 80)
     send TEXT         keys; \r Enter, \t, \e, \xHH; \x03 is Ctrl-C
     expect TEXT       waits until TEXT appears after the last match; expect
                       every prompt, lest an older one is taken for the new
     expect-raw TEXT   the same with the escape sequences that expect leaves out
     refuse TEXT       TEXT has not appeared since the last match
     pause MS          lets time pass, reading what comes
     race N TEXT       N times: sends TEXT, after a moment that differs each
                       time Ctrl-C, and waits for a new prompt
     exit N            waits for the end and demands this status

   Exit status 0: all steps held; 1: one did not, and what was on the terminal
   is printed. */
#define _GNU_SOURCE /* posix_openpt */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { MAX_SEEN = 1 << 20, MAX_ARGS = 32, PATIENCE_MS = 15000 };

/* What the program wrote: as it came, and without escape sequences. */
typedef struct Seen {
  char text[MAX_SEEN];
  size_t len, from; /* from: just after the last match */
} Seen;

static Seen raw, plain;
static int terminal = -1;
static pid_t child;
static char *args[MAX_ARGS + 2];
static int rows = 24, cols = 80;

static void keep(Seen *s, char c) {
  if (s->len + 1 < MAX_SEEN)
    s->text[s->len++] = c;
  s->text[s->len] = '\0';
}

/* CSI (ESC [ ... letter), OSC (ESC ] ... BEL) and two-byte sequences go;
   carriage returns and bells too. */
static void take(char c) {
  static enum { TEXT, ESCAPE, CSI, OSC, CHARSET } state;
  keep(&raw, c);
  switch (state) {
  case TEXT:
    if (c == '\033')
      state = ESCAPE;
    else if (c != '\r' && c != '\a')
      keep(&plain, c);
    return;
  case ESCAPE:
    state = c == '[' ? CSI : c == ']' ? OSC : strchr("()", c) ? CHARSET : TEXT;
    return;
  case CSI:
    if (c >= '@' && c <= '~')
      state = TEXT;
    return;
  case OSC:
    if (c == '\a' || c == '\\')
      state = TEXT;
    return;
  case CHARSET: state = TEXT; return;
  }
}

static long now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads what is there within ms; false at the end of the program. */
static bool listen_for(long ms) {
  struct pollfd p = {.fd = terminal, .events = POLLIN};
  char bytes[4096];
  if (poll(&p, 1, ms < 0 ? 0 : (int)ms) <= 0)
    return true;
  ssize_t n = read(terminal, bytes, sizeof bytes);
  for (ssize_t i = 0; i < n; i++)
    take(bytes[i]);
  return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

static void set_size(void) {
  struct winsize size = {.ws_row = (unsigned short)rows,
                         .ws_col = (unsigned short)cols};
  if (terminal >= 0)
    ioctl(terminal, TIOCSWINSZ, &size);
}

static void become_program(const char *line) {
  setsid();
  int fd = open(line, O_RDWR);
  if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) < 0)
    _exit(127);
  for (int i = 0; i < 3; i++)
    dup2(fd, i);
  if (fd > 2)
    close(fd);
  close(terminal);
  execv(args[0], args);
  _exit(127);
}

static bool start(void) {
  if (child)
    return true;
  terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0 || grantpt(terminal) < 0 || unlockpt(terminal) < 0)
    return false;
  const char *line = ptsname(terminal);
  set_size();
  child = fork();
  if (child == 0)
    become_program(line);
  return child > 0;
}

static int hex(const char *s) {
  char digits[3] = {s[0], s[0] ? s[1] : '\0', '\0'};
  return (int)strtol(digits, NULL, 16);
}

/* Replaces \r \n \t \e \\ \xHH in place. */
static void unescape(char *s) {
  static const char names[] = "rnte\\", values[] = "\r\n\t\033\\";
  char *out = s;
  for (; *s; s++) {
    const char *name = *s == '\\' && s[1] ? strchr(names, s[1]) : NULL;
    if (name) {
      *out++ = values[name - names];
      s++;
    } else if (*s == '\\' && s[1] == 'x' && isxdigit((unsigned char)s[2])) {
      *out++ = (char)hex(s + 2);
      s += isxdigit((unsigned char)s[3]) ? 3 : 2;
    } else {
      *out++ = *s;
    }
  }
  *out = '\0';
}

static bool send_keys(const char *text) {
  for (size_t n = strlen(text); n > 0;) {
    ssize_t done = write(terminal, text, n);
    if (done < 0)
      return false;
    text += done;
    n -= (size_t)done;
  }
  return true;
}

static bool expect(Seen *s, const char *text) {
  long end = now_ms() + PATIENCE_MS;
  for (bool more = true;;) {
    const char *hit = strstr(s->text + s->from, text);
    if (hit) {
      s->from = (size_t)(hit - s->text) + strlen(text);
      return true;
    }
    if (!more || now_ms() > end)
      return false;
    more = listen_for(100);
  }
}

static bool pause_for(long ms) {
  for (long end = now_ms() + ms; now_ms() < end;)
    if (!listen_for(end - now_ms()))
      break;
  return true;
}

static void sleep_us(long us) {
  struct timespec t = {us / 1000000, us % 1000000 * 1000};
  nanosleep(&t, NULL);
}

/* The moments walk through 0 to 4 ms in steps that no loop of the program
   has, short ones more often. */
static bool race(char *text) {
  long rounds = strtol(text, &text, 10), us = 0;
  text += *text == ' ';
  for (long i = 0; i < rounds; i++, us = (us + 1237) % 4001) {
    if (!send_keys(text))
      return false;
    sleep_us(us * us / 4001);
    if (!send_keys("\x03") || !expect(&plain, ">>> "))
      return printf("round %ld, after %ld us\n", i, us * us / 4001), false;
  }
  return true;
}

static bool wait_exit(int wanted) {
  long end = now_ms() + PATIENCE_MS;
  int status;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (now_ms() > end)
      return false;
    if (!listen_for(20))
      poll(NULL, 0, 20);
  }
  child = -1;
  int got = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (got != wanted)
    printf("exit status %d where %d was expected\n", got, wanted);
  return got == wanted;
}

static void split_args(char *words) {
  int n = 1;
  for (char *w = strtok(words, " "); w && n <= MAX_ARGS; w = strtok(NULL, " "))
    args[n++] = strdup(w);
  args[n] = NULL;
}

static bool set_env(char *assignment) {
  char *value = strchr(assignment, '=');
  if (!value)
    return false;
  *value++ = '\0';
  return setenv(assignment, value, 1) == 0;
}

static bool resize(const char *text) {
  if (sscanf(text, "%d %d", &rows, &cols) != 2)
    return false;
  set_size();
  return true;
}

/* One line of the script; text is what follows the word. */
static bool step(const char *word, char *text) {
  if (!strcmp(word, "##"))
    return true;
  if (!strcmp(word, "$"))
    return split_args(text), true;
  if (!strcmp(word, "env"))
    return set_env(text);
  if (!strcmp(word, "size"))
    return resize(text);
  if (!start())
    return false;
  if (!strcmp(word, "pause"))
    return pause_for(atol(text));
  if (!strcmp(word, "exit"))
    return wait_exit(atoi(text));
  unescape(text);
  if (!strcmp(word, "race"))
    return race(text);
  if (!strcmp(word, "send"))
    return send_keys(text);
  if (!strcmp(word, "expect"))
    return expect(&plain, text);
  if (!strcmp(word, "expect-raw"))
    return expect(&raw, text);
  if (!strcmp(word, "refuse"))
    return !strstr(plain.text + plain.from, text);
  printf("unknown word %s\n", word);
  return false;
}

static bool play(FILE *script) {
  char line[4096], whole[4096];
  for (int number = 1; fgets(line, sizeof line, script); number++) {
    line[strcspn(line, "\n")] = '\0';
    if (!*line)
      continue;
    strcpy(whole, line);
    char *text = line + strcspn(line, " ");
    if (*text)
      *text++ = '\0';
    if (!step(line, text)) {
      printf("line %d did not hold: %s\n--- the terminal:\n%s\n", number, whole,
             plain.text);
      return false;
    }
  }
  return true;
}

int main(int argc, char **argv) {
  FILE *script = argc == 2 ? fopen(argv[1], "r") : NULL;
  args[0] = getenv("XENT");
  if (!script || !args[0]) {
    fprintf(stderr, "usage: XENT=... pty-driver SCRIPT\n");
    return 2;
  }
  setenv("TERM", "xterm", 1);
  signal(SIGPIPE, SIG_IGN);
  bool ok = play(script);
  fclose(script);
  if (child > 0)
    kill(child, SIGKILL);
  return ok ? 0 : 1;
}
