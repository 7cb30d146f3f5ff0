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
  const char *alias;     /* at the prompt and in the spellings of rows; NULL:
                             as it is imported */
  bool imported;         /* by its alias before the first line */
  const Native *natives; /* or NULL */
  Value (*find)(const Sym *name); /* more, or NULL */
  const char *finds[3];           /* what it finds */
  ConstantsPlace constants;
  bool dtypes; /* whether it names those of its family */
  Family family;
  const char *library; /* its files in src/lib/py, or NULL */
} ModuleRow;

static const ModuleRow rows[] = {
    {"math", .imported = true, .natives = math_natives,
     .constants = CONSTANTS_MATH},
    {"random", .natives = random_natives},
    {"sys", .natives = sys_natives, .find = sys_find,
     .finds = {"argv", "maxsize"}, .library = "sys"},
    {"time", .natives = time_natives},
    {"numpy", "np", .imported = true, .natives = numpy_natives,
     .find = numpy_find, .finds = {"newaxis"}, .constants = CONSTANTS_ARRAYS,
     .dtypes = true, .family = FAMILY_NUMPY,
     .library = "numpy_index numpy_shapes numpy_apply numpy_statistics "
                "numpy_nan numpy_histogram numpy_maths numpy_products "
                "numpy_sets numpy_types numpy_print numpy_io "
                "numpy_poly"},
    {"numpy.random", "np.random", .natives = numpyrandom_natives,
     .find = numpyrandom_find, .library = "numpy_random numpy_generator"},
    {"numpy.testing", "np.testing", .library = "numpy_testing"},
    {"numpy.linalg", "np.linalg", .find = numpylinalg_find,
     .finds = {"LinAlgError"}, .library = "numpy_linalg"},
    {"torch", .imported = true, .natives = torch_natives,
     .constants = CONSTANTS_ARRAYS, .dtypes = true, .family = FAMILY_TORCH,
     .library = "torch"},
    {"torch.autograd", .library = "torch_autograd"},
    {"torch.nn", "nn", .imported = true, .library = "torch_nn",
     .finds = {"Parameter"}},
    {"torch.nn.parameter", "nn", .natives = parameter_natives},
    {"torch.nn.init", "nn.init", .library = "torch_nn_init"},
    {"torch.nn.functional", "F", .imported = true,
     .library = "torch_nn_functional"},
    {"torch.linalg", .library = "torch_linalg"},
    {"torch.special", .library = "torch_special"},
    {"torch.cuda", .natives = torch_cuda_natives, .library = "torch_cuda"},
    {"torch.optim", "optim", .imported = true, .library = "torch_optim"},
    {"torch.optim.lr_scheduler", "optim.lr_scheduler",
     .library = "torch_optim_lr_scheduler"},
    {.dotted = "torch.utils"},
    {"torch.utils.data", .library = "torch_utils_data"},
    {"torch.nn.utils", "nn.utils", .library = "torch_nn_utils"},
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
    {"matplotlib.pyplot", "plt", .imported = true,
     .library = "matplotlib_pyplot"},
    {"matplotlib.pyplot.cm", "plt.cm", .library = "matplotlib_cm"},
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

static const char *alias_of(const ModuleRow *m) {
  return m->alias ? m->alias : m->dotted;
}

const char *modules_alias(const char *dotted) {
  const ModuleRow *m = row_named(dotted);
  return m ? alias_of(m) : dotted;
}

const char *modules_dotted(const char *alias) {
  for (int i = 0; i < N_ROWS; i++)
    if (!strcmp(alias_of(&rows[i]), alias))
      return rows[i].dotted;
  return alias;
}

/* --- what a module finds ------------------------------------------------- */

/* Each asks one place; absent without an error: it is not there. */

/* numpy.ndarray and torch.Tensor */
static Value find_class(const ModuleRow *m, const Sym *name) {
  Buf full = BUF_EMPTY;
  buf_fmt(&full, "%s.%s", m->dotted, name->text);
  Value class = builtins_class_named(buf_text(&full));
  buf_free(&full);
  return value_ref(class);
}

static Value find_native(const ModuleRow *m, const Sym *name) {
  for (const Native *n = m->natives; n && n->name; n++)
    if (!strcmp(n->name, name->text))
      return native_value(n, value_absent());
  return value_absent();
}

static Value find_row(const ModuleRow *m, const Sym *name) {
  const Row *row = row_find(alias_of(m), name);
  return row ? row_value(row) : value_absent();
}

static Value find_constant(const ModuleRow *m, const Sym *name) {
  return constants_find(m->constants, name->text);
}

static Value find_more(const ModuleRow *m, const Sym *name) {
  return m->find ? m->find(name) : value_absent();
}

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

static Value find_dtype(const ModuleRow *m, const Sym *name) {
  DType t = m->dtypes && name->len ? dtype_in(m, name->text) : DT_COUNT;
  if (t == DT_COUNT)
    return value_absent();
  return dtypevalue_new(m->family, t, m->family == FAMILY_NUMPY);
}

static Value find_in_library(const ModuleRow *m, const Sym *name) {
  return m->library ? library_find(m->library, name) : value_absent();
}

/* The part of `dotted` behind "module."; NULL: it is no part of m. */
static const char *inside(const ModuleRow *m, const char *dotted) {
  size_t len = strlen(m->dotted);
  return !strncmp(dotted, m->dotted, len) && dotted[len] == '.'
             ? dotted + len + 1
             : NULL;
}

static Value find_submodule(const ModuleRow *m, const Sym *name) {
  for (int i = 0; i < N_ROWS; i++) {
    const char *part = inside(m, rows[i].dotted);
    if (part && !strcmp(part, name->text))
      return interp.import(rows[i].dotted);
  }
  return value_absent();
}

static Value find(const char *dotted, const Sym *name) {
  static Value (*const places[])(const ModuleRow *m, const Sym *name) = {
      find_class, find_native, find_row,       find_constant,
      find_more,  find_dtype,  find_submodule, find_in_library};
  const ModuleRow *m = row_named(dotted);
  Value v = value_absent();
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    if (!value_ok(v) && !err_pending())
      v = places[i](m, name);
  return v;
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

/* The row after m, or the first, that is there without an import. */
static const ModuleRow *next_imported(const ModuleRow *m) {
  for (m = m ? m + 1 : rows; m < rows + N_ROWS; m++)
    if (m->imported)
      return m;
  return NULL;
}

const char *modules_imported(int n, const char **dotted) {
  const ModuleRow *m = next_imported(NULL);
  while (m && n--)
    m = next_imported(m);
  if (!m)
    return NULL;
  *dotted = m->dotted;
  return alias_of(m);
}

/* The session begins as if the usual imports had been typed. */
static Value session_name(const Sym *name) {
  for (const ModuleRow *m = NULL; (m = next_imported(m));)
    if (!strcmp(alias_of(m), name->text))
      return import(m->dotted);
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

static void each_row(const char *alias, void (*visit)(void *, const char *),
                     void *self) {
  const Row *row;
  for (int i = 0; (row = row_nth(i)); i++)
    if (!strcmp(row->prefix->text, alias))
      visit(self, row->name->text);
}

static void each_session_name(void (*visit)(void *, const char *), void *self) {
  builtins_each(visit, self);
  for (const ModuleRow *m = NULL; (m = next_imported(m));)
    visit(self, alias_of(m));
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
  each_row(alias_of(m), visit, self);
  for (const char *const *name = m->finds; *name; name++)
    visit(self, *name);
  constants_each(m->constants, visit, self);
  each_dtype(m, visit, self);
  if (m->library)
    library_each(m->library, visit, self);
  for (int i = 0; i < N_ROWS; i++) {
    const char *part = inside(m, rows[i].dotted);
    if (part && !strchr(part, '.'))
      visit(self, part);
  }
}

/* --- functions written in C, and in Python ------------------------------- */

/* "np." for numpy: how its names are written. */
static const char *before_names(const ModuleRow *m) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "%s.", alias_of(m));
  const Sym *kept = sym_lit(buf_text(&b));
  buf_free(&b);
  return kept ? kept->text : "";
}

void modules_each_native(void (*visit)(void *, const char *, const Native *),
                         void *self) {
  for (const Native *n = builtins_natives; n->name; n++)
    visit(self, "", n);
  for (const Native *n = builtins_class_natives; n->name; n++)
    visit(self, "", n);
  for (int i = 0; i < N_ROWS; i++)
    for (const Native *n = rows[i].natives; n && n->name; n++)
      visit(self, before_names(&rows[i]), n);
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
    d.prefix = d.file ? before_names(&rows[i]) : NULL;
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
