/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "grad/node.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/sym.h"
#include "num/pool.h"
#include "ops/elementwise.h"

#include <string.h>

static uint64_t count;

/* --- making -------------------------------------------------------------- */

static TapeNode *room_for(size_t bytes) {
  return bytes <= POOL_SMALL_MAX ? pool_take(bytes) : mem_alloc(bytes);
}

static void give_back(TapeNode *node) {
  if (node->bytes <= POOL_SMALL_MAX)
    pool_give(node, node->bytes);
  else
    mem_free(node);
}

/* Room behind the edges for lists of arrays and of ints. */
static size_t room_of(const OpCall *call) {
  size_t bytes = 0;
  for (int i = 0; i < OP_MAX_ARGS; i++) {
    if (call->arg[i].tag == ARG_ARRAYS)
      bytes += (size_t)call->arg[i].count * sizeof(Array *);
    if (call->arg[i].tag == ARG_INTS)
      bytes += (size_t)call->arg[i].count * sizeof(int64_t);
  }
  return bytes;
}

/* Whether gradients flow to argument i at all. */
static bool flows(const OpCall *call, int i) {
  return i == 0 || !(call->op->flags & OP_LIKE);
}

static int count_edges(const OpCall *call) {
  int n = 0;
  for (int i = 0; i < OP_MAX_ARGS && flows(call, i); i++) {
    const Arg *a = &call->arg[i];
    n += a->tag == ARG_ARRAY && a->array->requires_grad;
    for (int k = 0; i == 0 && a->tag == ARG_ARRAYS && k < a->count; k++)
      n += a->arrays[k]->requires_grad;
  }
  return n;
}

static void add_edge(TapeNode *node, Array *a, int wrt) {
  if (!a->requires_grad)
    return;
  Edge *e = &node->edges[node->n_edges++];
  *e = (Edge){a->node, a->node ? NULL : array_ref(a), wrt};
  if (e->node)
    e->node->refs++;
}

/* Rows on a list have a gradient for each of its arrays. */
static void add_edges(TapeNode *node) {
  for (int i = 0; i < OP_MAX_ARGS && flows(&node->call, i); i++) {
    Arg *a = &node->call.arg[i];
    if (a->tag == ARG_ARRAY)
      add_edge(node, a->array, i);
    for (int k = 0; i == 0 && a->tag == ARG_ARRAYS && k < a->count; k++)
      add_edge(node, a->arrays[k], k);
  }
}

/* Whose memory a shows. */
static Array *owner(Array *a) {
  return a->base ? a->base : a;
}

/* Something of a's shape and dtype without its values. */
static void blank_of(Array *blank, const Array *a) {
  static int64_t zero[2];
  *blank = *a;
  blank->ref.count = 1;
  blank->requires_grad = false;
  blank->version = blank->kept = 0;
  blank->data = zero;
  blank->base = NULL;
  blank->node = NULL;
  blank->grad = NULL;
  memset(blank->stride, 0, sizeof blank->stride);
}

/* The argument that was changed in place, as it was. */
static bool keep_old(Arg *a, Array *self, Array *old) {
  Array blank;
  blank_of(&blank, self);
  a->array = old ? array_ref(old) : array_copy(&blank);
  if (a->array)
    owner(a->array)->kept++;
  else
    a->tag = ARG_NONE;
  return a->array != NULL;
}

/* Makes the borrowed argument the node's own; *room grows. */
static bool keep_arg(Arg *a, char **room) {
  if (a->tag == ARG_ARRAY) {
    owner(array_ref(a->array))->kept++;
  } else if (a->tag == ARG_ARRAYS) {
    a->arrays = memcpy(*room, a->arrays, (size_t)a->count * sizeof(Array *));
    *room += (size_t)a->count * sizeof(Array *);
    for (int k = 0; k < a->count; k++)
      owner(array_ref(a->arrays[k]))->kept++;
  } else if (a->tag == ARG_INTS) {
    a->ints = memcpy(*room, a->ints, (size_t)a->count * sizeof(int64_t));
    *room += (size_t)a->count * sizeof(int64_t);
  } else if (a->tag == ARG_TEXT) {
    const Sym *kept = sym_of(a->text, (size_t)a->count);
    a->text = kept ? kept->text : "";
    return kept != NULL;
  }
  return true;
}

/* Whether argument i goes without its values: in a paranoid build a backward
   that reads what the row does not list as saved finds zeros. */
static bool forgets(const TapeNode *node, int i) {
#ifdef XENT_PARANOIA
  return node->call.arg[i].tag == ARG_ARRAY && !(node->saved & 1u << i);
#else
  (void)node, (void)i;
  return false;
#endif
}

/* Whether a shows what was just changed: x *= x[0] has lost its x[0]. */
static bool written(Array *a, const Array *self) {
  return self && owner(a) == (self->base ? self->base : self);
}

static bool keep_args(TapeNode *node, char *room, NodeKeep keep) {
  bool ok = true;
  for (int i = 0; i < OP_MAX_ARGS; i++) {
    Arg *a = &node->call.arg[i];
    if (!ok)
      a->tag = ARG_NONE;
    else if (forgets(node, i))
      ok = keep_old(a, a->array, NULL);
    else if (a->tag == ARG_ARRAY && a->array == keep.self)
      ok = keep_old(a, a->array, keep.old);
    else if (a->tag != ARG_NONE)
      ok = keep_arg(a, &room);
    if (a->tag == ARG_ARRAY)
      node->version[i] = array_version(a->array) - written(a->array, keep.self);
  }
  return ok;
}

TapeNode *node_new(const OpCall *call, NodeKeep keep) {
  size_t edges = (size_t)count_edges(call) * sizeof(Edge);
  size_t bytes = sizeof(TapeNode) + edges + room_of(call);
  TapeNode *node = room_for(bytes);
  if (!node)
    return NULL;
  node->refs = 1;
  node->bytes = bytes;
  node->order = ++count;
  node->pass = 0;
  node->keeper = NULL;
  node->dout = NULL;
  node->released = false;
  node->by = NULL;
  node->n_edges = 0;
  node->call = *call;
  node->saved = node_saves(call);
  add_edges(node);
  blank_of(&node->blank, call->out);
  node->call.out = keep.out ? array_ref(keep.out) : &node->blank;
  node->out_version = array_version(node->call.out);
  array_ref(node->call.out2);
  if (keep_args(node, (char *)node->edges + edges, keep))
    return node;
  node_unref(node);
  return NULL;
}

/* --- freeing ------------------------------------------------------------- */

static void release(Array *a) {
  owner(a)->kept--;
  array_unref(a);
}

static void drop_arrays(TapeNode *node) {
  OpCall *call = &node->call;
  for (int i = 0; i < OP_MAX_ARGS; i++) {
    Arg *a = &call->arg[i];
    if (a->tag == ARG_ARRAY)
      release(a->array);
    for (int k = 0; a->tag == ARG_ARRAYS && k < a->count; k++)
      release(a->arrays[k]);
    a->tag = ARG_NONE;
  }
  if (call->out != &node->blank)
    array_unref(call->out);
  array_unref(call->out2);
  call->out = call->out2 = NULL;
}

static void free_node(TapeNode *node) {
  drop_arrays(node);
  array_unref(node->dout);
  for (int i = 0; i < node->n_edges; i++) {
    array_unref(node->edges[i].leaf);
    node_unref(node->edges[i].node);
  }
  give_back(node);
}

/* A graph may be a chain of a million nodes: those that die while one is freed
   wait in a list. */
void node_unref(TapeNode *node) {
  static TapeNode *dying;
  static bool busy;
  if (!node || --node->refs)
    return;
  node->next = dying;
  dying = node;
  if (busy)
    return;
  busy = true;
  while (dying) {
    TapeNode *first = dying;
    dying = first->next;
    free_node(first);
  }
  busy = false;
}

void node_drop(Array *a) {
  if (a->node->keeper == a)
    a->node->keeper = NULL;
  node_unref(a->node);
}

/* --- what changes in place ----------------------------------------------- */

/* *held, which is a or a view of it, becomes an array of its shape that counts
 * as changed. */
static bool let_go(TapeNode *node, Array **held, const char *by) {
  Array blank, *a = *held;
  blank_of(&blank, a);
  Array *instead = array_copy(&blank);
  if (!instead)
    return false;
  instead->version = array_version(a);
  instead->kept = 1;
  node->by = by;
  *held = instead;
  release(a);
  return true;
}

static bool let_go_of(TapeNode *node, Array *a, const char *by) {
  for (int i = 0; i < OP_MAX_ARGS; i++) {
    Arg *arg = &node->call.arg[i];
    if (arg->tag == ARG_ARRAY && owner(arg->array) == a &&
        !let_go(node, &arg->array, by))
      return false;
    for (int k = 0; arg->tag == ARG_ARRAYS && k < arg->count; k++)
      if (owner(arg->arrays[k]) == a && !let_go(node, &arg->arrays[k], by))
        return false;
  }
  return true;
}

/* Goes down in order of distance. Who keeps a is near, or is not below at all:
   a search that goes on for long gives up. */
bool node_let_go(TapeNode *node, Array *a) {
  enum { FAR = 512 };
  TapeNode *queue[FAR];
  int n = 1;
  queue[0] = node;
  for (int i = 0; i < n && a->kept; i++) {
    if (!let_go_of(queue[i], a, node_name(node)))
      return false;
    for (int k = 0; k < queue[i]->n_edges; k++)
      if (queue[i]->edges[k].node && n < FAR)
        queue[n++] = queue[i]->edges[k].node;
  }
  return true;
}

/* --- asking -------------------------------------------------------------- */

const char *node_name(const TapeNode *node) {
  const char *name = node->call.grad_fn;
  if (!name)
    name = node->call.op->grad_fn ? node->call.op->grad_fn : "None";
  if (*name == '=' || strstr(name, "Backward"))
    return name + (*name == '=');
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "%sBackward0", name);
  const Sym *full = b.failed ? NULL : sym_of(buf_text(&b), b.len);
  buf_free(&b);
  return full ? full->text : name;
}

/* --- saved values -------------------------------------------------------- */

static bool same_word(const char *word, size_t n, const char *text) {
  return strlen(text) == n && !memcmp(word, text, n);
}

/* The number of the row's parameter with this name; -1: the result, -2: what
   has no place among the arguments, such as where the largest were. */
static int param_number(const Op *op, const char *word, size_t n) {
  if (same_word(word, n, "out"))
    return -1;
  const char *p = op->params;
  for (int i = 0; *p; i++) {
    if (!strncmp(p, word, n) && p[n] == ':')
      return i;
    p += strcspn(p, " ");
    p += strspn(p, " ");
  }
  return -2;
}

/* `saved` of a row, read: the bit `what`, if argument `when` requires grad. */
typedef struct Needs {
  const Op *op;
  int n;
  struct {
    int what, when; /* when -3: always */
  } of[8];
} Needs;

enum { ALWAYS = -3, CACHE = 128 };

static void read_needs(Needs *needs, const Op *op) {
  *needs = (Needs){.op = op};
  for (const char *p = op->saved ? op->saved : ""; *p;) {
    size_t whole = strcspn(p, " "), n = strcspn(p, " /");
    needs->of[needs->n].what = param_number(op, p, n);
    needs->of[needs->n++].when =
        n == whole ? ALWAYS : param_number(op, p + n + 1, whole - n - 1);
    p += whole;
    p += strspn(p, " ");
  }
}

static const Needs *needs_of(const Op *op) {
  static Needs cache[CACHE];
  Needs *needs = &cache[(uintptr_t)op / sizeof *op % CACHE];
  if (needs->op != op)
    read_needs(needs, op);
  return needs;
}

static bool asks(const OpCall *call, int argument) {
  return argument >= 0 && call->arg[argument].tag == ARG_ARRAY &&
         call->arg[argument].array->requires_grad;
}

uint32_t node_saves(const OpCall *call) {
  const Needs *needs = needs_of(call->op);
  uint32_t bits = 0;
  for (int i = 0; i < needs->n; i++)
    if (needs->of[i].when == ALWAYS || asks(call, needs->of[i].when))
      bits |= needs->of[i].what >= 0    ? 1u << needs->of[i].what
              : needs->of[i].what == -1 ? NODE_OUT
                                        : NODE_OTHER;
  return bits;
}

/* What computed the value. */
static const char *origin(const TapeNode *node, int argument) {
  if (argument == -1)
    return node_name(node);
  const char *now = tape_grad_fn(node->call.arg[argument].array);
  return now ? now : node->by;
}

static bool changed(const TapeNode *node, int argument, const Array *a,
                    uint32_t version) {
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "torch.%sTensor ", elementwise_torch_name((DType)a->dtype));
  array_size_text(&b, a->ndim, a->shape);
  const char *by = origin(node, argument);
  char full[TAPE_NAME];
  if (by)
    tape_full_name(by, full);
  err_set(ERR_RuntimeError,
          "one of the variables needed for gradient computation has been "
          "modified by an inplace operation: [%s]%s%s%s is at version %u; "
          "expected version %u instead. Hint: enable anomaly detection to find "
          "the operation that failed to compute its gradient, with "
          "torch.autograd.set_detect_anomaly(True).",
          buf_text(&b), by ? ", which is output 0 of " : "", by ? full : "",
          by ? "," : "", array_version(a), version);
  buf_free(&b);
  return false;
}

static bool unchanged(const TapeNode *node) {
  for (int i = 0; i < OP_MAX_ARGS; i++) {
    const Arg *a = &node->call.arg[i];
    if (node->saved & 1u << i && a->tag == ARG_ARRAY &&
        array_version(a->array) != node->version[i])
      return changed(node, i, a->array, node->version[i]);
  }
  const Array *out = node->call.out;
  return !(node->saved & NODE_OUT) || array_version(out) == node->out_version ||
         changed(node, -1, out, node->out_version);
}

bool node_ready(const TapeNode *node) {
  if (node->released)
    return err_set(
        ERR_RuntimeError,
        "Trying to backward through the graph a second time (or "
        "directly access saved tensors after they have already been "
        "freed). Saved intermediate values of the graph are freed "
        "when you call .backward() or autograd.grad(). Specify "
        "retain_graph=True if you need to backward through the graph "
        "a second time or if you need to access saved tensors after "
        "calling backward.");
  return !node->saved || unchanged(node);
}

void node_release(TapeNode *node) {
  if (!node->saved)
    return;
  node->released = true;
  drop_arrays(node);
}
