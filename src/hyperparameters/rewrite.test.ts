import type { SourceFile } from '../python/source.ts';
import type { Point } from '../search/space.ts';
import { findHyperparameters } from './find.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { proveRewrite } from './proof.ts';
import { arrived, expectedText } from './read-back.ts';
import { rewrite, undone } from './rewrite.ts';

const source = [
  "name = '😀é'; from keras import Sequential, layers, optimizers",
  'RATE = 5e-4',
  'model = Sequential([layers.Dense(32, activation="relu"), layers.Dense(10)])',
  "model.compile(optimizer=optimizers.Adam(learning_rate=RATE), loss='mse')",
  "s = '😀'; model.fit(x, y, epochs=3_0, batch_size=128)\r",
  '',
].join('\n');
const file: SourceFile = { path: 'train.py', text: source };

async function found(): Promise<readonly Hyperparameter[]> {
  return (await findHyperparameters([file], { script: 'train.py' })).found;
}

const id = (rest: string): string => `train.py::::${rest}`;
const values: Point = {
  [id('Adam#0.learning_rate')]: 0.00123456,
  [id('Dense#0.units')]: 64.4,
  [id('Dense#0.activation')]: 'tanh',
  [id('fit#0.batch_size')]: 64,
};

test('only the literals change, spelled as their author would', async () => {
  const done = await rewrite([file], await found(), values);
  expect(done.files).toEqual([
    {
      path: 'train.py',
      text: source
        .replace('5e-4', '1.23e-3')
        .replace('Dense(32', 'Dense(64')
        .replace('"relu"', '"tanh"')
        .replace('batch_size=128', 'batch_size=64'),
    },
  ]);
  expect(done.values[id('Adam#0.learning_rate')]).toBe(0.00123);
  expect(undone(file, done.files[0]!, done.edits.get('train.py')!)).toBe(source);
});

test('every hyper-parameter has its place in the edited text, changed or not', async () => {
  const all = await found();
  const { files, places } = await rewrite([file], all, values);
  const lines = files[0]!.text.split('\n').map((line) => Array.from(line));
  const textAt = ({ start, end }: Hyperparameter['place']): string =>
    lines[start.line - 1]!.slice(start.column, end.column).join('');
  expect([...places.keys()]).toEqual(all.map((each) => each.id));
  for (const each of all.filter(({ writing }) => writing.kind === 'literal'))
    expect(textAt(places.get(each.id)!.place)).toBe(expectedText(each, values[each.id] ?? each.value));
  expect(textAt(places.get(id('Dense#0.units'))!.arrival!.place)).toBe('layers.Dense(64, activation="tanh")');
  expect(textAt(places.get(id('Adam#0.learning_rate'))!.arrival!.place)).toBe('optimizers.Adam(learning_rate=RATE)');
});

test('the same values leave the same bytes', async () => {
  const all = await found();
  const same = Object.fromEntries(all.map((each) => [each.id, each.value]));
  for (const point of [same, {}]) {
    const done = await rewrite([file], all, point);
    expect(done.files).toEqual([]);
    expect(done.edits.get('train.py')).toEqual([]);
    expect(done.places.size).toBe(all.length);
  }
});

test.each([
  ['an unknown id', { nothing: 1 }, /no hyper-parameter nothing/],
  ['a word for a number', { [id('Dense#0.units')]: 'many' }, /holds a number/],
  ['no number', { [id('Dense#0.units')]: NaN }, /holds a number/],
  ['none of the choices', { [id('Dense#0.activation')]: 'magic' }, /none of its choices/],
])('what cannot be written is an error: %s', async (_, point, message) => {
  await expect(rewrite([file], await found(), point)).rejects.toThrow(message);
});

test('a file that is not the one in which they were found is an error', async () => {
  const all = await found();
  await expect(rewrite([{ path: 'train.py', text: `\n${source}` }], all, values)).rejects.toThrow('another version');
  await expect(rewrite([], all, values)).rejects.toThrow('no file train.py');
});

test.each([
  ['a change beside the edits', 'a = 1\nb = 3\n', [], /no edit names/],
  ['text that the edit does not name', 'a = 5\nb = 2\n', [{ span: { start: 4, end: 5 }, text: '7' }], /did not write/],
  ['a longer text', 'a = 1\nb = 2\nc = 3\n', [], /at its end/],
  ['no Python', 'a = (\nb = 2\n', [{ span: { start: 4, end: 5 }, text: '(' }], /is no Python/],
  ['something other than a literal', 'a = b\nb = 2\n', [{ span: { start: 4, end: 5 }, text: 'b' }], /no literal/],
  ['another tree', 'a = 1,\nb = 2\n', [{ span: { start: 5, end: 5 }, text: ',' }], /more than its places/],
])('the proof refuses %s', async (_, edited, edits, message) => {
  await expect(proveRewrite({ path: 'a.py', text: 'a = 1\nb = 2\n' }, edited, edits)).rejects.toThrow(message);
});

test.each([
  ['a float32', 'Adam#0.learning_rate', 0.00123456, 0.001230000052601099, 'object', true],
  ['an integer as a float', 'Dense#0.units', 64, 64, 'object', true],
  ['another number', 'Dense#0.units', 64, 32, 'object', 'units was set to 64, but the object shows 32'],
  ['float32 dust where nothing was stored', 'Adam#0.learning_rate', 0.001, 0.0010000000474974513, 'executed', false],
  ['a flag for a number', 'Dense#0.units', 2, true, 'object', false],
  ['the same word', 'Dense#0.activation', 'tanh', 'tanh', 'object', true],
  ['another word', 'Dense#0.activation', 'tanh', 'Tanh', 'object', false],
] as const)('a value arrives or does not: %s', async (_, rest, wanted, value, witness, verdict) => {
  const one = (await found()).find((each) => each.id === id(rest))!;
  const told = arrived(one, wanted, { value, witness });
  if (verdict === false) expect(typeof told).toBe('string');
  else expect(told).toBe(verdict);
});

test('a notebook is edited in its own JSON, cell by cell', async () => {
  const code = ['from sklearn.svm import SVC\n', 'm = SVC(C=2.0)\n', 'm.fit(X, y)'];
  const cells = [
    { cell_type: 'markdown', source: ['# SVC(C=2.0)'] },
    { cell_type: 'code', id: 'é', outputs: [{ text: ['C=2.0'] }], source: code },
  ];
  const file = { path: 'a.ipynb', text: JSON.stringify({ cells, metadata: {}, nbformat: 4 }, null, 1) };
  const { found } = await findHyperparameters([file], { script: 'a.ipynb' });
  const c = found.find(({ name }) => name === 'C')!;
  expect(c.place.start).toEqual({ line: 2, column: 10, cell: 1 });
  const { files, places, edits } = await rewrite([file], found, { [c.id]: 30.5 });
  expect(files[0]!.text).toBe(file.text.replace('m = SVC(C=2.0)', 'm = SVC(C=30.5)'));
  expect(places.get(c.id)!.place.end).toEqual({ line: 2, column: 14, cell: 1 });
  expect(undone(file, files[0]!, edits.get('a.ipynb')!)).toBe(file.text);
});
