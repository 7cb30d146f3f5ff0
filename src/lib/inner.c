/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/inner.h"

#include "lib/innerdata.h"
#include "lib/innergrad.h"
#include "lib/innernn.h"
#include "lib/innernote.h"
#include "lib/innernumpy.h"
#include "lib/innerobject.h"
#include "lib/inneroptim.h"
#include "lib/innerpcg.h"
#include "lib/innerplot.h"
#include "lib/innertensor.h"
#include "lib/torchdraw.h"

#include <string.h>

/* One table a subject: innerTHING.c. */
static const Native *const tables[] = {
    innerdata_natives, innergrad_natives,  innernn_natives,
    innernote_natives, innernumpy_natives, innerobject_natives,
    innerpcg_natives,  inneroptim_natives, innertensor_natives,
    torchdraw_natives, innerplot_natives,  NULL};

const Native *inner_find(const char *name) {
  for (const Native *const *t = tables; *t; t++)
    for (const Native *n = *t; n->name; n++)
      if (!strcmp(n->name, name))
        return n;
  return NULL;
}
