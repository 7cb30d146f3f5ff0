/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One application of a row that gradients can flow back through. */
#ifndef XENT_GRAD_NODE_H
#define XENT_GRAD_NODE_H

#include "grad/tape.h"

/* To what computed an argument, or to the leaf that it is. */
typedef struct Edge {
  TapeNode *node; /* counted, or NULL */
  Array *leaf;    /* counted, or NULL */
  int32_t wrt;    /* which argument: op->backward's */
} Edge;

/* What backward reads, as bits: argument i is 1 << i. */
enum { NODE_OUT = 1 << OP_MAX_ARGS, NODE_OTHER = NODE_OUT << 1 };

struct TapeNode {
  uint32_t refs;
  uint32_t saved; /* bits of what backward reads */
  uint64_t order; /* of creation, over all nodes */
  size_t bytes;   /* of its block */
  OpCall call;    /* its arrays are counted */
  Array blank;    /* is call.out where backward reads only its shape */
  uint32_t version[OP_MAX_ARGS], out_version;
  bool released;  /* a backward has used the saved values up */
  const char *by; /* what changed an argument that is no longer kept, or NULL */
  Array *keeper;  /* retain_grad(): whose gradient is kept (not counted) */
  TapeNode *next; /* of those that are being freed */
  /* of the pass that runs */
  uint64_t pass;
  int32_t waiting; /* gradients still to come */
  Array *dout;     /* their sum so far */
  int32_t n_edges;
  Edge edges[];
};

/* What a node keeps of a call besides its arguments. Nothing here may own the
   result, which owns the node. */
typedef struct NodeKeep {
  Array *out;        /* the values of the result, if backward reads them */
  const Array *self; /* the argument that was changed in place, or NULL */
  Array *old;        /* its former values, if backward reads them */
} NodeKeep;

/* A node for a call that ran. NULL: MemoryError. */
TapeNode *node_new(const OpCall *call, NodeKeep keep);

/* The bits of what the row's backward reads in this call. */
uint32_t node_saves(const OpCall *call);
void node_unref(TapeNode *node); /* NULL allowed; no recursion */
void node_drop(Array *a);        /* an array that has a node goes */

/* After a was changed in place and got this node: what lies below lets a go,
   which would own itself otherwise. False: MemoryError. */
bool node_let_go(TapeNode *node, Array *a);

/* "SoftmaxBackward0" */
const char *node_name(const TapeNode *node);

/* Whether the values that backward reads are still there and as they were.
   False: RuntimeError. */
bool node_ready(const TapeNode *node);

/* Lets go of the saved values, if the row has any. */
void node_release(TapeNode *node);

#endif
