import numpy as np
class TwoLayerNet(object):
  def __init__(self, input_size, hidden_size, output_size, std=1e-1):
    self.params = {}
    self.params['W1'] = std * np.random.randn(input_size, hidden_size)
    self.params['b1'] = np.zeros(hidden_size)
    self.params['W2'] = std * np.random.randn(hidden_size, output_size)
    self.params['b2'] = np.zeros(output_size)
  def loss(self, X, y=None, reg=0.0):
    W1, b1 = self.params['W1'], self.params['b1']
    W2, b2 = self.params['W2'], self.params['b2']
    N, D = X.shape
    h = np.maximum(0, X.dot(W1) + b1)
    scores = h.dot(W2) + b2
    if y is None:
      return scores
    scores -= np.max(scores, axis=1)[:, np.newaxis]
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    loss = np.sum(-np.log(probs[np.arange(N), y])) / N
    loss += reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    grads = {}
    dscores = probs.copy()
    dscores[range(N), list(y)] -= 1
    dscores /= N
    grads['W2'] = h.T.dot(dscores) + 2 * reg * W2
    grads['b2'] = np.sum(dscores, axis=0)
    dh = dscores.dot(W2.T)
    dh_ReLu = (h > 0) * dh
    grads['W1'] = X.T.dot(dh_ReLu) + 2 * reg * W1
    grads['b1'] = np.sum(dh_ReLu, axis=0)
    return loss, grads
  def train(self, X, y, X_val, y_val, learning_rate=1e-1, learning_rate_decay=0.95, reg=5e-6, num_iters=100, batch_size=200, verbose=False):
    num_train = X.shape[0]
    iterations_per_epoch = max(num_train / batch_size, 1)
    loss_history, train_acc_history, val_acc_history = [], [], []
    for it in range(num_iters):
      idx = np.random.choice(num_train, batch_size, replace=True)
      X_batch = X[idx]; y_batch = y[idx]
      loss, grads = self.loss(X_batch, y=y_batch, reg=reg)
      loss_history.append(loss)
      for param in self.params:
        self.params[param] += -learning_rate * grads[param]
      if verbose and it % 20 == 0:
        print('iteration %d / %d: loss %f' % (it, num_iters, loss))
      if it % iterations_per_epoch == 0:
        train_acc_history.append((self.predict(X_batch) == y_batch).mean())
        val_acc_history.append((self.predict(X_val) == y_val).mean())
        learning_rate *= learning_rate_decay
    return {'loss_history': loss_history, 'train_acc_history': train_acc_history, 'val_acc_history': val_acc_history}
  def predict(self, X):
    return np.argmax(self.loss(X), axis=1)
np.random.seed(0)
net = TwoLayerNet(4, 10, 3, std=1e-1)
np.random.seed(1)
X = 10 * np.random.randn(5, 4)
y = np.array([0, 1, 2, 2, 1])
scores = net.loss(X); print('Your scores:'); print(scores)
correct = np.asarray([[-0.81233741, -1.27654624, -0.70335995]])
print('Difference: ', np.sum(np.abs(scores[:1] - correct)) < 1e-7)
loss, grads = net.loss(X, y, reg=0.05); print(loss)
def eval_numerical_gradient(f, x, h=0.00001):
  grad = np.zeros_like(x)
  for i in range(x.size):
    old = x.flat[i]
    x.flat[i] = old + h; fp = f(x)
    x.flat[i] = old - h; fm = f(x)
    x.flat[i] = old
    grad.flat[i] = (fp - fm) / (2 * h)
  return grad
for name in sorted(grads):
  num = eval_numerical_gradient(lambda W: net.loss(X, y, reg=0.05)[0], net.params[name])
  err = np.max(np.abs(num - grads[name]) / np.maximum(1e-8, np.abs(num) + np.abs(grads[name])))
  print('%s max relative error small: %s' % (name, err < 1e-4))
stats = net.train(X, y, X, y, learning_rate=1e-1, reg=5e-6, num_iters=60, batch_size=5, verbose=True)
print('Final training loss: ', stats['loss_history'][-1], stats['val_acc_history'][-1], len(stats['train_acc_history']))
print({k: v.shape for k, v in net.params.items()}, grads['b2'])
net.loss(X, y + 1)
