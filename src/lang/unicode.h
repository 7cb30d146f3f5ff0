/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind a character is and its other cases, whatever the locale. */
#ifndef XENT_LANG_UNICODE_H
#define XENT_LANG_UNICODE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool unicode_is_alpha(uint32_t c);
bool unicode_is_digit(uint32_t c);   /* '7', also of other scripts, and '²' */
bool unicode_is_decimal(uint32_t c); /* digits that int() reads */
bool unicode_is_numeric(uint32_t c); /* also '½' */
bool unicode_is_space(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_printable(uint32_t c); /* as repr() sees it */

uint32_t unicode_upper(uint32_t c);
uint32_t unicode_lower(uint32_t c);

/* The value of a decimal digit, or -1. */
int unicode_digit(uint32_t c);

/* Appends a character; the uppercase of one may be two ("ß" gives "SS"). */
void unicode_put(Buf *b, uint32_t c);
void unicode_put_upper(Buf *b, uint32_t c);

#endif
