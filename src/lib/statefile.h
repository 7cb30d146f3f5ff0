/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of torch.save and torch.load: a text that holds values, never code.

   The first line is "xent-save 1"; then comes one value; then "end". Words are
   separated by blanks or ends of line. A value is

       none   true   false   int N   float X
       str BYTES TEXT             one blank, then so many bytes of UTF-8
       list N VALUE...            tuple N VALUE...
       dict N KEY VALUE...        ordered N KEY VALUE... (an OrderedDict)
       tensor FLAGS DTYPE NDIM SIZES... NUMBERS...
       array DTYPE NDIM SIZES... NUMBERS...        scalar DTYPE NUMBER

   FLAGS: 0, or 1 when it requires grad, plus 2 for a parameter. Numbers are
   the shortest that read back, row by row; nan, inf and -inf may be there. */
#ifndef XENT_LIB_STATEFILE_H
#define XENT_LIB_STATEFILE_H

#include "lang/value.h"

/* The value as such a text. False: something in it cannot be saved. */
bool statefile_write(Value v, Buf *out);

#endif
