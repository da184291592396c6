import type { Hyperparameter } from './hyperparameter.ts';
import { findHyperparameters } from './find.ts';
import { selects } from './selection.ts';

async function found(text: string, given: readonly string[] = []): Promise<readonly Hyperparameter[]> {
  return (await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' }, given)).found;
}

const knn = (comment: string): string =>
  `from sklearn.neighbors import KNeighborsClassifier\nKNeighborsClassifier(n_neighbors=5) ${comment}\n`;

test('a comment keeps a value, on its line or above it', async () => {
  expect(await found(knn('# retune: keep'))).toEqual([]);
  expect(await found(knn('').replace('\nKN', '\n# retune: keep\nKN'))).toEqual([]);
  expect(await found(knn('# retune later: keep in mind'))).toHaveLength(1);
  expect(await found(`${knn('')}print('# retune: nonsense')\n`)).toHaveLength(1);
});

test('a comment sets the range', async () => {
  const [one] = await found(knn('# retune: 2..64 log'));
  expect(one?.dimension).toMatchObject({ kind: 'integer', low: 2, high: 64, scale: 'log', start: 5 });
});

test('a comment sets the choices', async () => {
  const text = `from keras.models import Sequential\nm = Sequential()\nm.compile(optimizer='sgd')  # retune: choices adam, 'nadam'\nm.fit(x, y)\n`;
  const one = (await found(text)).find(({ name }) => name === 'optimizer');
  expect(one?.dimension).toMatchObject({ kind: 'choice', choices: ['sgd', 'adam', 'nadam'], start: 'sgd' });
});

test.each(['# retune: 9..3', '# retune: sometimes', '# retune: choices one', '# retune: 0..8 log'])(
  'a comment that says nothing is an error at its line: %s',
  async (comment) => {
    await expect(found(knn(comment))).rejects.toMatchObject({ kind: 'mistake', place: { file: 'train.py', line: 2 } });
  },
);

test('an argument on the command line is no default any more', async () => {
  const text = [
    'import argparse, torch',
    'parser = argparse.ArgumentParser()',
    "parser.add_argument('--lr', '-l', type=float, default=0.1)",
    'args = parser.parse_args()',
    'torch.optim.SGD(model.parameters(), lr=args.lr)',
    '',
  ].join('\n');
  expect(await found(text, ['--lrs', '1'])).toHaveLength(1);
  for (const given of [['--lr', '1'], ['--lr=1'], ['-l1'], ['-l', '1']]) expect(await found(text, given)).toEqual([]);
});

test.each([
  [['lr'], true],
  [['learning_rate'], true],
  [['learning-rate'], true],
  [['epochs,lr'], true],
  [['*rate'], true],
  [['*Adam*'], true],
  [['train.py::::Adam#0.learning_rate'], true],
  [['batch*'], false],
  [['learning'], false],
  [['.*'], false],
])('%j means the learning rate: %s', async (list, meant) => {
  const [one] = await found('from keras.optimizers import Adam\nAdam(learning_rate=0.1)\n');
  expect(selects(list, one!)).toBe(meant);
});
