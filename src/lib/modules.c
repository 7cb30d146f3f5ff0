/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/modules.h"

#include "lang/dtypevalue.h"
#include "lang/exception.h"
#include "lang/interp.h"
#include "lang/row.h"
#include "lib/builtins.h"
#include "lib/builtins_class.h"
#include "lib/collections.h"
#include "lib/constants.h"
#include "lib/foreign.h"
#include "lib/inner.h"
#include "lib/library.h"
#include "lib/math.h"
#include "lib/numpy.h"
#include "lib/numpyrandom.h"
#include "lib/numpytext.h"
#include "lib/parameter.h"
#include "lib/random.h"
#include "lib/star.h"
#include "lib/sys.h"
#include "lib/time.h"
#include "lib/torch.h"

#include <string.h>

static Value numpylinalg_find(const Sym *name) {
  return strcmp(name->text, "LinAlgError")
             ? value_absent()
             : value_ref(exception_class(ERR_LinAlgError));
}

typedef struct ModuleRow {
  const char *dotted;
  const char *prefix;             /* of its rows, or NULL */
  const Native *natives;          /* or NULL */
  Value (*find)(const Sym *name); /* more, or NULL */
  const char *finds[3];           /* what it finds */
  ConstantsPlace constants;
  bool dtypes; /* whether it names those of its family */
  Family family;
  const char *library; /* its file in src/lib/py, or NULL */
  const char *written; /* before its names; NULL: as it is imported */
} ModuleRow;

static const ModuleRow rows[] = {
    {"math", .natives = math_natives, .constants = CONSTANTS_MATH},
    {"random", .natives = random_natives},
    {"sys", .natives = sys_natives, .find = sys_find,
     .finds = {"argv", "maxsize"}},
    {"time", .natives = time_natives},
    {"numpy", .prefix = "np", .natives = numpy_natives, .find = numpy_find,
     .finds = {"newaxis"}, .constants = CONSTANTS_ARRAYS, .dtypes = true,
     .family = FAMILY_NUMPY,
     .library = "numpy_index numpy_parts numpy_apply numpy_statistics "
                "numpy_maths numpy_sets numpy_types numpy_print numpy_io "
                "numpy_poly"},
    {"numpy.random", .prefix = "np.random", .natives = numpyrandom_natives,
     .find = numpyrandom_find, .library = "numpy_random numpy_generator"},
    {"numpy.testing", .library = "numpy_testing"},
    {"numpy.linalg", .prefix = "np.linalg", .find = numpylinalg_find,
     .finds = {"LinAlgError"}, .library = "numpy_linalg"},
    {"torch", .prefix = "torch", .natives = torch_natives,
     .constants = CONSTANTS_ARRAYS, .dtypes = true, .family = FAMILY_TORCH,
     .library = "torch"},
    {"torch.autograd", .library = "torch_autograd"},
    {"torch.nn", .prefix = "nn", .library = "torch_nn", .finds = {"Parameter"}},
    {"torch.nn.parameter", .natives = parameter_natives, .written = "nn."},
    {"torch.nn.init", .library = "torch_nn_init"},
    {"torch.nn.functional", .prefix = "F", .library = "torch_nn_functional"},
    {"torch.linalg", .prefix = "torch.linalg", .library = "torch_linalg"},
    {"torch.special", .prefix = "torch.special", .library = "torch_special"},
    {"torch.cuda", .natives = torch_cuda_natives, .library = "torch_cuda"},
    {"torch.optim", .library = "torch_optim"},
    {"torch.optim.lr_scheduler", .library = "torch_optim_lr_scheduler"},
    {.dotted = "torch.utils"},
    {"torch.utils.data", .library = "torch_utils_data"},
    {"torch.nn.utils", .library = "torch_nn_utils"},
    {"collections", .natives = collections_natives,
     .library = "collections_deque"},
    {"sklearn.preprocessing", .library = "sklearn_preprocessing"},
    {"sklearn.metrics", .library = "sklearn_metrics"},
    {"sklearn.exceptions", .library = "sklearn_exceptions"},
    {"functools", .library = "functools"},
    {"itertools", .library = "itertools"},
    {"operator", .library = "operator"},
    {"copy", .library = "copy"},
    {"string", .library = "string"},
    {"typing", .library = "typing"},
    {"warnings", .library = "warnings"},
    {"tqdm", .library = "tqdm"},
    {"tqdm.auto", .library = "tqdm"},
    {"tqdm.notebook", .library = "tqdm"},
    {.dotted = "IPython"},
    {"IPython.display", .library = "IPython_display"},
    {.dotted = "sklearn"},
    {"sklearn.datasets", .library = "sklearn_datasets"},
    {"sklearn.model_selection", .library = "sklearn_model_selection"},
    {"sklearn.utils", .library = "sklearn_utils"},
    {"matplotlib", .library = "matplotlib"},
    {"matplotlib.pyplot", .library = "matplotlib_pyplot"},
    {"matplotlib.pyplot.cm", .library = "matplotlib_cm"},
    {"matplotlib.cm", .library = "matplotlib_cm"},
    {"matplotlib.colors", .library = "matplotlib_colors"},
    {"matplotlib.figure", .library = "matplotlib_figure"},
    {"matplotlib.gridspec", .library = "matplotlib_figure"},
    {"matplotlib.ticker", .library = "matplotlib_ticker"},
    {"matplotlib.lines", .library = "matplotlib_artists"},
    {"matplotlib.patches", .library = "matplotlib_artists"},
    {.dotted = "xent"},
    {"xent.datasets", .library = "xent_datasets"},
};

enum { N_ROWS = sizeof rows / sizeof *rows };

static Value modules[N_ROWS];

static const ModuleRow *row_named(const char *dotted) {
  for (int i = 0; i < N_ROWS; i++)
    if (!strcmp(rows[i].dotted, dotted))
      return &rows[i];
  return NULL;
}

const char *modules_prefix(const char *dotted) {
  const ModuleRow *m = row_named(dotted);
  return m && m->prefix ? m->prefix : dotted;
}

/* --- what a module finds ------------------------------------------------- */

/* torch.float and torch.int are float32 and int32; NumPy calls none so. */
static DType dtype_in(const ModuleRow *m, const char *name) {
  bool torch = m->family == FAMILY_TORCH;
  if (!strcmp(name, "float"))
    return torch ? DT_F32 : DT_COUNT;
  if (!strcmp(name, "int"))
    return torch ? DT_I32 : DT_COUNT;
  if (!strcmp(name, torch ? "single" : "long") ||
      !strcmp(name, torch ? "uint64" : "bfloat16") ||
      (torch && name[strlen(name) - 1] == '_'))
    return DT_COUNT;
  return dtype_by_name(name);
}

static Value dtype_named(const ModuleRow *m, const Sym *name) {
  DType t = name->len ? dtype_in(m, name->text) : DT_COUNT;
  if (t == DT_COUNT)
    return value_absent();
  return dtypevalue_new(m->family, t, m->family == FAMILY_NUMPY);
}

static const Native *native_named(const Native *n, const Sym *name) {
  for (; n && n->name; n++)
    if (!strcmp(n->name, name->text))
      return n;
  return NULL;
}

static Value submodule(const ModuleRow *m, const Sym *name) {
  size_t len = strlen(m->dotted);
  for (int i = 0; i < N_ROWS; i++)
    if (!strncmp(rows[i].dotted, m->dotted, len) &&
        rows[i].dotted[len] == '.' &&
        !strcmp(rows[i].dotted + len + 1, name->text))
      return interp.import(rows[i].dotted);
  return value_absent();
}

/* numpy.ndarray and torch.Tensor; absent: none. */
static Value class_in(const ModuleRow *m, const Sym *name) {
  Buf full = BUF_EMPTY;
  buf_fmt(&full, "%s.%s", m->dotted, name->text);
  Value class = builtins_class_named(buf_text(&full));
  buf_free(&full);
  return value_ref(class);
}

static Value found_in(const ModuleRow *m, const Sym *name) {
  Value class = class_in(m, name);
  if (value_ok(class) || err_pending())
    return class;
  const Native *n = native_named(m->natives, name);
  if (n)
    return native_value(n, value_absent());
  const Row *row = m->prefix ? row_find(m->prefix, name) : NULL;
  if (row || err_pending())
    return row ? row_value(row) : value_error();
  Value v = constants_find(m->constants, name->text);
  if (!value_ok(v) && m->find)
    v = m->find(name);
  if (!value_ok(v) && !err_pending() && m->dtypes)
    v = dtype_named(m, name);
  if (!value_ok(v) && !err_pending() && m->library)
    v = library_find(m->library, name);
  return value_ok(v) || err_pending() ? v : submodule(m, name);
}

static Value find(const char *dotted, const Sym *name) {
  return found_in(row_named(dotted), name);
}

/* --- import -------------------------------------------------------------- */

static Value find_inner(const char *module, const Sym *name) {
  (void)module;
  const Native *n = inner_find(name->text);
  if (n)
    return native_value(n, value_absent());
  const Row *row = row_find("_row", name);
  return row ? row_value(row) : value_absent();
}

/* What only library files import: each other by their names, and `_xent`. */
static Value import_private(const char *dotted) {
  const char *file = library_runs() ? library_name(dotted) : NULL;
  if (file)
    return module_new(file, library_find);
  if (library_runs() && !strcmp(dotted, "_xent"))
    return module_new("_xent", find_inner);
  return value_absent();
}

static Value import(const char *dotted) {
  const ModuleRow *m = row_named(dotted);
  if (m) {
    Value *known = &modules[m - rows];
    if (!value_ok(*known))
      *known = module_new(m->dotted, find);
    return value_ref(*known);
  }
  Value inner = import_private(dotted);
  if (value_ok(inner) || err_pending())
    return inner;
  if (foreign_module(dotted)) {
    err_set(ERR_Unsupported, "xent does not support the module '%s'", dotted);
    return value_error();
  }
  err_set(ERR_ModuleNotFoundError, "No module named '%s'", dotted);
  err_hint("xent has the parts of numpy, torch, sklearn and matplotlib that "
           "learners use");
  return value_error();
}

void modules_forget(const char *dotted) {
  const ModuleRow *m = row_named(dotted);
  if (m)
    value_put(&modules[m - rows], value_absent());
}

/* --- names without import ------------------------------------------------ */

static const struct {
  const char *name, *dotted;
} aliases[] = {{"math", "math"},
               {"np", "numpy"},
               {"torch", "torch"},
               {"nn", "torch.nn"},
               {"F", "torch.nn.functional"},
               {"plt", "matplotlib.pyplot"},
               {"optim", "torch.optim"}};

enum { N_ALIASES = sizeof aliases / sizeof *aliases };

const char *modules_imported(int n, const char **dotted) {
  if (n >= N_ALIASES)
    return NULL;
  *dotted = aliases[n].dotted;
  return aliases[n].name;
}

/* The session begins as if the usual imports had been typed. */
static Value session_name(const Sym *name) {
  for (int i = 0; i < N_ALIASES; i++)
    if (!strcmp(aliases[i].name, name->text))
      return import(aliases[i].dotted);
  Value v = constants_find(CONSTANTS_SESSION, name->text);
  if (value_ok(v))
    return v;
  const Row *row = row_find("", name);
  return row ? row_value(row) : library_find("xent_session", name);
}

static Value find_builtin(const Sym *name, bool strict) {
  if (interp_is_library_name(name)) {
    const Sym *own = sym_lit(strchr(name->text, ':') + 1);
    return own ? builtins_find(own) : value_error();
  }
  Value v = builtins_find(name);
  if (value_ok(v) || err_pending() || strict)
    return v;
  return session_name(name);
}

/* --- all names ----------------------------------------------------------- */

static void each_row(const char *prefix, void (*visit)(void *, const char *),
                     void *self) {
  const Row *row;
  for (int i = 0; (row = row_nth(i)); i++)
    if (!strcmp(row->prefix->text, prefix))
      visit(self, row->name->text);
}

static void each_session_name(void (*visit)(void *, const char *), void *self) {
  builtins_each(visit, self);
  for (int i = 0; i < N_ALIASES; i++)
    visit(self, aliases[i].name);
  constants_each(CONSTANTS_SESSION, visit, self);
  each_row("", visit, self);
}

static void each_dtype(const ModuleRow *m, void (*visit)(void *, const char *),
                       void *self) {
  for (int t = 0; m->dtypes && t < DT_COUNT; t++)
    visit(self, dtype_name((DType)t));
}

void modules_each(const char *dotted, void (*visit)(void *, const char *),
                  void *self) {
  if (!*dotted) {
    each_session_name(visit, self);
    return;
  }
  const ModuleRow *m = row_named(dotted);
  if (!m)
    return;
  for (const Native *n = m->natives; n && n->name; n++)
    visit(self, n->name);
  if (m->prefix)
    each_row(m->prefix, visit, self);
  for (const char *const *name = m->finds; *name; name++)
    visit(self, *name);
  constants_each(m->constants, visit, self);
  each_dtype(m, visit, self);
  if (m->library)
    library_each(m->library, visit, self);
  size_t len = strlen(dotted);
  for (int i = 0; i < N_ROWS; i++)
    if (!strncmp(rows[i].dotted, dotted, len) && rows[i].dotted[len] == '.' &&
        !strchr(rows[i].dotted + len + 1, '.'))
      visit(self, rows[i].dotted + len + 1);
}

/* --- functions written in C ---------------------------------------------- */

/* "np." for numpy, "nn.init." for torch.nn.init ... as one writes it at the
   prompt: behind the longest name that stands for it or its package. */
static const char *written(const ModuleRow *m) {
  const char *alias = NULL, *rest = m->dotted;
  for (int i = 0; i < N_ALIASES; i++) {
    size_t len = strlen(aliases[i].dotted);
    if (!strncmp(m->dotted, aliases[i].dotted, len) &&
        (!m->dotted[len] || m->dotted[len] == '.') && m->dotted + len >= rest) {
      alias = aliases[i].name;
      rest = m->dotted + len;
    }
  }
  if (m->written)
    return m->written;
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "%s%s.", alias ? alias : "", rest);
  const Sym *kept = sym_lit(buf_text(&b));
  buf_free(&b);
  return kept ? kept->text : "";
}

/* Whether this is how the module's names begin: "nn.init" or "F". */
static bool is_written(const ModuleRow *m, const char *prefix) {
  size_t n = strlen(prefix);
  const char *own = written(m);
  return !strncmp(own, prefix, n) && !strcmp(own + n, ".");
}

const char *modules_dotted(const char *prefix) {
  for (int i = 0; i < N_ROWS; i++)
    if ((rows[i].prefix && !strcmp(rows[i].prefix, prefix)) ||
        is_written(&rows[i], prefix))
      return rows[i].dotted;
  return prefix;
}

void modules_each_native(void (*visit)(void *, const char *, const Native *),
                         void *self) {
  for (const Native *n = builtins_natives; n->name; n++)
    visit(self, "", n);
  for (const Native *n = builtins_class_natives; n->name; n++)
    visit(self, "", n);
  for (int i = 0; i < N_ROWS; i++)
    for (const Native *n = rows[i].natives; n && n->name; n++)
      visit(self, written(&rows[i]), n);
}

typedef struct Documented {
  void (*visit)(void *self, const char *prefix, const char *name, Value v);
  void *self;
  const char *file, *prefix;
} Documented;

static void visit_documented(void *self, const char *name) {
  const Documented *d = self;
  const Sym *sym = sym_lit(name);
  Value v = sym ? library_find(d->file, sym) : value_error();
  if (value_ok(v))
    d->visit(d->self, d->prefix, name, v);
  value_unref(v);
  err_clear();
}

void modules_each_library(void (*visit)(void *self, const char *prefix,
                                        const char *name, Value v),
                          void *self) {
  Documented d = {visit, self, "xent_session", ""};
  library_each(d.file, visit_documented, &d);
  for (int i = 0; i < N_ROWS; i++) {
    d.file = rows[i].library;
    d.prefix = d.file ? written(&rows[i]) : NULL;
    if (d.file)
      library_each(d.file, visit_documented, &d);
  }
}

static const char *home(const Native *row) {
  for (int i = 0; i < N_ROWS; i++)
    for (const Native *n = rows[i].natives; n && n->name; n++)
      if (n == row)
        return rows[i].dotted;
  return "";
}

typedef struct Search {
  const char *topic, *prefix;
  const Native *found;
} Search;

static void compare(void *self, const char *prefix, const Native *n) {
  Search *s = self;
  size_t len = strlen(prefix);
  if (!s->found && !strncmp(s->topic, prefix, len) &&
      !strcmp(s->topic + len, n->name)) {
    s->found = n;
    s->prefix = prefix;
  }
}

const Native *modules_native(const char *topic, const char **prefix) {
  Search s = {.topic = topic};
  modules_each_native(compare, &s);
  *prefix = s.prefix;
  return s.found;
}

static void each_name(void (*visit)(void *, const char *), void *self) {
  if (interp.strict)
    builtins_each(visit, self);
  else
    each_session_name(visit, self);
}

static Value row_form(const char *function) {
  const Sym *name = sym_lit(function);
  return name ? library_find("numpy_forms", name) : value_error();
}

static Value array_method(const Array *a, const Sym *name) {
  return library_find(
      a->family == FAMILY_TORCH ? "torch_tensor" : "numpy_methods", name);
}

void modules_install(void) {
  interp.find_builtin = find_builtin;
  interp.import = import;
  interp.array_method = array_method;
  interp.row_form = row_form;
  interp.row_of_texts = numpytext_row;
  interp.foreign = foreign_has;
  interp.home = home;
  interp.each_builtin = each_name;
  interp.each_in_module = modules_each;
  interp.each_starred = star_each;
}

void modules_free(void) {
  builtins_free();
  library_free();
  for (int i = 0; i < N_ROWS; i++)
    value_put(&modules[i], value_absent());
}
