/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torch.optim, DataLoader and the random methods as a learner writes them,
   against what the real torch gave, to the last bit. */
#include "base/err.h"
#include "lang/interp.h"
#include "lang/run.h"
#include "lib/modules.h"
#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void run(const char *text) {
  if (!run_text("test", text, strlen(text), NULL, NULL))
    fail_msg("%s\n%.300s", buf_text(&err_now()->text), text);
}

/* The functions that the vectors are fed to, and JSON's names in Python. */
static const char helpers[] =
    "true, false, null = True, False, None\n"
    "from torch.utils.data import TensorDataset, DataLoader\n"
    "from sklearn.datasets import make_classification\n"
    "from sklearn.preprocessing import StandardScaler\n"
    "from sklearn.model_selection import train_test_split\n"
    "def steps(c):\n"
    "    w = torch.tensor(c['start'], requires_grad=True)\n"
    "    opt = getattr(optim, c['optimizer'])([w], **c['args'])\n"
    "    for grad, want in zip(c['grads'], c['params']):\n"
    "        w.grad = torch.tensor(grad)\n"
    "        opt.step()\n"
    "        assert w.tolist() == want, (c['optimizer'], c['args'])\n"
    "def data(net):\n"
    "    n, classes = (200, 2) if net == 1 else (300, 3)\n"
    "    X, y = make_classification(\n"
    "        n_samples=n, n_features=4, n_informative=classes,\n"
    "        n_redundant=0, n_classes=classes, random_state=42)\n"
    "    X = torch.tensor(StandardScaler().fit_transform(X),\n"
    "                     dtype=torch.float32)\n"
    "    y = torch.tensor(y).float().unsqueeze(1) if net == 1 else (\n"
    "        torch.tensor(y))\n"
    "    return train_test_split(X, y, test_size=0.2, random_state=42)\n"
    "known = {1: data(1), 2: data(2)}\n"
    "def network(net, hidden):\n"
    "    layers = [nn.Linear(4, hidden), nn.ReLU()]\n"
    "    if net == 1:\n"
    "        return nn.Sequential(*layers, nn.Linear(hidden, 1),\n"
    "                             nn.Sigmoid())\n"
    "    return nn.Sequential(*layers, nn.Linear(hidden, 3))\n"
    "def right(net, out, y):\n"
    "    if net == 1:\n"
    "        return ((out > 0.5).float() == y).float().mean().item()\n"
    "    return (out.argmax(1) == y).float().mean().item()\n"
    "def training(c):\n"
    "    X, Xte, y, yte = known[c['net']]\n"
    "    torch.manual_seed(c['seed'])\n"
    "    net = network(c['net'], len(c['final'][1]))\n"
    "    opt = getattr(optim, c['optimizer'])(net.parameters(), **c['args'])\n"
    "    rule = nn.BCELoss() if c['net'] == 1 else nn.CrossEntropyLoss()\n"
    "    losses = []\n"
    "    batches = [(X, y)]\n"
    "    if c['batch']:\n"
    "        batches = DataLoader(TensorDataset(X, y), shuffle=True,\n"
    "                             batch_size=c['batch'])\n"
    "    for epoch in range(c['epochs']):\n"
    "        for xb, yb in batches:\n"
    "            opt.zero_grad()\n"
    "            loss = rule(net(xb), yb)\n"
    "            loss.backward()\n"
    "            opt.step()\n"
    "            losses.append(loss.item())\n"
    "    assert losses == c['losses'], c['args']\n"
    "    assert right(c['net'], net(Xte), yte) == c['accuracy'], c['args']\n"
    "    for p, want in zip(net.parameters(), c['final']):\n"
    "        assert p.tolist() == want, (c['optimizer'], c['args'])\n"
    "def loader(c):\n"
    "    torch.manual_seed(c['seed'])\n"
    "    d = DataLoader(TensorDataset(torch.arange(c['n'])),\n"
    "                   batch_size=c['batch'], shuffle=c['shuffle'],\n"
    "                   drop_last=c['drop_last'])\n"
    "    for epoch in c['epochs']:\n"
    "        assert [x.tolist() for x, in d] == epoch, c\n"
    "    assert torch.rand(2).tolist() == c['next_rand'], c\n"
    "def filled(name, c, *args):\n"
    "    torch.manual_seed(c['seed'])\n"
    "    dtype = getattr(torch, c.get('dtype', 'float32'))\n"
    "    x = torch.empty(c['n'], dtype=dtype)\n"
    "    assert getattr(x, name)(*args).tolist() == c['values'], (name, c)\n"
    "def dropped(c):\n"
    "    torch.manual_seed(c['seed'])\n"
    "    x = (torch.arange(c['n']) + 1) / 3\n"
    "    assert F.dropout(x, c['p']).tolist() == c['values'], c\n"
    "def drawn(op, arg):\n"
    "    if op in ('rand64', 'randn64'):\n"
    "        return getattr(torch, op[:-2])(arg, dtype=torch.float64)\n"
    "    if op == 'randint':\n"
    "        return torch.randint(arg[0], arg[1], (arg[2],))\n"
    "    return getattr(torch, op)(arg)\n"
    "def mixed(c):\n"
    "    torch.manual_seed(c['seed'])\n"
    "    for o in c['ops']:\n"
    "        assert drawn(o['op'], o['arg']).tolist() == o['out'], o\n";

/* Calls function(entry, ...) for every entry of an array of the file. */
static void each(const json_t *entries, const char *function) {
  size_t i;
  json_t *entry;
  json_array_foreach(entries, i, entry) {
    char *text = json_dumps(entry, JSON_COMPACT | JSON_REAL_PRECISION(17));
    Buf b = BUF_EMPTY;
    buf_fmt(&b, "c = %s\n%s;\n", text, function);
    run(buf_text(&b));
    buf_free(&b);
    free(text);
  }
  assert_true(i > 1);
}

static void optimizer_steps(void **state) {
  (void)state;
  json_t *root = vectors_load("optim_steps.json");
  each(vectors_get(root, "cases"), "steps(c)");
  json_decref(root);
}

static void trainings(void **state) {
  (void)state;
  json_t *root = vectors_load("train_optimizers.json");
  each(vectors_get(root, "runs"), "training(c)");
  json_decref(root);
}

static void streams(void **state) {
  (void)state;
  json_t *root = vectors_load("torch_rng.json");
  each(vectors_get(root, "dataloader"), "loader(c)");
  each(vectors_get(root, "normal_"),
       "filled('normal_', c, c['mean'], c['std'])");
  each(vectors_get(root, "uniform_"), "filled('uniform_', c, c['a'], c['b'])");
  each(vectors_get(root, "bernoulli_"), "filled('bernoulli_', c, c['p'])");
  each(vectors_get(root, "dropout"), "dropped(c)");
  each(vectors_get(root, "mixed"), "mixed(c)");
  json_decref(root);
}

static int start(void **state) {
  (void)state;
  interp_start();
  modules_install();
  run(helpers);
  return 0;
}

static int end(void **state) {
  (void)state;
  interp_free();
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(optimizer_steps),
      cmocka_unit_test(trainings),
      cmocka_unit_test(streams),
  };
  return cmocka_run_group_tests(tests, start, end);
}
