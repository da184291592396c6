import { findHyperparameters } from './find.ts';
import { layersAmong } from './shapes.ts';

test('layers and their sizes are told from what changes no shape', async () => {
  const text = [
    'from keras.models import Sequential',
    'from keras.layers import Dense, Dropout',
    "model = Sequential([Dense(64, activation='relu', input_dim=20), Dense(32, activation='relu'), Dropout(0.2), Dense(3)])",
    "model.compile('adam', 'mse')",
    'model.fit(x, y, epochs=3, batch_size=32)',
  ].join('\n');
  const { found } = await findHyperparameters([{ path: 'train.py', text: `${text}\n` }], { script: 'train.py' });
  const layers = new Set(layersAmong(found));
  const named = (inside: boolean): string[] =>
    [...new Set(found.filter(({ id }) => layers.has(id) === inside).map(({ name }) => name))].sort();
  expect(named(true)).toEqual(expect.arrayContaining(['units']));
  expect(found.some(({ id, form }) => form === 'layer' && layers.has(id))).toBe(true);
  expect(named(false)).toEqual(expect.arrayContaining(['batch_size', 'epochs', 'rate']));
  expect(named(false)).not.toContain('units');
});

test.each([
  [
    'what is searched elsewhere keeps nobody from tuning another model of the same kind',
    [
      'from sklearn.model_selection import GridSearchCV',
      'from sklearn.svm import SVC',
      "search = GridSearchCV(SVC(C=2.0), {'C': [1.0, 3.0]}).fit(x, y)",
      'model = SVC(C=5.0).fit(x, y)',
    ],
    ['C 5.0'],
  ],
  [
    'what a value is given back as is no hidden layer',
    [
      'from tensorflow import keras',
      'class Net(keras.Model):',
      '  def __init__(self):',
      '    super().__init__()',
      '    self.hidden = keras.layers.Dense(64)',
      '    self.value = keras.layers.Dense(1)',
      '    self.policy = keras.layers.Dense(4)',
      '  def call(self, inputs):',
      '    x = self.hidden(inputs)',
      '    return self.value(x), self.policy(x)',
      'net = Net()',
      "net.compile('sgd', 'mse')",
      'net.fit(x, y, epochs=3)',
    ],
    ['epochs 3', "optimizer 'sgd'", 'units 64'],
  ],
  [
    'a chain that grows by add_module takes its inputs along',
    [
      'import torch',
      'from torch import nn',
      'net = nn.Sequential()',
      "net.add_module('one', nn.Linear(4, 10))",
      "net.add_module('two', nn.Linear(10, 1))",
      'opt = torch.optim.SGD(net.parameters(), lr=0.1)',
      'nn.MSELoss()(net(x), y).backward()',
      'opt.step()',
    ],
    ['lr 0.1', 'out_features 10'],
  ],
  [
    'a class that nobody names is not tuned',
    [
      'import torch',
      'from torch import nn',
      'class Old(nn.Module):',
      '  def __init__(self):',
      '    self.net = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 1))',
      'class New(nn.Module):',
      '  def __init__(self):',
      '    self.net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))',
      '  def forward(self, x):',
      '    return self.net(x)',
      'net = New()',
      'opt = torch.optim.SGD(net.parameters(), lr=0.1)',
      'nn.MSELoss()(net(x), y).backward()',
      'opt.step()',
    ],
    ['lr 0.1', 'out_features 8'],
  ],
  [
    'a number may stand in brackets, and nothing counts that a flag turns off',
    [
      'from keras.models import Sequential',
      'from keras.layers import Dense',
      'TUNED = False',
      'model = Sequential([Dense((64)), Dense(1)])',
      "model.compile('sgd', 'mse')",
      'model.fit(x, y, epochs=4)',
      'if TUNED:',
      '  model.fit(x, y, epochs=8)',
    ],
    ['epochs 4', "optimizer 'sgd'", 'units 64'],
  ],
  [
    'what is squared is the side of a picture',
    [
      'import torch',
      'from torch import nn',
      'side, wide = 32, 16',
      'class Net(nn.Module):',
      '  def __init__(self):',
      '    super().__init__()',
      '    small = side // 4',
      '    self.first = nn.Linear(100, wide * small ** 2)',
      '    self.last = nn.Linear(wide * small ** 2, 1)',
      '  def forward(self, x):',
      '    return self.last(self.first(x))',
      'net = Net()',
      'opt = torch.optim.SGD(net.parameters(), lr=0.1)',
      'nn.MSELoss()(net(x), y).backward()',
      'opt.step()',
    ],
    ['lr 0.1', 'out_features 16'],
  ],
  [
    'arguments of the command line go into a class together',
    [
      'import argparse, torch',
      'class Net(torch.nn.Module):',
      '  def __init__(self, lr=0.5, **others):',
      '    super().__init__()',
      '    self.opt = torch.optim.Adam(self.parameters(), lr=lr)',
      'def main(options):',
      '  net = Net(**vars(options))',
      '  loss(net(x), y).backward()',
      '  net.opt.step()',
      'parser = argparse.ArgumentParser()',
      "parser.add_argument('--lr', type=float, default=0.01)",
      'args = parser.parse_args()',
      'main(args)',
    ],
    ['lr 0.01'],
  ],
  [
    'a fixed number of steps allows smaller batches only',
    [
      'from keras.models import Sequential',
      'from keras.layers import Dense',
      'model = Sequential([Dense(8), Dense(1)])',
      "model.compile('sgd', 'mse')",
      'model.fit(x, y, batch_size=32, steps_per_epoch=50, epochs=4)',
    ],
    ['batch_size 32', 'epochs 4', "optimizer 'sgd'", 'units 8'],
  ],
])('%s', async (_, lines, expected) => {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const written = found.filter(({ form }) => form !== 'layer' && form !== 'insertion');
  expect(written.map(({ name, text }) => `${name} ${text}`).sort()).toEqual(expected);
  for (const { knob, dimension, value } of written)
    if (knob === 'batch-size') expect(dimension).toMatchObject({ high: value });
});
