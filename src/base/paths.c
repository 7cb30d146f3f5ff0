/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/paths.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* --- what comes with the program ------------------------------------------ */

typedef struct Visit {
  bool (*visit)(void *self, const char *folder);
  void *self;
} Visit;

static bool each_in_list(Visit v, const char *folders) {
  bool ok = true;
  for (const char *p = folders; ok && p && *p;) {
    size_t n = strcspn(p, ":");
    char *folder = mem_copy_text(p, n);
    ok = folder && v.visit(v.self, folder);
    mem_free(folder);
    p += n + (p[n] == ':');
  }
  return ok;
}

static bool own_folder(Visit v) {
  char *folder = paths_of(PATHS_DATA, "");
  if (!folder && err_now()->type != ERR_MemoryError)
    return err_clear(), true; /* nobody's home */
  bool ok = folder && v.visit(v.self, folder);
  mem_free(folder);
  return ok;
}

/* A folder of the source tree, which src/FLOORS tells from any other. */
static bool folder_of_tree(Visit v, const char *tree, const char *sub) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "%s/src/FLOORS", tree);
  bool is_tree = !b.failed && !access(buf_text(&b), F_OK);
  buf_clear(&b);
  buf_fmt(&b, "%s/%s", tree, sub);
  bool ok = !b.failed && (!is_tree || v.visit(v.self, buf_text(&b)));
  buf_free(&b);
  return ok;
}

/* The program lies in its source tree, or in a folder of it. */
static bool source_tree(Visit v, const char *sub) {
  char exe[4096];
  ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
  if (n <= 0)
    return true;
  exe[n] = 0;
  char *slash = strrchr(exe, '/');
  if (!slash)
    return true;
  *slash = 0;
  Buf above = BUF_EMPTY;
  buf_fmt(&above, "%s/..", exe);
  bool ok = !above.failed && folder_of_tree(v, exe, sub) &&
            folder_of_tree(v, buf_text(&above), sub);
  buf_free(&above);
  return ok;
}

bool paths_each(const char *installed, const char *sub,
                bool (*visit)(void *self, const char *folder), void *self) {
  Visit v = {visit, self};
  return each_in_list(v, getenv("XENT_PATH")) && own_folder(v) &&
         (!installed || visit(self, installed)) && source_tree(v, sub);
}
