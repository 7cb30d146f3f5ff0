/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/options.h"

#include "app/command.h"
#include "base/mem.h"
#include "lang/suggest.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char options_help[] =
    "xent: a terminal laboratory for softmax, sigmoid and cross-entropy\n"
    "\n"
    "  xent                                    a prompt (leave with Ctrl-D)\n"
    "  xent -e 'softmax([2, 1, 0.1])'          a value\n"
    "  xent explain 'cross_entropy([2.0, 1.0, 0.1], 0)'\n"
    "                                          every step that leads to it\n"
    "  xent lesson 1                           a lesson\n"
    "  xent train multi --plot=loss.svg        a small network and its curve\n"
    "  xent script.py, xent notebook.ipynb     a file of Python\n"
    "\n"
    "usage: xent [OPTION]... [FILE [ARG]... | COMMAND [ARG]...]\n"
    "\n"
    "  -e EXPR           evaluate and print; may be given several times\n"
    "  -i                stay at the prompt afterwards\n"
    "  -W error|on|off   what becomes of warnings\n"
    "      --seed N      seed the random streams\n"
    "      --color WHEN  auto, always or never\n"
    "      --ascii       signs of ASCII only\n"
    "      --no-init     do not read the init file\n"
    "  -h, --help        this text\n"
    "  -V, --version     the version\n"
    "  --                end of the options\n"
    "\n"
    "FILE - is standard input. `xent help` lists the commands; man xent tells"
    "\nmore.\n";

enum { SEED = 256, COLOR, ASCII, NO_INIT };

static const struct option longs[] = {
    {"seed", required_argument, NULL, SEED},
    {"color", required_argument, NULL, COLOR},
    {"colour", required_argument, NULL, COLOR},
    {"ascii", no_argument, NULL, ASCII},
    {"no-init", no_argument, NULL, NO_INIT},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {0}};

/* --- values of options ---------------------------------------------------- */

static bool read_seed(const char *text, Options *o, Buf *wrong) {
  char *end;
  errno = 0;
  o->seeded = true;
  o->seed = strtoull(text, &end, 10);
  if (*text >= '0' && *text <= '9' && !*end && !errno)
    return true;
  buf_fmt(wrong, "--seed wants a whole number from 0, not '%s'", text);
  return false;
}

static bool read_color(const char *text, Options *o, Buf *wrong) {
  static const char *const words[] = {"auto", "always", "never"};
  for (int i = 0; i < 3; i++)
    if (!strcmp(words[i], text)) {
      o->color = (OptionsColor)i;
      return true;
    }
  buf_fmt(wrong, "--color wants auto, always or never, not '%s'", text);
  return false;
}

/* xent's words, and Python's where they mean the same. */
static bool read_warnings(const char *text, Options *o, Buf *wrong) {
  static const char *const words[][2] = {{"error", "error"}, {"on", "on"},
                                         {"off", "off"},     {"ignore", "off"},
                                         {"default", "on"},  {"once", "on"}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strcmp(words[i][0], text)) {
      o->warnings = words[i][1];
      return true;
    }
  buf_fmt(wrong, "-W wants error, on or off, not '%s'", text);
  return false;
}

static bool refuse(int code, char **argv, Buf *wrong) {
  bool is_long =
      optopt == 0 || optopt >= SEED || optopt == 'h' || optopt == 'V';
  const char *word = argv[optind - 1];
  char letter[] = {'-', (char)optopt, '\0'};
  if (code == ':')
    buf_fmt(wrong, "option %s wants a value", is_long ? word : letter);
  else if (is_long && optopt)
    buf_fmt(wrong, "option %s takes no value", word);
  else
    buf_fmt(wrong, "unknown option %s", is_long ? word : letter);
  return false;
}

static bool take(int code, char **argv, Options *o, Buf *wrong) {
  switch (code) {
  case 'e': o->exprs[o->n_exprs++] = optarg; return true;
  case 'i': o->stay = true; return true;
  case 'W': return read_warnings(optarg, o, wrong);
  case 'h': o->help = true; return true;
  case 'V': o->version = true; return true;
  case SEED: return read_seed(optarg, o, wrong);
  case COLOR: return read_color(optarg, o, wrong);
  case ASCII: o->ascii = true; return true;
  case NO_INIT: o->no_init = true; return true;
  default: return refuse(code, argv, wrong);
  }
}

/* --- what follows the options --------------------------------------------- */

static bool is_plain(const char *word) {
  for (const char *p = word; *p; p++)
    if (strchr(" \t\n\\'\"", *p))
      return false;
  return *word != '\0';
}

static void quote(Buf *b, const char *word) {
  buf_char(b, '\'');
  for (; *word; word++) {
    if (*word == '\'' || *word == '\\')
      buf_char(b, '\\');
    buf_char(b, *word);
  }
  buf_char(b, '\'');
}

/* An expression as it is, on one line; other words so that the command's own
   reader finds them as the shell gave them. */
static void add_word(Buf *b, const char *word, bool expression) {
  buf_char(b, ' ');
  if (expression)
    for (; *word; word++)
      buf_char(b, *word == '\n' ? ' ' : *word);
  else if (is_plain(word))
    buf_str(b, word);
  else
    quote(b, word);
}

static void read_command(const Command *c, Options *o) {
  o->name = c->name;
  buf_fmt(&o->command, "%%%s", c->name);
  for (int i = 1; i < o->argc; i++)
    add_word(&o->command, o->argv[i], c->words == COMMAND_EXPRESSION);
}

/* `xent trian`: no file, but nearly a command. */
static bool refuse_name(const char *name, Buf *wrong) {
  Suggest s = suggest_start(name);
  for (const Command *c = commands_table; c->name; c++)
    suggest_offer(&s, c->name);
  if (!s.best || strpbrk(name, "./") || access(name, F_OK) == 0)
    return false;
  buf_fmt(wrong, "no file and no command is called '%s': did you mean %s?",
          name, s.best);
  return true;
}

static bool read_rest(Options *o, Buf *wrong) {
  if (o->argc == 0)
    return true;
  const char *first = o->argv[0];
  const Command *c = command_named(first, strlen(first));
  if (c) {
    read_command(c, o);
    return !o->command.failed;
  }
  o->file = first;
  return !refuse_name(first, wrong);
}

bool options_read(int argc, char **argv, Options *o, Buf *wrong) {
  *o = (Options){.exprs = mem_zeroed((size_t)argc + 1, sizeof *o->exprs)};
  if (!o->exprs)
    return false;
  opterr = 0;
  optind = 1;
  for (int code;
       (code = getopt_long(argc, argv, "+:e:iW:hV", longs, NULL)) != -1;)
    if (!take(code, argv, o, wrong))
      return false;
  o->argc = argc - optind;
  o->argv = argv + optind;
  return o->help || o->version || read_rest(o, wrong);
}

void options_free(Options *o) {
  mem_free(o->exprs);
  buf_free(&o->command);
  *o = (Options){0};
}
