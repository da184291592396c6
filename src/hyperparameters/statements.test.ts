import { findHyperparameters } from './find.ts';

async function placesIn(...lines: readonly string[]): Promise<readonly string[]> {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const written = found.filter(({ form }) => form !== 'layer' && form !== 'insertion');
  return written.map(({ knob, text }) => `${knob} ${text}`).sort();
}

test('a step along a gradient that the author writes himself has a learning rate', async () => {
  const places = await placesIn(
    'import numpy as np, torch',
    'class Perceptron:',
    '  def __init__(self, eta=0.01, n_iter=50):',
    '    self.eta = eta',
    '    self.n_iter = n_iter',
    '  def fit(self, X, y):',
    '    self.w = np.zeros(4)',
    '    total = 0',
    '    for _ in range(self.n_iter):',
    '      errors = y - X @ self.w',
    '      self.w += self.eta * X.T.dot(errors)',
    '      total += 0.5 * (errors ** 2).sum()',
    '    return self',
    'Perceptron(eta=0.1, n_iter=10).fit(X, y)',
    'w = torch.tensor([1.0], requires_grad=True)',
    'rate = torch.tensor(0.004)',
    'for epoch in range(7):',
    '  w.data = w.data - rate * w.grad',
    '  w.data = w.data - 0.02 * w.grad.item()',
    '  bias -= 0.03 * bias_grad',
    '  moving = 0.9 * moving + 0.2 * grad_norm',
    '  scale = scale - 0.5 * width',
  );
  expect(places).toEqual([
    'epochs 10',
    'epochs 7',
    'learning-rate 0.004',
    'learning-rate 0.02',
    'learning-rate 0.03',
    'learning-rate 0.1',
  ]);
});

test('a loop that trains while a counter is below a limit ends at it', async () => {
  const places = await placesIn(
    'import torch',
    'limit = 60000',
    'step = 0',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'while step < limit:',
    '  loss(net(x), y).backward()',
    '  optimizer.step()',
    '  step += 1',
    'while step < 4:',
    '  print(step)',
  );
  expect(places).toEqual(['learning-rate 0.1', 'step-limit 60000']);
});

test('a list of equal layers has a length, a list of sizes has not', async () => {
  const places = await placesIn(
    'import torch',
    'from torch import nn',
    'class Block(nn.Module):',
    '  def __init__(self, width):',
    '    self.one = nn.Linear(width, width)',
    'class Net(nn.Module):',
    '  def __init__(self, blocks, sizes):',
    '    self.blocks = nn.ModuleList([Block(8) for i in range(blocks)])',
    '    self.heads = nn.ModuleList([nn.Linear(8, sizes[i]) for i in range(2)])',
    'net = Net(6, [3, 4])',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'loss(net(x), y).backward()',
    'optimizer.step()',
  );
  expect(places).toEqual(['layer-count 6', 'learning-rate 0.1']);
});

test('a loop that adds equal layers counts them, one over unpacked values is left alone', async () => {
  const places = await placesIn(
    'import torch',
    'from torch import nn',
    'class Net(nn.Module):',
    '  def __init__(self):',
    '    self.layers = nn.ModuleList()',
    '    for i in range(5):',
    '      self.layers.append(nn.Linear(8, 8))',
    '    for *first, in range(3):',
    '      if width:',
    '        self.layers.append(nn.Linear(8, 8))',
    'net = Net()',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'loss(net(x), y).backward()',
    'optimizer.step()',
  );
  expect(places).toEqual(['layer-count 5', 'learning-rate 0.1']);
});

test('layers of TensorFlow 1 are hidden while others take in what they give', async () => {
  const places = await placesIn(
    'import tensorflow as tf',
    'net = tf.layers.conv2d(images, 16, 3)',
    'net = tf.layers.max_pooling2d(net, 2, 2)',
    'net = tf.layers.dense(net, units=128)',
    'logits = tf.layers.dense(net, units=10)',
    'tf.train.AdamOptimizer(0.01).minimize(logits)',
  );
  expect(places).toEqual(['filters 16', 'kernel-size 3', 'learning-rate 0.01', 'units 128']);
});

test('a command keeps its defaults, whoever else calls it', async () => {
  const places = await placesIn(
    'import typer',
    'from sklearn.linear_model import Ridge',
    'app = typer.Typer()',
    '@app.command()',
    'def train(alpha: float = 0.5):',
    '  Ridge(alpha=alpha).fit(x, y)',
    '@app.command()',
    'def again(seed: int = 1):',
    '  train(alpha=told(seed))',
    'app()',
  );
  expect(places).toEqual(['regularisation 0.5']);
});

test('a discount is a factor beside others', async () => {
  const places = await placesIn(
    'import torch',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'def learn(state, reward, done):',
    '  target = reward + (0.95 * following(state) * (1 - done))',
    '  loss(net(state), target).backward()',
    'while True:',
    '  learn(*play())',
  );
  expect(places).toEqual(['discount 0.95', 'learning-rate 0.1']);
});

test('a graph of TensorFlow 1 trains without being fed, too', async () => {
  const places = await placesIn(
    'import tensorflow as tf',
    'train = tf.train.GradientDescentOptimizer(learning_rate=0.1).minimize(error)',
    'with tf.Session() as sess:',
    '  steps = 40',
    '  for i in range(steps):',
    '    sess.run(train)',
  );
  expect(places).toEqual(['epochs 40', 'learning-rate 0.1']);
});

test('two constants that go into one function by two calls are two places', async () => {
  const lines = [
    'import torch',
    'def train(rate):',
    '  optimizer = torch.optim.Adam(net.parameters(), lr=rate)',
    '  loss(net(x), y).backward()',
    'slow = 0.1',
    'train(slow)',
    'fast = 0.2',
    'train(fast)',
  ];
  expect(await placesIn(...lines)).toEqual(['learning-rate 0.1', 'learning-rate 0.2']);
  const { found } = await findHyperparameters([{ path: 'train.py', text: lines.join('\n') }], { script: 'train.py' });
  expect(found.map(({ id }) => id)).toEqual(['train.py::::train#0.rate', 'train.py::::train#1.rate']);
});

test('optparse declares options as argparse does', async () => {
  const places = await placesIn(
    'import torch',
    'from optparse import OptionParser',
    'def options():',
    '  parser = OptionParser()',
    "  parser.add_option('-l', '--rate', dest='lr', default=0.1, type='float')",
    "  parser.add_option('-e', '--epochs', default=9, type='int')",
    '  (given, rest) = parser.parse_args()',
    '  return given',
    'args = options()',
    'optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)',
    'for epoch in range(args.epochs):',
    '  loss(net(x), y).backward()',
  );
  expect(places).toEqual(['epochs 9', 'learning-rate 0.1']);
});

test('the only loader of a function that evaluates feeds no training', async () => {
  const places = await placesIn(
    'import torch',
    'from torch.utils.data import DataLoader',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'def eval_split(data):',
    '  for rows in DataLoader(data, batch_size=100):',
    '    print(net(rows))',
    'def train_split(data):',
    '  for rows in batches(data):',
    '    loss(net(rows), y).backward()',
    'train_split(x)',
    'eval_split(x)',
  );
  expect(places).toEqual(['learning-rate 0.1']);
});

test('the number beside a rate is none', async () => {
  const places = await placesIn(
    'import numpy as np',
    'def learn(x, y, eta, epochs):',
    '  w = np.ones(3)',
    '  for i in range(epochs):',
    '    gradients = x.T @ (x @ w - y)',
    '    w -= eta * gradients * 2.0 / (len(y) * 3)',
    '  return w',
    'learn(x, y, 0.1, 9)',
  );
  expect(places).toEqual(['epochs 9', 'learning-rate 0.1']);
});
