/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of tensors as torch 1.13 writes it. */
#ifndef XENT_LANG_TEXTTORCH_H
#define XENT_LANG_TEXTTORCH_H

#include "base/buf.h"
#include "num/array.h"

/* What torch.set_printoptions sets. */
typedef struct TextTorchOptions {
  int precision;
  int64_t threshold;
  int64_t edgeitems;
  int64_t linewidth;
  int sci_mode; /* -1: as the values ask for; 0: never; 1: always */
} TextTorchOptions;

#define TEXTTORCH_DEFAULTS ((TextTorchOptions){4, 1000, 3, 80, -1})

/* repr and str of a tensor, "tensor([1., 2.])". Options NULL: the defaults.
   grad_fn, such as "SumBackward0", or NULL; a tensor without one that requires
   a gradient says so. An nn.Parameter has a line of its own before it. */
void texttorch_repr(Buf *b, const Array *a, const TextTorchOptions *options,
                    const char *grad_fn, bool is_parameter);

#endif
