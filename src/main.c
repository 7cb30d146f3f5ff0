/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/options.h"
#include "app/output.h"
#include "app/session.h"
#include "app/setup.h"
#include "ui/front.h"

static const char version[] =
    "xent " PACKAGE_VERSION "\n"
    "Licence GPL-3.0-or-later: free software, without any warranty.\n";

static int refuse(const Buf *wrong) {
  output_error_fmt("xent: %s\ntry xent --help\n", buf_text(wrong));
  return 2;
}

static int tell(const char *text) {
  output_str(text);
  return 0;
}

static int run(const Options *o) {
  int status = session_start() ? front_run(o) : 1;
  session_free();
  return status;
}

int main(int argc, char **argv) {
  Options options;
  Buf wrong = BUF_EMPTY;
  bool read = options_read(argc, argv, &options, &wrong);
  setup_surroundings(&options);
  int status = !read             ? refuse(&wrong)
               : options.help    ? tell(options_help)
               : options.version ? tell(version)
                                 : run(&options);
  if (!output_finish() && status == 0)
    status = 1;
  buf_free(&wrong);
  options_free(&options);
  return status;
}
