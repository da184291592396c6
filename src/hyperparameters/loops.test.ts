import { findHyperparameters } from './find.ts';

async function placesIn(...lines: readonly string[]): Promise<readonly string[]> {
  const file = { path: 'train.py', text: `import torch\n${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const written = found.filter(({ form }) => form !== 'layer' && form !== 'insertion');
  return written.map(({ knob, text }) => `${knob} ${text}`).sort();
}

const optimizer = 'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)';

test('a loop that makes the optimiser anew each turn repeats the training, and counts no epochs', async () => {
  const places = await placesIn(
    'for member in range(10):',
    '  net = torch.nn.Linear(4, 2)',
    `  ${optimizer}`,
    '  for t in range(500):',
    '    loss(net(x), y).backward()',
  );
  expect(places).toEqual(['epochs 500', 'learning-rate 0.1']);
});

test('one epoch in a loop over epochs is a part of it', async () => {
  const places = await placesIn(
    'class Learner:',
    '  def train(self, x, epochs):',
    '    for e in range(epochs):',
    '      loss(self.net(x), y).backward()',
    'learner = Learner()',
    optimizer,
    'for epoch in range(20):',
    '  for row in rows:',
    '    learner.train(row, epochs=1)',
  );
  expect(places).toEqual(['epochs 20', 'learning-rate 0.1']);
});

test('one row is no batch', async () => {
  const places = await placesIn(
    'import numpy as np',
    optimizer,
    'for epoch in range(20):',
    '  rows = np.random.randint(len(x), size=1)',
    '  loss(net(table[epoch : epoch + 1]), x[rows]).backward()',
  );
  expect(places).toEqual(['epochs 20', 'learning-rate 0.1']);
});

test.each([
  ['looked at', 'batch = next(iter(loader))'],
  ['asked', 'for rows in loader:\n  print(net(rows))'],
])('a loader that is only %s feeds no training, whether it shuffles or not', async (_, use) => {
  const places = await placesIn(
    'from torch.utils.data import DataLoader',
    optimizer,
    'loader = DataLoader(data, batch_size=8, shuffle=True)',
    use,
    'loader = DataLoader(data, batch_size=128, shuffle=True)',
    'for rows in loader:',
    '  loss(net(rows), y).backward()',
  );
  expect(places).toEqual(['batch-size 128', 'learning-rate 0.1']);
});

test('a loop over epochs may leave each to a function of a library that is not known', async () => {
  const places = await placesIn(
    'from engines import run_one_epoch, show',
    optimizer,
    'for epoch in range(25):',
    '  run_one_epoch(net, loader, optimizer)',
    'for i in range(13):',
    '  show(optimizer)',
  );
  expect(places).toEqual(['epochs 25', 'learning-rate 0.1']);
});

test('a loop over what is tried makes a model each turn: it counts no layers, and its step is no batch', async () => {
  const places = await placesIn(
    'from keras.models import Sequential',
    'from keras.layers import Dense',
    'for window in range(1, 10):',
    '  model = Sequential()',
    '  model.add(Dense(16))',
    '  model.add(Dense(1))',
    '  model.fit(x, y, epochs=40)',
    'for width in range(9):',
    '  model = Sequential()',
    '  model.add(Dense(24))',
    '  model.add(Dense(1))',
    'for steps in range(1, 100, 10):',
    `  ${optimizer}`,
    '  for t in range(500):',
    '    loss(net(x), y).backward()',
  );
  expect(places).toEqual(['epochs 40', 'epochs 500', 'learning-rate 0.1', 'units 16', 'units 24']);
});
