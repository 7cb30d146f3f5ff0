/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/paths.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
  const char *variable, *fallback;
} kinds[] = {{"XDG_CONFIG_HOME", ".config"},
             {"XDG_STATE_HOME", ".local/state"},
             {"XDG_DATA_HOME", ".local/share"}};

char *paths_of(PathsKind kind, const char *name) {
  const char *folder = getenv(kinds[kind].variable);
  const char *home = getenv("HOME");
  Buf path = BUF_EMPTY;
  if (folder && *folder == '/')
    buf_fmt(&path, "%s/xent/%s", folder, name);
  else if (home && *home)
    buf_fmt(&path, "%s/%s/xent/%s", home, kinds[kind].fallback, name);
  else
    return err_null(ERR_FileNotFoundError,
                    "no folder for %s: neither HOME nor %s is set", name,
                    kinds[kind].variable);
  return buf_take(&path);
}

/* Makes the folder; one that is there already is fine. */
static bool make_folder(const char *path) {
  struct stat s;
  if (mkdir(path, 0700) == 0 || errno == EEXIST ||
      (stat(path, &s) == 0 && S_ISDIR(s.st_mode)))
    return true;
  return err_os(errno, path);
}

bool paths_make_parents(const char *path) {
  char *copy = mem_copy_text(path, strlen(path));
  bool ok = copy != NULL;
  for (char *p = ok ? strchr(copy + 1, '/') : NULL; p && ok;
       p = strchr(p + 1, '/')) {
    *p = '\0';
    ok = make_folder(copy);
    *p = '/';
  }
  mem_free(copy);
  return ok;
}
