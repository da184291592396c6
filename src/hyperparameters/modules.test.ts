import type { SourceFile } from '../python/source.ts';
import { findHyperparameters } from './find.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { rewrite } from './rewrite.ts';

const script = `
import config
from config import EPOCHS as epochs, PARAMS
from engine import fit_one
from models import build, Wide
from options import get_args
from settings import *

args = get_args()
net = build(units=64)
wide = Wide(32)
model = Ridge(alpha=PENALTY)
optimizer = torch.optim.Adam(net.parameters(), lr=config.LR)
for epoch in range(epochs):
    fit_one(net, optimizer)
boosted = xgb.train(PARAMS, data, num_boost_round=args.rounds)
`;

const files: readonly SourceFile[] = [
  {
    path: 'app/train.py',
    text: `import torch\nimport xgboost as xgb\nfrom sklearn.linear_model import Ridge\n${script}`,
  },
  { path: 'app/config.py', text: 'LR = 1e-3\nEPOCHS = 10\nUNUSED = 3\nPARAMS = {"eta": 0.1, "seed": 4}\n' },
  { path: 'app/settings.py', text: 'PENALTY = 0.5\n' },
  { path: 'app/engine.py', text: 'def fit_one(net, optimizer):\n    net().backward()\n    optimizer.step()\n' },
  {
    path: 'app/models.py',
    text: [
      'from keras.layers import Dense, Dropout',
      'from keras.models import Sequential',
      'def build(units, dropout=0.25):',
      '    return Sequential([Dense(units), Dropout(dropout), Dense(10)])',
      'def forgotten(units=7):',
      '    return Sequential([Dense(units), Dense(10)])',
      'class Wide:',
      '    def __init__(self, width):',
      '        self.stack = Sequential([Dense(width), Dense(1)])',
      '',
    ].join('\n'),
  },
  {
    path: 'app/options.py',
    text: [
      'import argparse',
      'def get_args():',
      '    parser = argparse.ArgumentParser()',
      "    parser.add_argument('--rounds', type=int, default=50)",
      '    return parser.parse_args()',
      '',
    ].join('\n'),
  },
];

async function foundIn(path = 'app/train.py'): Promise<readonly Hyperparameter[]> {
  const { found } = await findHyperparameters(files, { script: path });
  return found.filter(({ form }) => form !== 'insertion' && form !== 'layer');
}

test('a value is followed through the author’s own modules', async () => {
  const found = await foundIn();
  const told = found.map((each) => `${each.path}:${each.place.start.line} ${each.text} → ${each.id}`).toSorted();
  expect(told).toEqual([
    'app/config.py:1 1e-3 → app/train.py::::Adam#0.lr',
    'app/config.py:2 10 → app/train.py::::range#0.epochs',
    'app/config.py:4 0.1 → app/train.py::::train#0.eta',
    'app/models.py:3 0.25 → app/models.py::build::Dropout#0.rate',
    'app/options.py:4 50 → app/train.py::::train#0.num_boost_round',
    'app/settings.py:1 0.5 → app/train.py::::Ridge#0.alpha',
    'app/train.py:13 64 → app/train.py::::build#0.units',
    'app/train.py:14 32 → app/train.py::::Wide#0.width',
  ]);
});

test('it is watched where it is taken, in the edited text', async () => {
  const found = await foundIn();
  const rate = found.find(({ name }) => name === 'lr');
  expect(rate?.taken?.path).toBe('app/train.py');
  const { files: edited, places } = await rewrite(files, found, {
    [rate?.id ?? '']: 0.02,
    'app/train.py::::build#0.units': 256,
  });
  expect(edited.map(({ path }) => path).toSorted()).toEqual(['app/config.py', 'app/train.py']);
  expect(edited.find(({ path }) => path === 'app/config.py')?.text).toBe(files[1]?.text.replace('1e-3', '2e-2'));
  const place = places.get(rate?.id ?? '');
  const line =
    edited.find(({ path }) => path === 'app/train.py')?.text.split('\n')[(place?.place.start.line ?? 0) - 1] ?? '';
  expect(place?.path).toBe('app/train.py');
  expect(line.slice(place?.place.start.column, place?.place.end.column)).toBe('config.LR');
  expect(place?.arrival?.attribute).toBe('param_groups.0.lr');
});

test('what no file takes is dead', async () => {
  const { left, found } = await findHyperparameters(files, { script: 'app/train.py' });
  expect([...found.map(({ text }) => text), ...left.map(({ id }) => id)].join()).not.toContain('forgotten');
});

test('ends where a function nests what it is given, and modules import all of each other', async () => {
  const chain = Array.from({ length: 24 }, (_, at) => ({
    path: `part${at}.py`,
    text:
      [...Array(at).keys()].map((other) => `from part${other} import *\n`).join('') + `def step${at}(x): return x\n`,
  }));
  const text = [
    'from part23 import *',
    'from sklearn.linear_model import Ridge',
    'def nested(x):',
    '    return nested([x])',
    'alpha = step0(0.5)',
    'nested(alpha)',
    'Ridge(alpha=alpha).fit(x, y)',
  ].join('\n');
  const { found } = await findHyperparameters([{ path: 'train.py', text: `${text}\n` }, ...chain], {
    script: 'train.py',
  });
  expect(found.map(({ name, text: written }) => `${name} ${written}`)).toEqual(['alpha 0.5']);
});

test('ends where an object is made from itself again and again', async () => {
  const text =
    'import pandas as pd\nframe = pd.read_csv("a")\nif x:\n  frame = frame.drop(2).head(3)\nframe = frame.tail(frame.size(4))\nframe.fit(5)\n';
  await expect(findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' })).resolves.toBeDefined();
});

test('nothing is offered in what this script never runs: another’s main part, or a method that nobody calls', async () => {
  const other = [
    'from sklearn.linear_model import Ridge',
    'from sklearn.neighbors import KNeighborsRegressor',
    'class Learner:',
    '    def learn(self, x, y):',
    '        Ridge(alpha=0.5).fit(x, y)',
    '    def compare(self, x, y):',
    '        self.nearest(x, y)',
    '    def nearest(self, x, y):',
    '        KNeighborsRegressor(n_neighbors=7).fit(x, y)',
    'if __name__ == "__main__":',
    '    Learner().compare(x, y)',
    '    Ridge(alpha=3.0).fit(x, y)',
  ].join('\n');
  const files = [
    { path: 'train.py', text: 'from lab import Learner\nlearner = Learner()\nlearner.learn(x, y)\n' },
    { path: 'lab.py', text: `${other}\n` },
  ];
  const { found } = await findHyperparameters(files, { script: 'train.py' });
  expect(found.map(({ name, text }) => `${name} ${text}`)).toEqual(['alpha 0.5']);
});

test('what is handed on under a choice that is not taken is no value', async () => {
  const text = [
    'from sklearn.linear_model import Ridge',
    'def fitted(alpha, x, y):',
    '    return Ridge(alpha=alpha).fit(x, y)',
    "way = 'short'",
    "if way == 'long':",
    '    fitted(0.5, x, y)',
    "elif way == 'short':",
    '    fitted(0.7, x, y)',
  ].join('\n');
  const { found } = await findHyperparameters([{ path: 'train.py', text: `${text}\n` }], { script: 'train.py' });
  expect(found.map((each) => `${each.name} ${each.text}`)).toEqual(['alpha 0.7']);
});
