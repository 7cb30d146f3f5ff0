/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/paste.h"

#include <string.h>

static bool starts(const char *line, const char *with) {
  return strncmp(line, with, strlen(with)) == 0;
}

static bool is_blank(const char *line, size_t n) {
  return strspn(line, " \t\r") >= n;
}

/* Whether the text goes on with an indented line after blank ones. */
static bool goes_on_indented(const char *rest) {
  const char *begin = rest;
  for (const char *p = rest; *p && strchr(" \t\r\n", *p); p++)
    if (*p == '\n')
      begin = p + 1;
  return (*begin == ' ' || *begin == '\t') && !is_blank(begin, strlen(begin));
}

static SessionReply run_transcript_line(const char *line, size_t n) {
  bool begins = starts(line, ">>>");
  SessionReply reply = SESSION_OK;
  if (begins && session_pending())
    reply = session_line("", 0);
  if (reply != SESSION_OK || (!begins && !starts(line, "...")))
    return reply;
  return session_line(line, n);
}

static SessionReply run_code_line(const char *line, size_t n,
                                  const char *rest) {
  if (session_pending() && is_blank(line, n) && goes_on_indented(rest))
    return SESSION_MORE;
  return session_line(line, n);
}

SessionReply paste_run(const char *text) {
  bool transcript = starts(text, ">>>") && strchr(text, '\n');
  SessionReply reply = SESSION_OK;
  for (const char *next; text; text = next) {
    const char *end = strchr(text, '\n');
    size_t n = end ? (size_t)(end - text) : strlen(text);
    next = end ? end + 1 : NULL;
    reply = transcript ? run_transcript_line(text, n)
                       : run_code_line(text, n, next ? next : "");
    if (reply != SESSION_OK && reply != SESSION_MORE)
      break;
  }
  return reply;
}
