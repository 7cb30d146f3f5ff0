/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons at the prompt: their commands, and what listens to the session while
   one runs. */
#ifndef XENT_APP_CMDLESSON_H
#define XENT_APP_CMDLESSON_H

#include "app/session.h"

#include <stdbool.h>

/* lesson [N | NAME | N.STEP | FILE | new FILE] */
SessionReply cmdlesson_lesson(const char *text, size_t n);
SessionReply cmdlesson_next(const char *text, size_t n);
SessionReply cmdlesson_back(const char *text, size_t n);
SessionReply cmdlesson_goto(const char *text, size_t n);
SessionReply cmdlesson_hint(const char *text, size_t n);
SessionReply cmdlesson_solution(const char *text, size_t n);
SessionReply cmdlesson_skip(const char *text, size_t n);
SessionReply cmdlesson_play(const char *text, size_t n);
SessionReply cmdlesson_progress(const char *text, size_t n);
SessionReply cmdlesson_report(const char *text, size_t n);

/* check [--accept] FILE... */
SessionReply cmdlesson_check(const char *text, size_t n);

/* `reset` in a lesson: its variables as it set them. False: no lesson runs,
   and the word means what it means elsewhere. */
bool cmdlesson_reset(SessionReply *reply);

/* Answers come from a file: right ones go on by themselves. Call before the
   lesson begins. */
void cmdlesson_replay(void);
bool cmdlesson_replays(void);

/* At the end of the answers: says how it went; true if every question of the
   lesson was answered rightly. */
bool cmdlesson_finish(void);

/* Releases what runs (at exit). */
void cmdlesson_free(void);

#endif
