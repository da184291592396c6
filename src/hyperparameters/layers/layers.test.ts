import { findHyperparameters } from '../find.ts';
import { rewrite, undone } from '../rewrite.ts';
import type { Point, Value } from '../../search/space.ts';

/** The script with some values, by the end of their ids. */
async function edited(lines: readonly string[], wanted: Readonly<Record<string, Value>>): Promise<string[]> {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const values: Point = Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [found.find(({ id }) => id.endsWith(name))?.id ?? name, value]),
  );
  const [done] = (await rewrite([file], found, values)).files;
  return (done?.text ?? file.text).split('\n').slice(0, -1);
}

async function names(lines: readonly string[]): Promise<string[]> {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  return found.filter(({ form }) => form === 'layer').map(({ name }) => name);
}

const added = [
  'from keras.models import Sequential',
  'from keras.layers import Dense, Activation',
  'model = Sequential()',
  'model.add(Dense(64, input_dim=20))',
  "model.add(Activation('relu'))",
  'model.add(Dense(3))',
  "model.add(Activation('softmax'))",
];

test('a hidden layer more is the last one again, with what is tuned in it', async () => {
  expect(await edited(added, { '.hidden_layers': 2, '.units': 128 })).toEqual([
    ...added.slice(0, 3),
    'model.add(Dense(128, input_dim=20))',
    "model.add(Activation('relu'))",
    'model.add(Dense(128))',
    "model.add(Activation('relu'))",
    ...added.slice(5),
  ]);
});

test('dropout comes with its import', async () => {
  expect(await edited(added, { '.dropout': 0.3 })).toEqual([
    added[0],
    'from keras.layers import Dense, Activation, Dropout',
    ...added.slice(2, 5),
    'model.add(Dropout(0.3))',
    ...added.slice(5),
  ]);
});

const listed = [
  'from tensorflow import keras',
  'from tensorflow.keras import layers',
  'model = keras.Sequential([',
  '    keras.Input(shape=(28, 28, 1)),',
  "    layers.Conv2D(8, 3, activation='relu'),",
  '    layers.MaxPooling2D(2),',
  '    layers.Flatten(),',
  "    layers.Dense(32, activation='relu'),",
  "    layers.Dense(16, activation='relu'),  # the last hidden one",
  "    layers.Dense(10, activation='softmax'),",
  '])',
];

test('a list gets and loses whole lines', async () => {
  expect(await edited(listed, { '.hidden_layers': 1 })).toEqual([...listed.slice(0, 8), ...listed.slice(9)]);
  expect(await edited(listed, { '.conv_blocks': 2 })).toEqual([
    ...listed.slice(0, 6),
    ...listed.slice(4, 6),
    ...listed.slice(6),
  ]);
  expect(await edited(listed, { '.batch_normalization': true })).toEqual([
    ...listed.slice(0, 5),
    '    layers.BatchNormalization(),',
    ...listed.slice(5),
  ]);
});

test('a convolution more is offered only while there is a picture left', async () => {
  expect(await names(listed)).toContain('conv_blocks');
  expect(await names(listed.map((line) => line.replace('(28, 28, 1)', '(9, 9, 1)')))).not.toContain('conv_blocks');
  expect(await names(listed.map((line) => line.replace('(28, 28, 1)', 'shape')))).not.toContain('conv_blocks');
});

test('the functional style repeats the statement', async () => {
  const lines = [
    'from keras import layers, Input, Model',
    'inputs = Input(shape=(8,))',
    "x = layers.Dense(24, activation='relu')(inputs)",
    "x = layers.Dense(12, activation='relu')(x)",
    'x = layers.Dense(2)(x)',
    'model = Model(inputs, x)',
  ];
  expect(await edited(lines, { '.hidden_layers': 2 })).toEqual([...lines.slice(0, 4), lines[3], ...lines.slice(4)]);
});

test('a PyTorch layer more takes in what the one before gives out', async () => {
  const lines = ['from torch import nn', 'model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 3))'];
  expect(await edited(lines, { '.hidden_layers': 2, '.out_features': 32 })).toEqual([
    lines[0],
    'model = nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))',
  ]);
});

test.each([
  ['(50,)', 2, '(50, 50)'],
  ['(50, 20)', 3, '(50, 20, 20)'],
  ['(50, 20, 10)', 2, '(50, 20)'],
  ['[50]', 3, '[50, 50, 50]'],
])('hidden sizes %s for %i layers are %s', async (sizes, count, wanted) => {
  const script = (text: string): string[] => [
    'from sklearn.neural_network import MLPClassifier',
    `MLPClassifier(hidden_layer_sizes=${text}).fit(x, y)`,
  ];
  expect(await edited(script(sizes), { '.hidden_layers': count })).toEqual(script(wanted));
});

test('a PyTorch module gets a layer in both of its methods', async () => {
  const lines = [
    'import torch.nn as nn',
    'import torch.nn.functional as F',
    'class Net(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.fc1 = nn.Linear(20, 64)',
    '        self.fc2 = nn.Linear(64, 3)',
    '    def forward(self, x):',
    '        x = F.relu(self.fc1(x))',
    '        return self.fc2(x)',
  ];
  expect(await edited(lines, { '.hidden_layers': 2, '.out_features': 32 })).toEqual([
    ...lines.slice(0, 5),
    '        self.fc1 = nn.Linear(20, 32)',
    '        self.fc1_2 = nn.Linear(32, 32)',
    '        self.fc2 = nn.Linear(32, 3)',
    ...lines.slice(7, 9),
    '        x = F.relu(self.fc1_2(x))',
    ...lines.slice(9),
  ]);
  const nested = lines.map((line) => line.replace('x = F.relu(self.fc1(x))', 'y = F.relu(self.fc1(x))'));
  expect(await names(nested)).toEqual([]);
});

test('a value that stands elsewhere loses only its witness with its layer', async () => {
  const lines = [
    'from keras.models import Sequential',
    'from keras.layers import Dense, Dropout',
    'wide, narrow = 32, 16',
    'model = Sequential()',
    'model.add(Dense(wide))',
    'model.add(Dense(narrow))',
    'model.add(Dropout(0.1))',
    'model.add(Dense(1))',
  ];
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const id = (end: string): string => found.find((each) => each.id.endsWith(end))?.id ?? end;
  const { places, files } = await rewrite([file], found, { [id('.hidden_layers')]: 1 });
  expect(files[0]?.text.split('\n')).toEqual([...lines.slice(0, 5), lines[7], '']);
  expect(places.get(id('Dense#1.units'))).toMatchObject({ arrival: null });
  expect(places.has(id('Dropout#0.rate'))).toBe(false);
});

test('no layer is offered where one text makes many, or a name would be twice', async () => {
  const loop = ['for i in range(3):', ...added.slice(2).map((line) => `    ${line}`)];
  expect(await names([...added.slice(0, 2), ...loop])).toEqual([]);
  const named = added.map((line) => line.replace('input_dim=20', "name='first'"));
  expect(await names(named)).toEqual(['dropout']);
});

test('a block more and a layer less can meet at one spot', async () => {
  const both = [
    'from keras.models import Sequential',
    'from keras.layers import Conv2D, Dense',
    'model = Sequential()',
    'model.add(Dense(16, input_shape=(28, 28, 1)))',
    'model.add(Conv2D(8, 3))',
    'model.add(Dense(32))',
    'model.add(Dense(4))',
  ];
  expect(await edited(both, { '.conv_blocks': 2, '.hidden_layers': 1 })).toEqual([
    ...both.slice(0, 5),
    'model.add(Conv2D(8, 3))',
    both[6],
  ]);
});

test('what is removed side by side can be taken back', async () => {
  const stacked = [
    'from keras.models import Sequential',
    'from keras.layers import Activation, Dense',
    'model = Sequential([',
    '    Dense(16),',
    '    Dense(32),',
    "    Activation('relu'),",
    '    Dense(4),',
    '])',
  ];
  const file = { path: 'train.py', text: `${stacked.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const less = found.find(({ name }) => name === 'hidden_layers')?.id ?? '';
  const { files, edits } = await rewrite([file], found, { [less]: 1 });
  const [edited = file] = files;
  expect(edited.text.split('\n').slice(0, -1)).toEqual([...stacked.slice(0, 4), ...stacked.slice(6)]);
  expect(undone(file, edited, edits.get('train.py') ?? [])).toBe(file.text);
});
